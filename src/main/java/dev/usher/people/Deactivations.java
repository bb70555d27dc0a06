package dev.usher.people;

import dev.usher.job.Job;
import dev.usher.job.Jobs;
import dev.usher.job.Run;
import dev.usher.people.DeactivationBatch.State;
import dev.usher.people.store.BatchRows;
import dev.usher.platform.Problem;
import dev.usher.scim.JsonParts;
import dev.usher.tenant.Caller;
import dev.usher.tenant.TenantId;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Waves of deactivations that wait for an administrator. <b>Errors:</b> 404, 409 {@code batch-decided}. */
@Stateless
public class Deactivations {
    private static final String WHAT = "This batch of deactivations";

    @Inject
    private BatchRows rows;

    @Inject
    private Jobs jobs;

    @Inject
    private Clock clock;

    /** Newest first. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<DeactivationBatch> page(TenantId tenant, Optional<UUID> before, int limit) {
        return rows.page(tenant, before, limit);
    }

    /** The batch. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public DeactivationBatch find(TenantId tenant, UUID id) {
        return rows.find(tenant, id, "").orElseThrow(() -> Problem.notFound(WHAT));
    }

    /** How many are in it now: who came back, or was purged, is not. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public long users(TenantId tenant, DeactivationBatch batch) {
        return rows.count(tenant, batch.id());
    }

    /** Confirms or undoes the batch; a job does it for each user. Where the job ends early the batch is open again. */
    public Job decide(Caller caller, UUID id, State decision) {
        DeactivationBatch batch =
                rows.find(caller.tenant(), id, " FOR UPDATE").orElseThrow(() -> Problem.notFound(WHAT));
        if (batch.state() != State.OPEN) {
            throw Problem.conflict("batch-decided", "This batch of deactivations was decided already.");
        }
        Job job = jobs.start(
                caller,
                DeactivationWork.KIND,
                JsonParts.object()
                        .add(DeactivationWork.BATCH, id.toString())
                        .add("decision", decision.name())
                        .build());
        rows.decide(caller.tenant(), id, decision, caller.name(), job.id().value());
        return job;
    }

    /** Writes down who was deactivated before it was found out that they are a wave; as often as wanted. */
    public void gather(TenantId tenant, UUID id) {
        rows.gather(tenant, id);
    }

    /** Writes that everybody was seen to; the people of the batch are as any others now. */
    public void settle(Run run, UUID id) {
        jobs.checkpoint(run, run.job().progress());
        rows.settle(run.job().tenant(), id, clock.instant());
    }
}
