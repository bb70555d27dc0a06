package dev.usher.endpoint.admin;

import static dev.usher.platform.Contention.retried;

import dev.usher.endpoint.security.CurrentCaller;
import dev.usher.people.LegalHold;
import dev.usher.people.LegalHolds;
import dev.usher.people.UserId;
import dev.usher.platform.Problem;
import dev.usher.tenant.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** A user's legal hold: while it is placed, nobody purges the user. Cloud administrators place and lift it. */
@Path("/tenants/{tenant}/users/{id}/legal-hold")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class LegalHoldEndpoint {
    @Inject
    private CurrentCaller current;

    @Inject
    private LegalHolds holds;

    @GET
    @Operation(summary = "Shows a user's legal hold; 404 where there is none", answer = "LegalHold")
    public JsonObject read(@PathParam("tenant") String tenant, @PathParam("id") String id) {
        Caller caller = current.reads(tenant);
        return json(
                holds.find(caller.tenant(), user(id)).orElseThrow(() -> Problem.notFound("A legal hold on this user")));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Places a legal hold", request = "NewLegalHold", answer = "LegalHold")
    public JsonObject place(@PathParam("tenant") String tenant, @PathParam("id") String id, Body body) {
        Caller caller = current.governs(tenant);
        body.only("reason");
        return json(retried(() -> holds.place(caller, user(id), body.text("reason"))));
    }

    @DELETE
    @Operation(summary = "Lifts the legal hold", status = 204)
    public void lift(@PathParam("tenant") String tenant, @PathParam("id") String id) {
        retried(() -> holds.lift(current.governs(tenant), user(id)));
    }

    private static UserId user(String text) {
        return new UserId(Body.pathId(text, "This user"));
    }

    static JsonObject json(LegalHold hold) {
        return Json.createObjectBuilder()
                .add("reason", hold.reason())
                .add("placedBy", hold.placedBy())
                .add("placedAt", hold.placedAt().toString())
                .build();
    }
}
