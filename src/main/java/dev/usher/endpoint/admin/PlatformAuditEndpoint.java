package dev.usher.endpoint.admin;

import dev.usher.administrator.Role;
import dev.usher.endpoint.security.CurrentCaller;
import dev.usher.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** What administrators did to the platform itself. */
@Path("/audit-events")
@ApplicationScoped
@Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, JsonLines.MEDIA_TYPE})
public class PlatformAuditEndpoint {
    @Inject
    private CurrentCaller current;

    @Inject
    private AuditAnswers answers;

    @GET
    @Operation(
            summary = "Lists the acts on the platform, newest first",
            parameters = {
                RequestParameter.FROM,
                RequestParameter.TO,
                RequestParameter.ACTOR,
                RequestParameter.ACTION,
                RequestParameter.TARGET
            },
            answer = "AuditEvent",
            list = true)
    public Response list(@Context UriInfo uri, @Context HttpHeaders headers) {
        current.requires(Role.PLATFORM_ADMINISTRATOR);
        return answers.answer(TenantId.PLATFORM, uri, headers);
    }
}
