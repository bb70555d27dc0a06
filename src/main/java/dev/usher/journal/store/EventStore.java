package dev.usher.journal.store;

import dev.usher.journal.EventQuery;
import dev.usher.journal.EventTime;
import dev.usher.journal.Kind;
import dev.usher.journal.MaskedName;
import dev.usher.journal.Outcome;
import dev.usher.journal.ProvisioningEvent;
import dev.usher.journal.RecordedEvent;
import dev.usher.platform.Database;
import dev.usher.platform.Row;
import dev.usher.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** SQL of table provisioning_event. */
@ApplicationScoped
public class EventStore {
    private static final String COLUMNS = "SELECT id, subject_id, kind, outcome, detail FROM provisioning_event";
    /** A text is looked for row by row; a rare one in a long log must not hold a connection. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Inject
    private Database database;

    public void insert(UUID id, ProvisioningEvent event) {
        database.update(
                "INSERT INTO provisioning_event (tenant_no, id, subject_id, kind, outcome, detail)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                event.tenant().number(),
                id,
                event.subject(),
                event.kind(),
                event.outcome(),
                EventDetail.text(event.detail()));
    }

    public boolean hasNoChangeSince(TenantId tenant, UUID subject, UUID since) {
        return database.one(
                        "SELECT 1 FROM provisioning_event WHERE tenant_no = ? AND subject_id = ? AND id >= ?"
                                + " AND outcome = ? LIMIT 1",
                        row -> true,
                        tenant.number(),
                        subject,
                        since,
                        Outcome.NO_CHANGE)
                .isPresent();
    }

    public Optional<RecordedEvent> find(TenantId tenant, UUID id) {
        return database.one(
                COLUMNS + " WHERE tenant_no = ? AND id = ?", row -> event(tenant, row), tenant.number(), id);
    }

    /** The oldest event of the first tenant after {@code tenant} that has any. */
    public Optional<RecordedEvent> oldestAfter(TenantId tenant) {
        return database.one(
                "SELECT id, subject_id, kind, outcome, detail, tenant_no FROM provisioning_event WHERE tenant_no > ?"
                        + " ORDER BY tenant_no, id LIMIT 1",
                row -> event(new TenantId(row.integer(6)), row),
                tenant.number());
    }

    /** Deletes up to {@code most} with ids below {@code first}; how many. */
    public int delete(TenantId tenant, UUID first, int most) {
        return database.update(
                "DELETE FROM provisioning_event WHERE tenant_no = ? AND id < ? LIMIT ?", tenant.number(), first, most);
    }

    public List<RecordedEvent> search(TenantId tenant, EventQuery query, int limit) {
        var sql = new StringBuilder(COLUMNS).append(" WHERE tenant_no = ?");
        var values = new ArrayList<Object>(List.of(tenant.number()));
        query.subject().ifPresent(subject -> and(sql, values, " AND subject_id = ?", subject));
        query.outcome().ifPresent(outcome -> and(sql, values, " AND outcome = ?", outcome));
        query.kind().ifPresent(kind -> and(sql, values, " AND kind = ?", kind));
        query.from().ifPresent(from -> and(sql, values, " AND id >= ?", EventTime.first(from)));
        query.to().ifPresent(to -> and(sql, values, " AND id < ?", EventTime.first(to)));
        query.before().ifPresent(before -> and(sql, values, " AND id < ?", before));
        query.text().ifPresent(text -> text(sql, values, query, text));
        sql.append(order(query)).append(" LIMIT ?");
        values.add(limit);
        return database.within(PATIENCE).query(sql.toString(), row -> event(tenant, row), values.toArray());
    }

    /**
     * A part of the detail as it is; whatever happened to whom it names; a mail address as names are masked, and that only
     * where there is no subject if somebody has the name: the others with this mask are other people.
     */
    private static void text(StringBuilder sql, List<Object> values, EventQuery query, String text) {
        and(sql, values, " AND (LOWER(detail) LIKE ? ESCAPE '!'", pattern(text));
        if (text.indexOf('@') > 0 && text.indexOf('•') < 0) {
            String nobody = query.named().isPresent() ? "subject_id IS NULL AND " : "";
            String masked = MaskedName.of(text);
            String quoted = "\\\"" + masked + "\\\""; // in the JSON of a refusal's reason
            String like = "LOWER(detail) LIKE ? ESCAPE '!'";
            and(
                    sql,
                    values,
                    " OR (" + nobody + "(" + like + " OR " + like + "))",
                    pattern('"' + masked + '"'),
                    pattern(quoted));
        }
        query.named().ifPresent(user -> and(sql, values, " OR subject_id = ?", user));
        sql.append(')');
    }

    /** The whole prefix of the index that the query can walk backwards; otherwise H2 sorts. */
    private static String order(EventQuery query) {
        if (query.subject().isPresent()) {
            return " ORDER BY tenant_no DESC, subject_id DESC, id DESC";
        }
        if (query.outcome().isPresent()) {
            return " ORDER BY tenant_no DESC, outcome DESC, id DESC";
        }
        return " ORDER BY tenant_no DESC, id DESC";
    }

    private static void and(StringBuilder sql, List<Object> values, String condition, Object... bound) {
        sql.append(condition);
        values.addAll(List.of(bound));
    }

    private static String pattern(String text) {
        String literal = text.toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
        return "%" + literal + "%";
    }

    private static RecordedEvent event(TenantId tenant, Row row) {
        var event = new ProvisioningEvent(
                tenant,
                row.optionalUuid(2),
                row.constant(3, Kind.class),
                row.constant(4, Outcome.class),
                EventDetail.json(row.text(5)));
        return new RecordedEvent(row.uuid(1), event);
    }
}
