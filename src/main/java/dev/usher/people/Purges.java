package dev.usher.people;

import dev.usher.job.InTurn;
import dev.usher.job.Job;
import dev.usher.job.Jobs;
import dev.usher.job.Recurrence;
import dev.usher.people.store.PurgeRows;
import dev.usher.scim.JsonParts;
import dev.usher.tenant.Caller;
import dev.usher.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Purges of people who are preserved longer than their profile keeps them: every hour, or when asked for. */
@ApplicationScoped
public class Purges implements Recurrence {
    private static final String NOBODY = "usher";

    @Inject
    private PurgeRows rows;

    @Inject
    private Jobs jobs;

    @Inject
    private JobContexts contexts;

    @Inject
    private Clock clock;

    /** What a purge at this moment would do, by profile; profiles with nobody that old are absent. */
    public List<PurgePreview> preview(TenantId tenant) {
        return rows.preview(tenant, clock.instant());
    }

    /** Begins a purge now. */
    public Job start(Caller caller) {
        return jobs.start(caller, PurgeWork.KIND, JsonParts.object().build());
    }

    @Override
    public String name() {
        return "purge";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    /** People whom a restored backup holds for long preserved may be back, or on hold, since. */
    @Override
    public Duration restAfterStandstill() {
        return Duration.ofHours(24);
    }

    @Override
    public void begin() {
        InTurn.each(rows.tenants(), this::begin);
    }

    private void begin(TenantId tenant) {
        boolean due = !rows.page(tenant, clock.instant(), Optional.empty(), Optional.empty(), 1)
                .isEmpty();
        if (due && !jobs.anyOpen(tenant, PurgeWork.KIND)) {
            start(contexts.caller(tenant, NOBODY));
        }
    }
}
