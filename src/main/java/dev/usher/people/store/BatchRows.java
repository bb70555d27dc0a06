package dev.usher.people.store;

import dev.usher.people.DeactivationBatch;
import dev.usher.people.DeactivationBatch.State;
import dev.usher.platform.Database;
import dev.usher.platform.Row;
import dev.usher.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** SQL of table deactivation_batch, and of the people in a batch, which the time of their deactivation tells. */
@ApplicationScoped
public class BatchRows {
    /** Preserved by an identity provider; whoever was inactive from the beginning was never deactivated. */
    static final String DEACTIVATED = " a.state=1 AND a.preserved_by IN (0, 3) AND a.state_at>a.created_at";

    private static final String SELECT =
            "SELECT id, began_at, last_at, state, decided_by, job_id FROM deactivation_batch WHERE tenant_no=?";

    @Inject
    private Database database;

    /** How many were deactivated lately, at most the limit, and how many of them SCIM still sees. */
    public record Lately(long deactivated, long visible) {}

    /** Somebody in a batch. */
    public record Member(UUID id, Instant since) {}

    public Lately since(TenantId tenant, Instant since, long limit) {
        return database.one(
                        "SELECT COUNT(*), SUM(w.scim_visible) FROM (SELECT a.scim_visible FROM account a WHERE"
                                + " a.tenant_no=? AND a.state_at>=? AND" + DEACTIVATED + " LIMIT ?) w",
                        row -> new Lately(row.number(1), row.number(2)),
                        tenant.number(),
                        since,
                        limit)
                .orElse(new Lately(0, 0));
    }

    /** Whether an open batch has whoever was deactivated at that moment. */
    public boolean waits(TenantId tenant, Instant at) {
        return database.count(
                        "SELECT COUNT(*) FROM deactivation_batch WHERE tenant_no=? AND state=? AND began_at<=? AND"
                                + " last_at>=?",
                        tenant.number(),
                        State.OPEN,
                        at,
                        at)
                > 0;
    }

    /** Grows the open batch that was going on after that moment; false where there is none. */
    public boolean grow(TenantId tenant, Instant goingOnAfter, Instant to) {
        return database.update(
                        "UPDATE deactivation_batch SET last_at=GREATEST(last_at, ?), version=version+1"
                                + " WHERE tenant_no=? AND state=? AND last_at>=?",
                        to,
                        tenant.number(),
                        State.OPEN,
                        goingOnAfter)
                > 0;
    }

    public void open(TenantId tenant, UUID id, Instant began, Instant last) {
        database.update(
                "INSERT INTO deactivation_batch(tenant_no, id, began_at, last_at, state, version) VALUES (?,?,?,?,?,1)",
                tenant.number(),
                id,
                began,
                last,
                State.OPEN);
    }

    /** {@code clause} is empty or a locking clause. */
    public Optional<DeactivationBatch> find(TenantId tenant, UUID id, String clause) {
        return database.one(SELECT + " AND id=?" + clause, BatchRows::batch, tenant.number(), id);
    }

    /** Newest first. */
    public List<DeactivationBatch> page(TenantId tenant, Optional<UUID> before, int limit) {
        var parameters = new ArrayList<Object>(List.of(tenant.number()));
        before.ifPresent(parameters::add);
        parameters.add(limit);
        return database.query(
                SELECT + (before.isPresent() ? " AND id<?" : "") + " ORDER BY tenant_no DESC, id DESC LIMIT ?",
                BatchRows::batch,
                parameters.toArray());
    }

    public void decide(TenantId tenant, UUID id, State state, String by, UUID job) {
        database.update(
                "UPDATE deactivation_batch SET state=?, decided_by=?, job_id=?, version=version+1"
                        + " WHERE tenant_no=? AND id=?",
                state,
                by,
                job,
                tenant.number(),
                id);
    }

    /** How many are in it now. */
    public long count(TenantId tenant, DeactivationBatch batch) {
        return database.count(
                "SELECT COUNT(*) FROM account a WHERE a.tenant_no=? AND a.state_at>=? AND a.state_at<=? AND"
                        + DEACTIVATED,
                tenant.number(),
                batch.began(),
                batch.last());
    }

    /** Who is in it, by the time of deactivation, after the one named. */
    public List<Member> members(TenantId tenant, DeactivationBatch batch, Instant at, Optional<UUID> after, int limit) {
        return database.query(
                "SELECT a.id, a.state_at FROM account a WHERE a.tenant_no=? AND a.state_at>=? AND (a.state_at>? OR"
                        + " a.id>?) AND a.state_at<=? AND" + DEACTIVATED
                        + " ORDER BY a.tenant_no, a.state, a.state_at, a.id LIMIT ?",
                row -> new Member(row.uuid(1), row.instant(2)),
                tenant.number(),
                at,
                at,
                after.orElse(new UUID(0, 0)),
                batch.last(),
                limit);
    }

    /** Releases the seat; the purge clock of somebody whose seat waited begins now. */
    public void release(TenantId tenant, UUID id, Instant now) {
        database.update(
                "UPDATE account SET seat_held=0, version=version+1, purge_after=? WHERE tenant_no=? AND id=?",
                now,
                tenant.number(),
                id);
    }

    private static DeactivationBatch batch(Row row) {
        return new DeactivationBatch(
                row.uuid(1),
                row.instant(2),
                row.instant(3),
                row.constant(4, State.class),
                row.optionalText(5),
                row.optionalUuid(6));
    }
}
