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

/** SQL of table deactivation_batch, and of who is in a batch, which their own rows say. */
@ApplicationScoped
public class BatchRows {
    /** A wave has fewer when it is found out: the guard's settings are far below. */
    private static final int MOST_EARLY = 100_000;

    /** Those who were deactivated before it was found out that they are a wave, and are not gathered yet. */
    private static final String EARLY =
            " FROM deactivation_batch b JOIN account a ON a.tenant_no=b.tenant_no AND a.deactivated_at>=b.began_at"
                    + " AND a.deactivated_at<=b.early_until AND a.batch_id IS NULL"
                    + " WHERE b.tenant_no=? AND b.id=? AND b.settled_at IS NULL";

    private static final String SELECT =
            "SELECT id, began_at, last_at, state, decided_by, job_id FROM deactivation_batch WHERE tenant_no=?";

    @Inject
    private Database database;

    /** How many were deactivated lately, at most the limit, and how many of them SCIM still sees. */
    public record Lately(long deactivated, long visible) {}

    /** The wave that was decided last is over: whoever was deactivated in its time does not count again. */
    public Lately since(TenantId tenant, Instant since, long limit) {
        return database.one(
                        "SELECT COUNT(*), SUM(w.scim_visible) FROM (SELECT a.scim_visible FROM account a WHERE"
                                + " a.tenant_no=? AND a.deactivated_at>=? AND a.deactivated_at>(SELECT"
                                + " COALESCE(MAX(b.last_at), ?) FROM deactivation_batch b WHERE b.tenant_no=? AND"
                                + " b.state<>?) LIMIT ?) w",
                        row -> new Lately(row.number(1), row.number(2)),
                        tenant.number(),
                        since,
                        Instant.EPOCH,
                        tenant.number(),
                        State.OPEN,
                        limit)
                .orElse(new Lately(0, 0));
    }

    /** Until when the wave went on that was decided last. */
    public Optional<Instant> lastDecided(TenantId tenant) {
        return database.one(
                        "SELECT MAX(last_at) FROM deactivation_batch WHERE tenant_no=? AND state<>?",
                        row -> row.optionalInstant(1),
                        tenant.number(),
                        State.OPEN)
                .orElse(Optional.empty());
    }

    /** Whether what is to become of this batch is still to be decided, or to be done. */
    public boolean waits(TenantId tenant, UUID batch) {
        return database.count(
                        "SELECT COUNT(*) FROM deactivation_batch WHERE tenant_no=? AND id=? AND settled_at IS NULL",
                        tenant.number(),
                        batch)
                > 0;
    }

    /** The newest open batch that was going on after that moment. */
    public Optional<UUID> goingOn(TenantId tenant, Instant after) {
        return database.one(
                "SELECT id FROM deactivation_batch WHERE tenant_no=? AND state=? AND last_at>=?"
                        + " ORDER BY began_at DESC LIMIT 1",
                row -> row.uuid(1),
                tenant.number(),
                State.OPEN,
                after);
    }

    /** Grows the batch; false where it was decided meanwhile. */
    public boolean grow(TenantId tenant, UUID batch, Instant to) {
        return database.update(
                        "UPDATE deactivation_batch SET last_at=GREATEST(last_at, ?), version=version+1"
                                + " WHERE tenant_no=? AND id=? AND state=?",
                        to,
                        tenant.number(),
                        batch,
                        State.OPEN)
                > 0;
    }

    /**
     * Opens a batch. Whoever was deactivated since it began and is in none belongs to it too: their rows are not written
     * here, for the licence's row is locked by now and theirs come before it, but by {@link #gather}. They are read
     * without a lock; whoever is being deactivated at this moment will look for the batch.
     */
    public void open(TenantId tenant, UUID id, Instant began, Instant last) {
        Optional<Instant> earlyUntil = database.one(
                        "SELECT MAX(deactivated_at) FROM account WHERE tenant_no=? AND deactivated_at>=?",
                        row -> row.optionalInstant(1),
                        tenant.number(),
                        began)
                .orElse(Optional.empty());
        database.update(
                "INSERT INTO deactivation_batch(tenant_no, id, began_at, last_at, early_until, state, version)"
                        + " VALUES (?,?,?,?,?,?,1)",
                tenant.number(),
                id,
                began,
                last,
                earlyUntil.orElse(last),
                State.OPEN);
    }

    /** Puts somebody whose row is locked into the batch. */
    public void join(TenantId tenant, UUID batch, UUID user) {
        database.update("UPDATE account SET batch_id=? WHERE tenant_no=? AND id=?", batch, tenant.number(), user);
    }

    /** Writes into the rows of the early ones that they are in the batch, in the order of ids. */
    public void gather(TenantId tenant, UUID batch) {
        List<UUID> early = database.query(
                "SELECT a.id" + EARLY + " ORDER BY a.id LIMIT " + MOST_EARLY,
                row -> row.uuid(1),
                tenant.number(),
                batch);
        database.batch(
                "UPDATE account SET batch_id=? WHERE tenant_no=? AND id=? AND deactivated_at IS NOT NULL"
                        + " AND batch_id IS NULL",
                early.stream()
                        .map(id -> new Object[] {batch, tenant.number(), id})
                        .toList());
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

    /** Gives the decision back whose job ended before its time. */
    public void reopen(TenantId tenant, UUID id, UUID job) {
        database.update(
                "UPDATE deactivation_batch SET state=?, decided_by=NULL, job_id=NULL, version=version+1"
                        + " WHERE tenant_no=? AND id=? AND job_id=? AND settled_at IS NULL",
                State.OPEN,
                tenant.number(),
                id,
                job);
    }

    /** What was decided has been done to everybody. */
    public void settle(TenantId tenant, UUID id, Instant now) {
        database.update(
                "UPDATE deactivation_batch SET settled_at=?, version=version+1 WHERE tenant_no=? AND id=?",
                now,
                tenant.number(),
                id);
    }

    /** How many are in it now. */
    public long count(TenantId tenant, UUID batch) {
        long written = database.count(
                "SELECT COUNT(*) FROM account a WHERE a.tenant_no=? AND a.batch_id=?", tenant.number(), batch);
        return written + database.count("SELECT COUNT(*)" + EARLY, tenant.number(), batch);
    }

    /** Who is in it, once gathered: by id, after the one named. */
    public List<UUID> members(TenantId tenant, UUID batch, Optional<UUID> after, int limit) {
        return database.query(
                "SELECT a.id FROM account a WHERE a.tenant_no=? AND a.batch_id=? AND a.id>?"
                        + " ORDER BY a.tenant_no, a.batch_id, a.id LIMIT ?",
                row -> row.uuid(1),
                tenant.number(),
                batch,
                after.orElse(new UUID(0, 0)),
                limit);
    }

    /** The purge clock of somebody whose row is locked begins then. */
    public void beginClock(TenantId tenant, UUID id, Instant at) {
        database.update("UPDATE account SET purge_after=? WHERE tenant_no=? AND id=?", at, tenant.number(), id);
    }

    /** Releases the seat of somebody whose row is locked. */
    public void release(TenantId tenant, UUID id) {
        database.update(
                "UPDATE account SET seat_held=0, version=version+1 WHERE tenant_no=? AND id=?", tenant.number(), id);
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
