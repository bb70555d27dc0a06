package dev.usher.endpoint.admin;

import dev.usher.audit.AuditEvent;
import dev.usher.audit.AuditQuery;
import dev.usher.audit.AuditTrail;
import dev.usher.scim.resource.JsonText;
import dev.usher.tenant.TenantId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What both audit trails, the platform's and a tenant's, answer alike. Roles are asked before. */
@Dependent
class AuditAnswers {
    private final AuditTrail trail;

    @Inject
    AuditAnswers(AuditTrail trail) {
        this.trail = trail;
    }

    /** A page of JSON, or the whole as CSV or lines of JSON, as the client accepts. */
    Response answer(TenantId tenant, UriInfo uri, HttpHeaders headers) {
        var query = query(uri);
        if (Csv.wanted(headers)) {
            return csv(tenant, query);
        }
        if (JsonLines.wanted(headers)) {
            return JsonLines.answer(
                    "audit-events",
                    (Optional<Long> last) -> trail.page(tenant, query, number(last), Pages.SIZE),
                    AuditEvent::seq,
                    AuditAnswers::json);
        }
        var paging = Paging.of(uri);
        JsonObject page = paging.answer(
                trail.page(tenant, query, paging.afterNumber(), paging.fetch()),
                event -> Long.toString(event.seq()),
                AuditAnswers::json);
        return Response.ok(page, MediaType.APPLICATION_JSON_TYPE).build();
    }

    private Response csv(TenantId tenant, AuditQuery query) {
        var table = new Csv("audit-events", List.of("at", "actor", "action", "target", "before", "after"));
        return table.answer(
                last -> trail.page(tenant, query, number(last), Csv.PAGE), AuditEvent::seq, AuditAnswers::cells);
    }

    private static OptionalLong number(Optional<Long> last) {
        return last.isPresent() ? OptionalLong.of(last.get()) : OptionalLong.empty();
    }

    private static List<String> cells(AuditEvent event) {
        JsonObject detail = JsonText.trusted(event.detail());
        return List.of(
                event.at().toString(),
                event.actor(),
                event.action(),
                event.target().map(Object::toString).orElse(""),
                String.valueOf(detail.get("before")),
                String.valueOf(detail.get("after")));
    }

    private static AuditQuery query(UriInfo uri) {
        return new AuditQuery(
                RequestParameter.FROM.time(uri),
                RequestParameter.TO.time(uri),
                RequestParameter.ACTOR.filled(uri),
                RequestParameter.ACTION.filled(uri),
                RequestParameter.TARGET.id(uri));
    }

    private static JsonObject json(AuditEvent event) {
        var json = Json.createObjectBuilder()
                .add("seq", event.seq())
                .add("at", event.at().toString())
                .add("actor", event.actor())
                .add("action", event.action());
        event.target().ifPresent(id -> json.add("target", id.toString()));
        JsonText.trusted(event.detail()).forEach(json::add);
        return json.build();
    }
}
