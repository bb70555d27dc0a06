package dev.usher.endpoint.admin;

import dev.usher.endpoint.security.CurrentCaller;
import dev.usher.people.Accounts;
import dev.usher.people.SuggestedMove;
import dev.usher.people.Suggestion;
import dev.usher.people.UserId;
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
import jakarta.ws.rs.core.UriInfo;

/** Moves that re-classification did not make by itself, for an administrator to accept or to dismiss. */
@Path("/tenants/{tenant}/suggestions")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class SuggestionsEndpoint {
    @Inject
    private CurrentCaller current;

    @Inject
    private Accounts accounts;

    @GET
    @Operation(summary = "Lists suggested moves by user", answer = "Suggestion", list = true)
    public JsonObject list(@PathParam("tenant") String tenant, @Context UriInfo uri) {
        Caller caller = current.reads(tenant);
        var paging = Paging.of(uri);
        return paging.answer(
                accounts.suggestions(caller, paging.afterId(), paging.fetch()),
                move -> move.suggestion().user().toString(),
                SuggestionsEndpoint::json);
    }

    @POST
    @Path("/{user}/accept")
    @Operation(summary = "Moves the user as suggested", status = 204)
    public void accept(@PathParam("tenant") String tenant, @PathParam("user") String user) {
        accounts.acceptSuggestion(current.changes(tenant), user(user));
    }

    @POST
    @Path("/{user}/dismiss")
    @Operation(summary = "Drops the suggestion; the same is not made again", status = 204)
    public void dismiss(@PathParam("tenant") String tenant, @PathParam("user") String user) {
        accounts.dismissSuggestion(current.changes(tenant), user(user));
    }

    private static UserId user(String text) {
        return new UserId(Body.pathId(text, "This suggestion"));
    }

    static JsonObject json(SuggestedMove move) {
        Suggestion suggestion = move.suggestion();
        var json = Json.createObjectBuilder()
                .add("userId", suggestion.user().toString())
                .add("userName", move.userName())
                .add("profileId", suggestion.to().profile().value().toString())
                .add("profileName", move.profileName())
                .add("storageRegionId", suggestion.to().region().value().toString())
                .add("storageRegionName", move.regionName())
                .add("reason", suggestion.reason())
                .add("madeAt", suggestion.madeAt().toString());
        suggestion
                .to()
                .mapping()
                .ifPresent(id -> json.add("mappingId", id.value().toString()).add("mappingName", move.mappingName()));
        suggestion.to().quotaBytes().ifPresent(quota -> json.add("quotaBytes", quota));
        return json.build();
    }
}
