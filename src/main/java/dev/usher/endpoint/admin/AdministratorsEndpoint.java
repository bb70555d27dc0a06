package dev.usher.endpoint.admin;

import dev.usher.administrator.Role;
import dev.usher.endpoint.security.CurrentCaller;
import dev.usher.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;

/** The platform's administrators; only they see and change each other. */
@Path("/administrators")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class AdministratorsEndpoint {
    @Inject
    private CurrentCaller current;

    @Inject
    private AdministratorAnswers answers;

    @GET
    @Operation(summary = "Lists the platform's administrators", answer = "Administrator", list = true)
    public JsonObject list(@Context UriInfo uri) {
        return answers.list(platform(), uri);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Adds one of the platform's administrators",
            request = "NewAdministrator",
            answer = "Administrator",
            status = 201)
    public Response add(Body body, @Context UriInfo uri) {
        return answers.add(platform(), Role.PLATFORM_ADMINISTRATOR, body, uri);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Shows one of the platform's administrators", answer = "Administrator")
    public Response read(@PathParam("id") String id) {
        return answers.read(platform(), id);
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Changes one of the platform's administrators",
            parameters = RequestParameter.IF_MATCH,
            request = "AdministratorChange",
            answer = "Administrator")
    public Response change(@PathParam("id") String id, Body body, @Context HttpHeaders headers) {
        return answers.change(platform(), id, body, headers);
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            summary = "Removes one of the platform's administrators and ends the sessions",
            parameters = RequestParameter.IF_MATCH,
            status = 204)
    public void remove(@PathParam("id") String id, @Context HttpHeaders headers) {
        answers.remove(platform(), id, headers);
    }

    private Optional<TenantId> platform() {
        current.requires(Role.PLATFORM_ADMINISTRATOR);
        return Optional.empty();
    }
}
