package dev.usher.endpoint.admin;

import dev.usher.assignment.MappingId;
import dev.usher.endpoint.security.CurrentCaller;
import dev.usher.people.Reclassifications;
import dev.usher.tenant.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Asks the mappings again for existing users: first as a dry run, then for good. */
@Path("/tenants/{tenant}/reclassifications")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ReclassificationsEndpoint {
    @Inject
    private CurrentCaller current;

    @Inject
    private Reclassifications reclassifications;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Looks who would move by today's order, or by one mapping's assignment; a dry run",
            request = "NewReclassification",
            answer = "Job",
            status = 202)
    public Response look(@PathParam("tenant") String tenant, Body body) {
        Caller caller = current.changes(tenant);
        body.only("mappingId");
        return JobsEndpoint.accepted(
                reclassifications.dryRun(caller, body.optionalId("mappingId").map(MappingId::new)));
    }

    @POST
    @Path("/{id}/apply")
    @Operation(summary = "Does what a finished dry run showed", answer = "Job", status = 202)
    public Response apply(@PathParam("tenant") String tenant, @PathParam("id") String dryRun) {
        return JobsEndpoint.accepted(reclassifications.apply(current.changes(tenant), JobsEndpoint.id(dryRun)));
    }
}
