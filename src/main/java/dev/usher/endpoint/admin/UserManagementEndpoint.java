package dev.usher.endpoint.admin;

import static dev.usher.platform.Contention.retried;

import dev.usher.endpoint.security.CurrentCaller;
import dev.usher.tenant.Tenant;
import dev.usher.tenant.UserManagement;
import dev.usher.token.UserManagementChoice;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** Where a tenant's users come from. */
@Path("/tenants/{tenant}/user-management")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class UserManagementEndpoint {
    @Inject
    private CurrentCaller current;

    @Inject
    private UserManagementChoice choice;

    @Inject
    private TenantJson json;

    @GET
    @Operation(
            summary = "Tells what choosing a type would stop",
            parameters = RequestParameter.TYPE,
            answer = "UserManagementImpact")
    public JsonObject impact(@PathParam("tenant") String name, @Context UriInfo uri) {
        current.governs(name);
        String type = RequestParameter.TYPE.of(uri).orElse("");
        var impact = choice.impact(
                current.tenant(name), Body.constant(RequestParameter.TYPE.word(), type, UserManagement.class));
        return Json.createObjectBuilder()
                .add("from", impact.from().name())
                .add("to", impact.to().name())
                .add("stops", Json.createArrayBuilder(impact.stops()))
                .add("users", impact.users())
                .add("tokens", impact.tokens())
                .build();
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Chooses the user management; unconfirmed it is 409 with what would stop",
            parameters = RequestParameter.IF_MATCH,
            request = "UserManagementChoice",
            answer = "Tenant")
    public Response choose(@PathParam("tenant") String name, Body body, @Context HttpHeaders headers) {
        var tenant = current.governs(name).tenant();
        body.only("type", "confirmed");
        current.proved();
        Tenant chosen = retried(() -> choice.choose(
                tenant,
                Versions.admitted(headers),
                body.constant("type", UserManagement.class),
                body.optionalFlag("confirmed").orElse(false),
                current.administrator().actor()));
        return Response.ok(json.whole(chosen))
                .tag(Versions.tag(chosen.version()))
                .build();
    }
}
