package dev.usher.endpoint.admin;

import dev.usher.administrator.Role;
import dev.usher.audit.AuditTrail;
import dev.usher.endpoint.security.CurrentCaller;
import dev.usher.tenant.TenantId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Whether the platform's own audit trail is as it was recorded. */
@Path("/audit-chain")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PlatformChainEndpoint {
    @Inject
    private CurrentCaller current;

    @Inject
    private AuditTrail trail;

    @GET
    @Operation(
            summary =
                    "Verifies the platform's whole audit chain; what was changed, deleted, inserted or swapped is named",
            answer = "AuditChain")
    public JsonObject verify() {
        current.requires(Role.PLATFORM_ADMINISTRATOR);
        return ChainJson.of(trail.verify(TenantId.PLATFORM));
    }
}
