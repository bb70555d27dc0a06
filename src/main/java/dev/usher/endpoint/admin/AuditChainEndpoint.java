package dev.usher.endpoint.admin;

import dev.usher.audit.AuditTrail;
import dev.usher.endpoint.security.CurrentCaller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

/** Whether a tenant's audit trail is as it was recorded. */
@Path("/tenants/{tenant}/audit-chain")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class AuditChainEndpoint {
    @Inject
    private CurrentCaller current;

    @Inject
    private AuditTrail trail;

    @GET
    @Operation(
            summary =
                    "Verifies the tenant's whole audit chain; what was changed, deleted, inserted or swapped is named",
            parameters = {RequestParameter.EXPECTED_SEQ, RequestParameter.EXPECTED_HASH},
            answer = "AuditChain")
    public JsonObject verify(@PathParam("tenant") String tenant, @Context UriInfo uri) {
        return ChainJson.of(trail.verify(current.reads(tenant).tenant(), ChainJson.witness(uri)));
    }
}
