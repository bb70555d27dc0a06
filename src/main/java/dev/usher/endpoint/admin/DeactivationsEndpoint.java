package dev.usher.endpoint.admin;

import static dev.usher.platform.Contention.retried;

import dev.usher.endpoint.security.CurrentCaller;
import dev.usher.people.DeactivationBatch;
import dev.usher.people.Deactivations;
import dev.usher.tenant.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;

/** Waves of deactivations whose seats and purge clocks wait for an administrator. */
@Path("/tenants/{tenant}/deactivations")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class DeactivationsEndpoint {
    @Inject
    private CurrentCaller current;

    @Inject
    private Deactivations deactivations;

    @GET
    @Operation(summary = "Lists waves of deactivations, newest first", answer = "DeactivationBatch", list = true)
    public JsonObject list(@PathParam("tenant") String tenant, @Context UriInfo uri) {
        Caller caller = current.reads(tenant);
        var paging = Paging.of(uri);
        return paging.answer(
                deactivations.page(caller.tenant(), paging.afterId(), paging.fetch()),
                batch -> batch.id().toString(),
                batch -> json(caller, batch));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Shows a wave of deactivations", answer = "DeactivationBatch")
    public JsonObject read(@PathParam("tenant") String tenant, @PathParam("id") String id) {
        Caller caller = current.reads(tenant);
        return json(caller, deactivations.find(caller.tenant(), id(id)));
    }

    @POST
    @Path("/{id}/confirm")
    @Operation(
            summary = "Confirms the deactivations: seats are released, purge clocks run",
            answer = "Job",
            status = 202)
    public Response confirm(@PathParam("tenant") String tenant, @PathParam("id") String id) {
        return decided(tenant, id, DeactivationBatch.State.CONFIRMED);
    }

    @POST
    @Path("/{id}/restore")
    @Operation(summary = "Restores everybody in the batch", answer = "Job", status = 202)
    public Response restore(@PathParam("tenant") String tenant, @PathParam("id") String id) {
        return decided(tenant, id, DeactivationBatch.State.RESTORED);
    }

    private Response decided(String tenant, String id, DeactivationBatch.State decision) {
        return JobsEndpoint.accepted(retried(() -> deactivations.decide(current.changes(tenant), id(id), decision)));
    }

    private JsonObject json(Caller caller, DeactivationBatch batch) {
        var json = Json.createObjectBuilder()
                .add("id", batch.id().toString())
                .add("state", batch.state().name())
                .add("began", batch.began().toString())
                .add("last", batch.last().toString())
                .add("users", deactivations.users(caller.tenant(), batch));
        batch.decidedBy().ifPresent(name -> json.add("decidedBy", name));
        batch.job().ifPresent(job -> json.add("jobId", job.toString()));
        return json.build();
    }

    private static UUID id(String text) {
        return Body.pathId(text, "This batch of deactivations");
    }
}
