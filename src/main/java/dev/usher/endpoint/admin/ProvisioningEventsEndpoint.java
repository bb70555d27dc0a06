package dev.usher.endpoint.admin;

import dev.usher.endpoint.security.CurrentCaller;
import dev.usher.journal.EventQuery;
import dev.usher.journal.Journal;
import dev.usher.journal.Kind;
import dev.usher.journal.Outcome;
import dev.usher.journal.RecordedEvent;
import dev.usher.people.Accounts;
import dev.usher.people.UserId;
import dev.usher.platform.Problem;
import dev.usher.tenant.Caller;
import dev.usher.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What identity providers asked of a tenant and what became of it. */
@Path("/tenants/{tenant}/provisioning-events")
@ApplicationScoped
public class ProvisioningEventsEndpoint {
    private static final String WHAT = "This event";
    private static final int LONGEST_TEXT = 200;

    @Inject
    private CurrentCaller current;

    @Inject
    private Journal journal;

    @Inject
    private Accounts accounts;

    @GET
    @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, JsonLines.MEDIA_TYPE})
    @Operation(
            summary = "Lists the events, newest first",
            parameters = {
                RequestParameter.FROM,
                RequestParameter.TO,
                RequestParameter.OUTCOME,
                RequestParameter.KIND,
                RequestParameter.USER,
                RequestParameter.TEXT
            },
            answer = "ProvisioningEvent",
            list = true)
    public Response list(@PathParam("tenant") String name, @Context UriInfo uri, @Context HttpHeaders headers) {
        Caller caller = current.reads(name);
        TenantId tenant = caller.tenant();
        EventQuery query = named(caller, query(uri));
        if (Csv.wanted(headers)) {
            return csv(tenant, query);
        }
        if (JsonLines.wanted(headers)) {
            return JsonLines.answer(
                    "provisioning-events",
                    (Optional<UUID> last) -> journal.search(tenant, after(query, last), Pages.SIZE),
                    RecordedEvent::id,
                    ProvisioningEventsEndpoint::json);
        }
        var paging = Paging.of(uri);
        var rows = journal.search(tenant, after(query, paging.afterId()), paging.fetch());
        JsonObject page = paging.answer(rows, event -> event.id().toString(), ProvisioningEventsEndpoint::json);
        return Response.ok(page, MediaType.APPLICATION_JSON_TYPE).build();
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Shows an event", answer = "ProvisioningEvent")
    public JsonObject read(@PathParam("tenant") String name, @PathParam("id") String id) {
        TenantId tenant = current.reads(name).tenant();
        return journal.find(tenant, Body.pathId(id, WHAT))
                .map(ProvisioningEventsEndpoint::json)
                .orElseThrow(() -> Problem.notFound(WHAT));
    }

    private Response csv(TenantId tenant, EventQuery query) {
        var header = List.of("at", "kind", "outcome", "subject", "resource", "mapping", "code", "reason", "detail");
        return new Csv("provisioning-events", header)
                .answer(
                        (Optional<UUID> last) -> journal.search(tenant, after(query, last), Csv.PAGE),
                        RecordedEvent::id,
                        ProvisioningEventsEndpoint::cells);
    }

    private static List<String> cells(RecordedEvent recorded) {
        var event = recorded.event();
        return List.of(
                recorded.at().toString(),
                event.kind().name(),
                event.outcome().name(),
                event.subject().map(UUID::toString).orElse(""),
                text(event.detail(), "resource"),
                text(event.detail(), "mapping"),
                text(event.detail(), "code"),
                text(event.detail(), "reason"),
                event.detail().toString());
    }

    private static String text(JsonObject detail, String name) {
        return detail.get(name) instanceof JsonString text ? text.getString() : "";
    }

    /** Names are masked in the log, so somebody who types a whole one is helped to what stands there. */
    private EventQuery named(Caller caller, EventQuery query) {
        return query.text()
                .map(text -> query.named(accounts.named(caller, text).map(UserId::value)))
                .orElse(query);
    }

    private static EventQuery after(EventQuery query, Optional<UUID> last) {
        return last.map(query::before).orElse(query);
    }

    private static EventQuery query(UriInfo uri) {
        return new EventQuery(
                RequestParameter.FROM.time(uri),
                RequestParameter.TO.time(uri),
                RequestParameter.OUTCOME.constant(uri, Outcome.class),
                RequestParameter.KIND.constant(uri, Kind.class),
                RequestParameter.USER.id(uri),
                RequestParameter.TEXT.filled(uri).map(ProvisioningEventsEndpoint::searched),
                Optional.empty(),
                Optional.empty());
    }

    private static String searched(String text) {
        if (text.length() > LONGEST_TEXT) {
            throw Problem.field("text", "'text' has at most " + LONGEST_TEXT + " characters.");
        }
        return text;
    }

    private static JsonObject json(RecordedEvent recorded) {
        var event = recorded.event();
        var json = Json.createObjectBuilder()
                .add("id", recorded.id().toString())
                .add("at", recorded.at().toString())
                .add("kind", event.kind().name())
                .add("outcome", event.outcome().name());
        event.subject().ifPresent(id -> json.add("subject", id.toString()));
        return json.add("detail", event.detail()).build();
    }
}
