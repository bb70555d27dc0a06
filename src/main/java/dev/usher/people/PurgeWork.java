package dev.usher.people;

import dev.usher.job.JobWork;
import dev.usher.job.Run;
import dev.usher.people.store.PurgeRows;
import dev.usher.platform.Contention;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Purges, oldest first. Data-locked users, those under legal hold and those of an unconfirmed deactivation stay. */
@ApplicationScoped
class PurgeWork implements JobWork {
    static final String KIND = "purge";

    private static final int CHUNK = 500;

    @Inject
    private PurgeRows rows;

    @Inject
    private JobWrites writes;

    @Inject
    private JobContexts contexts;

    @Inject
    private Clock clock;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean next(Run given) {
        Run run = given;
        WriteContext context = contexts.of(run.job());
        Tally tally = Tally.of(run.job().progress());
        Instant now = clock.instant();
        List<PurgeRows.Old> chunk = rows.page(context.tenant(), now, tally.at(), tally.after(), CHUNK);
        for (PurgeRows.Old member : chunk) {
            Run before = run;
            Tally here = tally.walkedTo(member.since());
            run = Contention.retried(() -> writes.purgeOne(context, before, here, member.id(), now));
            tally = Tally.of(run.job().progress());
        }
        return chunk.size() == CHUNK;
    }
}
