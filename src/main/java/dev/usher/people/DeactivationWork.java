package dev.usher.people;

import dev.usher.catalog.SeatsExhausted;
import dev.usher.job.Job;
import dev.usher.job.JobWork;
import dev.usher.job.Run;
import dev.usher.people.DeactivationBatch.State;
import dev.usher.people.store.BatchRows;
import dev.usher.platform.Contention;
import dev.usher.platform.DuplicateRow;
import dev.usher.scim.error.ScimException;
import dev.usher.scim.error.ScimType;
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
        if (tally.after().isEmpty()) {
            Contention.retried(() -> batches.gather(context.tenant(), batch.id()));
        }
        List<UUID> chunk = rows.members(context.tenant(), batch.id(), tally.after(), CHUNK);
        for (UUID member : chunk) {
            run = decided(context, run, Tally.of(run.job().progress()), batch, member);
        }
        boolean left = chunk.size() == CHUNK;
        if (!left) {
            batches.settle(run, batch.id());
        }
        return left;
    }

    @Override
    public void abandoned(Job job) {
        rows.reopen(
                job.tenant(),
                UUID.fromString(job.detail().getString(BATCH)),
                job.id().value());
    }

    private Run decided(WriteContext context, Run run, Tally tally, DeactivationBatch batch, UUID id) {
        if (batch.state() == State.CONFIRMED) {
            return Contention.retried(() -> writes.confirm(context, run, tally, batch, id));
        }
        try {
            return Contention.retried(() -> writes.undo(context, run, tally, batch, id));
        } catch (DuplicateRow e) {
            return left(context, run, tally, batch, id, "USER_NAME_TAKEN");
        } catch (ScimException e) {
            if (e.scimType().filter(ScimType.UNIQUENESS::equals).isEmpty()) {
                throw e;
            }
            return left(context, run, tally, batch, id, "VALUE_TAKEN");
        } catch (SeatsExhausted e) {
            return left(context, run, tally, batch, id, "NO_SEAT");
        }
    }

    private Run left(WriteContext context, Run run, Tally tally, DeactivationBatch batch, UUID id, String outcome) {
        return Contention.retried(() -> writes.leave(context, run, tally, batch, id, outcome));
    }
}
