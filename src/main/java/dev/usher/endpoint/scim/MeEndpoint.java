package dev.usher.endpoint.scim;

import dev.usher.scim.error.ScimException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** {@code /Me} (RFC 7644 §3.11): a token stands for an identity provider, never for a user. */
@Path("Me")
@ApplicationScoped
public class MeEndpoint {
    /** 501. */
    @GET
    public Response get() {
        throw nobody();
    }

    /** 501. */
    @POST
    public Response post() {
        throw nobody();
    }

    /** 501. */
    @PUT
    public Response put() {
        throw nobody();
    }

    /** 501. */
    @PATCH
    public Response patch() {
        throw nobody();
    }

    /** 501. */
    @DELETE
    public Response delete() {
        throw nobody();
    }

    private static ScimException nobody() {
        return ScimException.notImplemented("the token stands for an identity provider, which is no user");
    }
}
