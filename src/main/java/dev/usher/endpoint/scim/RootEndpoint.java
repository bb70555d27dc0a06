package dev.usher.endpoint.scim;

import dev.usher.people.ResourceSearch;
import dev.usher.scim.message.SearchRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/**
 * Searches over all resource types (RFC 7644 §3.4.2.1): users first, groups after them, in one walk.
 */
@Path("/")
@ApplicationScoped
public class RootEndpoint {
    @Inject
    private Asked asked;

    @Inject
    private Renderer renderer;

    @Inject
    private Lists lists;

    @Inject
    private ResourceSearch search;

    /** Everything; what identity providers call to test a connection. */
    @GET
    public Response list() {
        return answer(asked.query());
    }

    /** The same, asked for in a body. */
    @POST
    @Path(".search")
    public Response search(InputStream body) {
        return answer(SearchRequest.read(asked.json(body)));
    }

    private Response answer(SearchRequest request) {
        return new AllTypes(renderer, lists, search, request).page();
    }
}
