package dev.usher.endpoint.admin;

import dev.usher.administrator.Role;
import dev.usher.audit.AuditTrail;
import dev.usher.endpoint.security.CurrentCaller;
import dev.usher.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

/** Whether the platform's own audit trail is as it was recorded. */
@Path("/audit-chain")
@ApplicationScoped
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
            parameters = {RequestParameter.EXPECTED_SEQ, RequestParameter.EXPECTED_HASH},
            answer = "AuditChain")
    public JsonObject verify(@Context UriInfo uri) {
        current.requires(Role.PLATFORM_ADMINISTRATOR);
        return ChainJson.of(trail.verify(TenantId.PLATFORM, ChainJson.witness(uri)));
    }
}
