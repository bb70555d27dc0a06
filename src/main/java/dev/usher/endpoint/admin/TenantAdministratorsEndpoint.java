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

/** A tenant's administrators; its cloud administrators see and change them. */
@Path("/tenants/{tenant}/administrators")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class TenantAdministratorsEndpoint {
    @Inject
    private CurrentCaller current;

    @Inject
    private AdministratorAnswers answers;

    @GET
    @Operation(summary = "Lists a tenant's administrators", answer = "Administrator", list = true)
    public JsonObject list(@PathParam("tenant") String tenant, @Context UriInfo uri) {
        return answers.list(governed(tenant), uri);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Adds one of a tenant's administrators",
            request = "NewAdministrator",
            answer = "Administrator",
            status = 201)
    public Response add(@PathParam("tenant") String tenant, Body body, @Context UriInfo uri) {
        return answers.add(governed(tenant), Role.ADMINISTRATOR, body, uri);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Shows one of a tenant's administrators", answer = "Administrator")
    public Response read(@PathParam("tenant") String tenant, @PathParam("id") String id) {
        return answers.read(governed(tenant), id);
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Changes one of a tenant's administrators",
            parameters = RequestParameter.IF_MATCH,
            request = "AdministratorChange",
            answer = "Administrator")
    public Response change(
            @PathParam("tenant") String tenant, @PathParam("id") String id, Body body, @Context HttpHeaders headers) {
        return answers.change(governed(tenant), id, body, headers);
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            summary = "Removes one of a tenant's administrators and ends the sessions",
            parameters = RequestParameter.IF_MATCH,
            status = 204)
    public void remove(@PathParam("tenant") String tenant, @PathParam("id") String id, @Context HttpHeaders headers) {
        answers.remove(governed(tenant), id, headers);
    }

    private Optional<TenantId> governed(String tenant) {
        return Optional.of(current.governs(tenant).tenant());
    }
}
