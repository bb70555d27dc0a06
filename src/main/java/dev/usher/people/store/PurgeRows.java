package dev.usher.people.store;

import dev.usher.people.PurgePreview;
import dev.usher.platform.Database;
import dev.usher.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who is preserved longer than the profile keeps people. Oldest first, by index ix_state. */
@ApplicationScoped
public class PurgeRows {
    private static final int MOST_PROFILES = 1_000;
    private static final int MOST_TENANTS = 10_000;
    private static final String FROM = """
             FROM account a
            JOIN assignment s ON s.tenant_no=a.tenant_no AND s.user_id=a.id
            JOIN profile p ON p.tenant_no=s.tenant_no AND p.id=s.profile_id
            WHERE a.tenant_no=? AND a.state=1 AND p.purge_after_days IS NOT NULL
              AND TIMESTAMPADD(DAY, p.purge_after_days, a.state_at)<=?
              AND (a.purge_after IS NULL OR TIMESTAMPADD(DAY, p.purge_after_days, a.purge_after)<=?)
            """;
    private static final String HELD =
            "EXISTS (SELECT 1 FROM legal_hold h WHERE h.tenant_no=a.tenant_no AND h.user_id=a.id)";
    private static final String WAITS =
            "EXISTS (SELECT 1 FROM deactivation_batch b WHERE b.tenant_no=a.tenant_no AND b.settled_at IS NULL"
                    + " AND (b.id=a.batch_id OR a.batch_id IS NULL AND a.deactivated_at>=b.began_at"
                    + " AND a.deactivated_at<=b.early_until))";
    private static final String DUE = FROM + " AND p.data_locked=0 AND NOT " + HELD + " AND NOT " + WAITS;

    /** Somebody who is preserved since then. */
    public record Old(UUID id, Instant since) {}

    @Inject
    private Database database;

    /** The next ones after the one named. */
    public List<Old> page(TenantId tenant, Instant now, Optional<Instant> at, Optional<UUID> after, int limit) {
        long days = database.count(
                "SELECT MIN(purge_after_days) FROM profile WHERE tenant_no=? AND data_locked=0", tenant.number());
        if (days == 0) {
            return List.of(); // no profile purges
        }
        // What every profile would keep is not even read.
        Instant to = now.minus(Duration.ofDays(days));
        Instant from = at.orElse(Instant.EPOCH);
        return database.query(
                "SELECT a.id, a.state_at" + DUE + " AND a.state_at<=? AND a.state_at>=? AND (a.state_at>? OR a.id>?)"
                        + " ORDER BY a.tenant_no, a.state, a.state_at, a.id LIMIT ?",
                row -> new Old(row.uuid(1), row.instant(2)),
                tenant.number(),
                now,
                now,
                to,
                from,
                from,
                after.orElse(new UUID(0, 0)),
                limit);
    }

    /** Whether this one is due. */
    public boolean due(TenantId tenant, UUID id, Instant now) {
        return database.count("SELECT COUNT(*)" + DUE + " AND a.id=?", tenant.number(), now, now, id) > 0;
    }

    /** What a purge would do, and what keeps people from it, by profile. */
    public List<PurgePreview> preview(TenantId tenant, Instant now) {
        return database.query(
                "SELECT p.id, p.name, p.data_locked, p.purge_after_days, COUNT(*), SUM(CASE WHEN " + HELD
                        + " THEN 1 ELSE 0 END), SUM(CASE WHEN NOT " + HELD + " AND " + WAITS + " THEN 1 ELSE 0 END)"
                        + FROM
                        + " GROUP BY p.id, p.name, p.data_locked, p.purge_after_days ORDER BY p.name LIMIT "
                        + MOST_PROFILES,
                row -> PurgePreview.of(
                        row.uuid(1),
                        row.text(2),
                        row.flag(3),
                        row.number(4),
                        row.number(5),
                        row.number(6),
                        row.number(7)),
                tenant.number(),
                now,
                now);
    }

    /** Tenants with a profile that purges. */
    public List<TenantId> tenants() {
        return database.query(
                "SELECT DISTINCT tenant_no FROM profile WHERE purge_after_days IS NOT NULL AND data_locked=0 LIMIT "
                        + MOST_TENANTS,
                row -> new TenantId(row.integer(1)));
    }
}
