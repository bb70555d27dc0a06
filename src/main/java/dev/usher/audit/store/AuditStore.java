package dev.usher.audit.store;

import dev.usher.audit.AuditEvent;
import dev.usher.audit.AuditQuery;
import dev.usher.platform.Database;
import dev.usher.platform.Row;
import dev.usher.tenant.TenantId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** The SQL of the audit trail. */
@Dependent
public class AuditStore {
    /** The chain's end, locked. */
    public static final class Head {
        private final long seq;
        private final byte[] hash;

        Head(long seq, byte[] hash) {
            this.seq = seq;
            this.hash = hash.clone();
        }

        /** The number of the last event; 0 before the first. */
        public long seq() {
            return seq;
        }

        /** The 32 bytes that the next event's hash is made over. */
        public byte[] hash() {
            return hash.clone();
        }
    }

    private final Database database;

    @Inject
    AuditStore(Database database) {
        this.database = database;
    }

    /** Locks the end of the tenant's chain until the transaction ends. */
    public Head lockHead(TenantId tenant) {
        return database.one(
                        "SELECT seq, hash FROM audit_head WHERE tenant_no = ? FOR UPDATE",
                        row -> new Head(row.number(1), row.bytes(2)),
                        tenant.number())
                .orElseThrow(() -> new IllegalStateException("tenant " + tenant.number() + " has no audit chain"));
    }

    /** Writes the link and moves the chain's end to it. */
    public void append(TenantId tenant, Head head, AuditEvent event, byte[] hash) {
        database.update(
                "INSERT INTO audit_event (tenant_no, seq, at, actor, action, target, detail, prev_hash, hash)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                tenant.number(),
                event.seq(),
                event.at(),
                event.actor(),
                event.action(),
                event.target(),
                event.detail(),
                head.hash(),
                hash);
        database.update(
                "UPDATE audit_head SET seq = ?, hash = ? WHERE tenant_no = ?", event.seq(), hash, tenant.number());
    }

    /** Newest first, from below {@code before}. The sequence follows time, so one index serves both bounds. */
    public List<AuditEvent> page(TenantId tenant, AuditQuery query, OptionalLong before, int limit) {
        var sql =
                new StringBuilder("SELECT seq, at, actor, action, target, detail FROM audit_event WHERE tenant_no = ?");
        var parameters = new ArrayList<Object>();
        parameters.add(tenant.number());
        before.ifPresent(seq -> add(sql, " AND seq < ?", parameters, seq));
        query.from().ifPresent(time -> add(sql, " AND at >= ?", parameters, time));
        query.to().ifPresent(time -> add(sql, " AND at < ?", parameters, time));
        query.actor().ifPresent(actor -> add(sql, " AND actor = ?", parameters, actor));
        query.action().ifPresent(action -> {
            if (action.endsWith(".")) {
                add(sql, " AND action >= ?", parameters, action);
                // The character after the dot bounds the family without a LIKE and its escapes.
                add(sql, " AND action < ?", parameters, action.substring(0, action.length() - 1) + "/");
            } else {
                add(sql, " AND action = ?", parameters, action);
            }
        });
        add(sql, " ORDER BY tenant_no DESC, seq DESC LIMIT ?", parameters, limit);
        return database.query(sql.toString(), AuditStore::event, parameters.toArray());
    }

    private static void add(StringBuilder sql, String term, List<Object> parameters, Object value) {
        sql.append(term);
        parameters.add(value);
    }

    private static AuditEvent event(Row row) {
        return new AuditEvent(
                row.number(1), row.instant(2), row.text(3), row.text(4), row.optionalUuid(5), row.text(6));
    }
}
