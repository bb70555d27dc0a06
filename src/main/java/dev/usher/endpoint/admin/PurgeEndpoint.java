package dev.usher.endpoint.admin;

import dev.usher.endpoint.security.CurrentCaller;
import dev.usher.people.PurgePreview;
import dev.usher.people.Purges;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The purge of people who are preserved longer than their profile keeps them; it runs by itself every hour. */
@Path("/tenants/{tenant}/purge")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class PurgeEndpoint {
    @Inject
    private CurrentCaller current;

    @Inject
    private Purges purges;

    @GET
    @Operation(
            summary = "Shows how many a purge would take now, by profile, and what keeps others",
            answer = "PurgePreview")
    public JsonObject preview(@PathParam("tenant") String tenant) {
        Caller caller = current.reads(tenant);
        var profiles = Json.createArrayBuilder();
        long due = 0;
        for (PurgePreview line : purges.preview(caller.tenant())) {
            due += line.due();
            profiles.add(Json.createObjectBuilder()
                    .add("profileId", line.profile().value().toString())
                    .add("profileName", line.profileName())
                    .add("purgeAfterDays", line.purgeAfterDays())
                    .add("due", line.due())
                    .add("dataLocked", line.dataLocked())
                    .add("legalHold", line.legalHold())
                    .add("unconfirmed", line.unconfirmed()));
        }
        return Json.createObjectBuilder()
                .add("due", due)
                .add("profiles", profiles)
                .build();
    }

    @POST
    @Operation(summary = "Begins a purge now", answer = "Job", status = 202)
    public Response start(@PathParam("tenant") String tenant) {
        return JobsEndpoint.accepted(purges.start(current.governs(tenant)));
    }
}
