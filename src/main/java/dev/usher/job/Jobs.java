package dev.usher.job;

import dev.usher.audit.AuditTrail;
import dev.usher.job.store.JobStore;
import dev.usher.platform.Problem;
import dev.usher.platform.Uuid7;
import dev.usher.tenant.Caller;
import dev.usher.tenant.TenantId;
import dev.usher.tenant.Tenants;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The jobs of each tenant. A tenant has one open job of a kind at a time. <b>Errors:</b> {@link Problem}: 404, 409 {@code
 * job-running}, 409 {@code job-ended}.
 */
@Stateless
public class Jobs {
    private static final int CHUNK = 1000;

    @Inject
    private JobStore store;

    @Inject
    private Tenants tenants;

    @Inject
    private AuditTrail audit;

    @Inject
    private Uuid7 ids;

    @Inject
    private Clock clock;

    @Inject
    @Any
    private Instance<JobWork> works;

    /** Puts a job in line; some node begins it within seconds. */
    public Job start(Caller caller, String kind, JsonObject detail) {
        tenants.lock(caller.tenant()); // so that two do not look at the same time
        if (store.anyOpen(caller.tenant(), kind)) {
            throw new Problem(
                    409, "job-running", "Conflict", "A job of this kind is not finished yet.", Map.of("kind", kind));
        }
        var now = clock.instant();
        var job = new Job(
                caller.tenant(),
                new JobId(ids.next()),
                kind,
                JobState.WAITING,
                detail,
                JsonValue.EMPTY_JSON_OBJECT,
                caller.name(),
                now,
                now);
        store.insert(job);
        record(caller, "job.started", job);
        return job;
    }

    /** Whether a job of the kind is not finished. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public boolean anyOpen(TenantId tenant, String kind) {
        return store.anyOpen(tenant, kind);
    }

    /** The job; 404 for an unknown one. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Job find(TenantId tenant, JobId id) {
        return store.find(tenant, id, "").orElseThrow(() -> Problem.notFound("This job"));
    }

    /** Newest first, older than {@code before}. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<Job> page(TenantId tenant, Optional<UUID> before, int limit) {
        return store.page(tenant, before, limit);
    }

    /** What the job did, by subject; only of that outcome unless it is blank. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<JobItem> items(TenantId tenant, JobId id, String outcome, Optional<UUID> after, int limit) {
        return store.items(tenant, id, outcome, after, limit);
    }

    /** Ends an open job: what it is doing at this moment is rolled back, what it did before stays. */
    public Job cancel(Caller caller, JobId id) {
        Job job = store.find(caller.tenant(), id, " FOR UPDATE").orElseThrow(() -> Problem.notFound("This job"));
        if (!job.state().open()) {
            throw Problem.conflict("job-ended", "The job has ended already.");
        }
        store.cancel(job, clock.instant());
        abandoned(job);
        record(caller, "job.cancelled", job);
        return find(caller.tenant(), id);
    }

    /** Writes how far the job is, in the transaction of what was done. Locks the job's row; licence and audit follow. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public Run checkpoint(Run run, JsonObject progress) {
        if (!store.progress(run.job(), JobState.RUNNING, progress, run.fence(), clock.instant())) {
            throw new JobEnded();
        }
        return run.with(progress);
    }

    /** The same, with what was done with some subjects, none of which may have come before. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public Run checkpoint(Run run, JsonObject progress, List<JobItem> items) {
        Run next = checkpoint(run, progress);
        store.insertItems(run.job(), items);
        return next;
    }

    /** Writes progress in a transaction of its own. */
    public Run advance(Run run, JsonObject progress, List<JobItem> items) {
        return checkpoint(run, progress, items);
    }

    /** Open jobs of all tenants, those that waited longest first; for the runner. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<Job> open() {
        return store.open();
    }

    /** How many jobs of all tenants failed since then. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public long failedSince(Instant since) {
        return store.failedSince(since);
    }

    /** The job as it stands, taken for this fencing number; empty when it ended or another node has it. */
    public Optional<Run> begin(Job job, long fence) {
        if (!store.begin(job, fence, clock.instant())) {
            return Optional.empty();
        }
        return store.find(job.tenant(), job.id(), "").map(fresh -> new Run(fresh, fence));
    }

    /** Ends the job, for the runner; where it ended otherwise meanwhile, that stays. */
    public void end(Run run, JobState state, String reason) {
        Job fresh = find(run.job().tenant(), run.job().id());
        JsonObject progress = reason.isEmpty()
                ? fresh.progress()
                : Json.createObjectBuilder(fresh.progress())
                        .add("error", reason)
                        .build();
        boolean ended = store.progress(fresh, state, progress, run.fence(), clock.instant());
        if (ended && state == JobState.FAILED) {
            abandoned(fresh);
        }
    }

    /** Deletes a part of the oldest job that ended before {@code time}: up to {@value #CHUNK} items, then it; how many rows. */
    public int expire(Instant time) {
        return store.endedBefore(time).map(job -> store.delete(job, CHUNK)).orElse(0);
    }

    private void abandoned(Job job) {
        works.stream().filter(work -> work.kind().equals(job.kind())).forEach(work -> work.abandoned(job));
    }

    private void record(Caller caller, String action, Job job) {
        JsonObject what = Json.createObjectBuilder()
                .add("kind", job.kind())
                .add("detail", job.detail())
                .build();
        audit.record(
                caller.tenant(),
                caller.name(),
                action,
                Optional.of(job.id().value()),
                JsonValue.EMPTY_JSON_OBJECT,
                what);
    }
}
