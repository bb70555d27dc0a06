package dev.usher.endpoint.admin;

import static dev.usher.platform.Contention.retried;

import dev.usher.endpoint.security.CurrentCaller;
import dev.usher.notification.LetterState;
import dev.usher.notification.Letters;
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
import java.util.Optional;
import java.util.UUID;

/** The tenant's mail: what waits and why, what was sent, and dead letters, which administrators retry or discard. */
@Path("/tenants/{tenant}/mails")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class MailsEndpoint {
    @Inject
    private CurrentCaller current;

    @Inject
    private Letters letters;

    @Inject
    private LetterJson json;

    @GET
    @Operation(
            summary = "Lists mails, newest first",
            parameters = RequestParameter.MAIL_STATE,
            answer = "Mail",
            list = true)
    public JsonObject list(@PathParam("tenant") String tenant, @Context UriInfo uri) {
        Caller caller = current.reads(tenant);
        var paging = Paging.of(uri);
        Optional<LetterState> state = RequestParameter.MAIL_STATE.constant(uri, LetterState.class);
        return paging.answer(
                letters.page(caller.tenant(), state, paging.afterId(), paging.fetch()),
                letter -> letter.id().toString(),
                json::of);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Shows a mail", answer = "Mail")
    public JsonObject read(@PathParam("tenant") String tenant, @PathParam("id") String id) {
        Caller caller = current.reads(tenant);
        return json.of(letters.read(caller.tenant(), id(id)));
    }

    @POST
    @Path("/{id}/retry")
    @Operation(summary = "Tries a dead or waiting mail again, now", answer = "Mail")
    public JsonObject retry(@PathParam("tenant") String tenant, @PathParam("id") String id) {
        return json.of(retried(() -> letters.retry(current.changes(tenant), id(id))));
    }

    @POST
    @Path("/{id}/discard")
    @Operation(summary = "Gives a dead or waiting mail up", answer = "Mail")
    public JsonObject discard(@PathParam("tenant") String tenant, @PathParam("id") String id) {
        return json.of(retried(() -> letters.discard(current.changes(tenant), id(id))));
    }

    @POST
    @Path("/retry-dead")
    @Operation(summary = "Tries dead mails again, the newest five hundred", answer = "MailsRetried")
    public JsonObject retryDead(@PathParam("tenant") String tenant) {
        return Json.createObjectBuilder()
                .add("mails", retried(() -> letters.retryDead(current.changes(tenant))))
                .build();
    }

    private static UUID id(String text) {
        return Body.pathId(text, "This mail");
    }
}
