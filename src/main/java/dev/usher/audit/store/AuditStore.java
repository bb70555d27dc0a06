package dev.usher.audit.store;

import static java.util.Objects.requireNonNull;

import dev.usher.audit.AuditEvent;
import dev.usher.audit.AuditQuery;
import dev.usher.audit.ChainEnd;
import dev.usher.audit.ChainLink;
import dev.usher.platform.Database;
import dev.usher.platform.DuplicateRow;
import dev.usher.platform.Problem;
import dev.usher.platform.Row;
import dev.usher.tenant.TenantId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The SQL of the audit trail. */
@Dependent
public class AuditStore {
    /** A chain's recorded end with its seal, which are gone where somebody deleted their row, and the last act there. */
    public record Ends(Optional<ChainEnd> recorded, Optional<byte[]> seal, long last) {
        public Ends {
            requireNonNull(recorded, "recorded");
            requireNonNull(seal, "seal");
        }
    }

    /** A chain's recorded end with its seal. */
    public record SealedEnd(TenantId tenant, ChainEnd end, byte[] seal) {
        public SealedEnd {
            requireNonNull(tenant, "tenant");
            requireNonNull(end, "end");
            seal = seal.clone();
        }

        @Override
        public byte[] seal() {
            return seal.clone();
        }
    }

    /** The name of its row in table setting. */
    private static final String SEALED_SINCE = "audit-sealed-since";

    private final Database database;

    @Inject
    AuditStore(Database database) {
        this.database = database;
    }

    /** Locks the end of the tenant's chain until the transaction ends. */
    public ChainEnd lockHead(TenantId tenant) {
        return database.one(
                        "SELECT seq, hash FROM audit_head WHERE tenant_no = ? FOR UPDATE",
                        AuditStore::end,
                        tenant.number())
                .orElseThrow(() -> new Problem(
                        500,
                        "audit-chain-broken",
                        "The audit trail is broken",
                        "The end of the audit chain is gone from the database, so nothing can be recorded and nothing was"
                                + " done. Verify the chain, and restore it from a backup.",
                        Map.of()));
    }

    /** Writes the link and moves the chain's end, with its seal, to it. */
    public void append(TenantId tenant, ChainEnd head, AuditEvent event, byte[] hash, byte[] seal) {
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
                "UPDATE audit_head SET seq = ?, hash = ?, seal = ? WHERE tenant_no = ?",
                event.seq(),
                hash,
                seal,
                tenant.number());
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
        query.target().ifPresent(target -> add(sql, " AND target = ?", parameters, target));
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

    /** The chain's recorded end, and the number of the last row that is there, both at one moment. */
    public Ends ends(TenantId tenant) {
        return database.one(
                        "SELECT h.seq, h.hash, (SELECT MAX(e.seq) FROM audit_event e WHERE e.tenant_no = h.tenant_no),"
                                + " h.seal FROM audit_head h WHERE h.tenant_no = ?",
                        row -> new Ends(Optional.of(end(row)), row.optionalBytes(4), row.number(3)),
                        tenant.number())
                .orElseGet(() -> new Ends(
                        Optional.empty(),
                        Optional.empty(),
                        database.count("SELECT MAX(seq) FROM audit_event WHERE tenant_no = ?", tenant.number())));
    }

    /** The ends that are sealed, each with its tenant, by number. */
    public List<SealedEnd> sealedEnds(int limit) {
        return database.query(
                "SELECT seq, hash, tenant_no, seal FROM audit_head WHERE seal IS NOT NULL ORDER BY tenant_no LIMIT ?",
                row -> new SealedEnd(new TenantId(row.integer(3)), end(row), row.bytes(4)),
                limit);
    }

    /** Since when each act seals the chain's end; empty where none does. */
    public Optional<Instant> sealedSince() {
        return database.one(
                "SELECT content FROM setting WHERE tenant_no = ? AND name = ?",
                row -> Instant.parse(row.text(1)),
                TenantId.PLATFORM.number(),
                SEALED_SINCE);
    }

    /** Notes it, once for ever. */
    public void sealFrom(Instant now) {
        if (sealedSince().isPresent()) {
            return;
        }
        try {
            database.update(
                    "INSERT INTO setting (tenant_no, name, content, version) VALUES (?, ?, ?, 1)",
                    TenantId.PLATFORM.number(),
                    SEALED_SINCE,
                    now.toString());
        } catch (DuplicateRow e) {
            // Another node noted it a moment ago.
        }
    }

    /** Where the chain begins: after what retention deleted. */
    public ChainEnd expired(TenantId tenant) {
        return database.one("SELECT seq, hash FROM audit_expired WHERE tenant_no = ?", AuditStore::end, tenant.number())
                .orElse(ChainEnd.START);
    }

    /** Links after {@code after} up to {@code last}, by number. */
    public List<ChainLink> links(TenantId tenant, long after, long last, int limit) {
        return database.query(
                "SELECT seq, at, actor, action, target, detail, prev_hash, hash FROM audit_event"
                        + " WHERE tenant_no = ? AND seq > ? AND seq <= ? ORDER BY tenant_no, seq LIMIT ?",
                row -> new ChainLink(event(row), row.bytes(7), row.bytes(8)),
                tenant.number(),
                after,
                last,
                limit);
    }

    /** The last act before {@code time} among the oldest {@code most} that are there, with its hash. */
    public Optional<ChainEnd> lastBefore(TenantId tenant, Instant time, long after, int most) {
        return database.one(
                "SELECT seq, hash FROM (SELECT seq, hash, at FROM audit_event WHERE tenant_no = ? AND seq > ?"
                        + " ORDER BY tenant_no, seq LIMIT ?) AS oldest WHERE at < ? ORDER BY seq DESC LIMIT 1",
                AuditStore::end,
                tenant.number(),
                after,
                most,
                time);
    }

    /** Deletes what is not after {@code end} and notes the chain's new beginning; the number of rows. */
    public int expire(TenantId tenant, ChainEnd end) {
        int moved = database.update(
                "UPDATE audit_expired SET seq = ?, hash = ? WHERE tenant_no = ?",
                end.seq(),
                end.hash(),
                tenant.number());
        if (moved == 0) {
            database.update(
                    "INSERT INTO audit_expired (tenant_no, seq, hash) VALUES (?, ?, ?)",
                    tenant.number(),
                    end.seq(),
                    end.hash());
        }
        return database.update("DELETE FROM audit_event WHERE tenant_no = ? AND seq <= ?", tenant.number(), end.seq());
    }

    /** Tenants with an act before {@code time}, after {@code after}, by number. */
    public List<TenantId> tenantsBefore(Instant time, int after, int limit) {
        return database.query(
                "SELECT h.tenant_no FROM audit_head h WHERE h.tenant_no > ? AND EXISTS (SELECT 1 FROM audit_event e"
                        + " WHERE e.tenant_no = h.tenant_no AND e.at < ?) ORDER BY h.tenant_no LIMIT ?",
                row -> new TenantId(row.integer(1)),
                after,
                time,
                limit);
    }

    private static ChainEnd end(Row row) {
        return new ChainEnd(row.number(1), row.bytes(2));
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
