package dev.usher.endpoint.admin;

import dev.usher.endpoint.security.CurrentCaller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** What administrators did in a tenant. */
@Path("/tenants/{tenant}/audit-events")
@ApplicationScoped
@Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, JsonLines.MEDIA_TYPE})
public class AuditEventsEndpoint {
    @Inject
    private CurrentCaller current;

    @Inject
    private AuditAnswers answers;

    @GET
    @Operation(
            summary = "Lists a tenant's acts, newest first",
            parameters = {
                RequestParameter.FROM,
                RequestParameter.TO,
                RequestParameter.ACTOR,
                RequestParameter.ACTION,
                RequestParameter.TARGET
            },
            answer = "AuditEvent",
            list = true)
    public Response list(@PathParam("tenant") String tenant, @Context UriInfo uri, @Context HttpHeaders headers) {
        return answers.answer(current.reads(tenant).tenant(), uri, headers);
    }
}
