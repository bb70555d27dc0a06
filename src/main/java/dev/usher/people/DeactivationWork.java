package dev.usher.people;

import dev.usher.catalog.SeatsExhausted;
import dev.usher.job.JobWork;
import dev.usher.job.Jobs;
import dev.usher.job.Run;
import dev.usher.people.DeactivationBatch.State;
import dev.usher.people.store.BatchRows;
import dev.usher.platform.Contention;
import dev.usher.platform.DuplicateRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Does what an administrator decided about a wave of deactivations: releases the seats, or restores everybody. */
@ApplicationScoped
class DeactivationWork implements JobWork {
    static final String KIND = "deactivations";
    static final String BATCH = "batchId";

    private static final int CHUNK = 500;

    @Inject
    private Deactivations batches;

    @Inject
    private BatchRows rows;

    @Inject
    private JobWrites writes;

    @Inject
    private JobContexts contexts;

    @Inject
    private Jobs jobs;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean next(Run given) {
        Run run = given;
        WriteContext context = contexts.of(run.job());
        DeactivationBatch batch = batches.find(
                context.tenant(), UUID.fromString(run.job().detail().getString(BATCH)));
        Tally tally = Tally.of(run.job().progress());
        List<BatchRows.Member> chunk =
                rows.members(context.tenant(), batch, tally.at().orElse(batch.began()), tally.after(), CHUNK);
        for (BatchRows.Member member : chunk) {
            Tally here = tally.walkedTo(member.since());
            run = decided(context, run, here, batch, member.id());
            tally = Tally.of(run.job().progress());
        }
        return chunk.size() == CHUNK;
    }

    private Run decided(WriteContext context, Run run, Tally tally, DeactivationBatch batch, UUID id) {
        if (batch.state() == State.CONFIRMED) {
            return Contention.retried(() -> writes.confirm(context, run, tally, batch, id));
        }
        try {
            return Contention.retried(() -> writes.undo(context, run, tally, batch, id));
        } catch (DuplicateRow e) {
            return skipped(run, tally, id, "USER_NAME_TAKEN");
        } catch (SeatsExhausted e) {
            return skipped(run, tally, id, "NO_SEAT");
        }
    }

    private Run skipped(Run run, Tally tally, UUID id, String outcome) {
        return jobs.advance(run, tally.past(id, outcome).json(), List.of(JobWrites.item(id, outcome)));
    }
}
