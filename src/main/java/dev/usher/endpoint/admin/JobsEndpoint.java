package dev.usher.endpoint.admin;

import static dev.usher.platform.Contention.retried;

import dev.usher.endpoint.security.CurrentCaller;
import dev.usher.job.Job;
import dev.usher.job.JobId;
import dev.usher.job.JobItem;
import dev.usher.job.Jobs;
import dev.usher.people.Accounts;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Work that outlives a request: to be watched, and to be cancelled. */
@Path("/tenants/{tenant}/jobs")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class JobsEndpoint {
    @Inject
    private CurrentCaller current;

    @Inject
    private Jobs jobs;

    @Inject
    private Accounts accounts;

    @GET
    @Operation(summary = "Lists jobs, newest first", answer = "Job", list = true)
    public JsonObject list(@PathParam("tenant") String tenant, @Context UriInfo uri) {
        Caller caller = current.reads(tenant);
        var paging = Paging.of(uri);
        return paging.answer(
                jobs.page(caller.tenant(), paging.afterId(), paging.fetch()),
                job -> job.id().value().toString(),
                JobsEndpoint::json);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Shows a job and its progress", answer = "Job")
    public JsonObject read(@PathParam("tenant") String tenant, @PathParam("id") String id) {
        Caller caller = current.reads(tenant);
        return json(jobs.find(caller.tenant(), id(id)));
    }

    @GET
    @Path("/{id}/items")
    @Operation(
            summary = "Lists what a job did, or a dry run would do, by user",
            parameters = RequestParameter.ITEM_OUTCOME,
            answer = "JobItem",
            list = true)
    public JsonObject items(@PathParam("tenant") String tenant, @PathParam("id") String id, @Context UriInfo uri) {
        Caller caller = current.reads(tenant);
        Job job = jobs.find(caller.tenant(), id(id));
        String outcome = RequestParameter.ITEM_OUTCOME.of(uri).orElse("");
        var paging = Paging.of(uri);
        List<JobItem> items = jobs.items(
                caller.tenant(), job.id(), outcome.strip().toUpperCase(Locale.ROOT), paging.afterId(), paging.fetch());
        Map<UUID, String> names =
                accounts.userNames(caller, items.stream().map(JobItem::subject).toList());
        return paging.answer(items, item -> item.subject().toString(), item -> json(item, names));
    }

    /** Without a name where the user was purged. */
    private static JsonObject json(JobItem item, Map<UUID, String> names) {
        var json = Json.createObjectBuilder(item.detail())
                .add("userId", item.subject().toString())
                .add("outcome", item.outcome());
        Optional.ofNullable(names.get(item.subject())).ifPresent(name -> json.add("userName", name));
        return json.build();
    }

    @POST
    @Path("/{id}/cancel")
    @Operation(summary = "Ends a job; what it did stays", answer = "Job")
    public JsonObject cancel(@PathParam("tenant") String tenant, @PathParam("id") String id) {
        return json(retried(() -> jobs.cancel(current.changes(tenant), id(id))));
    }

    static JobId id(String text) {
        return new JobId(Body.pathId(text, "This job"));
    }

    /** 202: it was put in line. */
    static Response accepted(Job job) {
        return Response.accepted(json(job)).build();
    }

    static JsonObject json(Job job) {
        return Json.createObjectBuilder()
                .add("id", job.id().value().toString())
                .add("kind", job.kind())
                .add("state", job.state().name())
                .add("detail", job.detail())
                .add("progress", job.progress())
                .add("createdBy", job.createdBy())
                .add("createdAt", job.createdAt().toString())
                .add("updatedAt", job.updatedAt().toString())
                .build();
    }
}
