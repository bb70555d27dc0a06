package dev.usher.people;

import dev.usher.extension.Extensions;
import dev.usher.extension.RegisteredSchema;
import dev.usher.job.InTurn;
import dev.usher.job.Jobs;
import dev.usher.job.Recurrence;
import dev.usher.tenant.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Begins the job that types and indexes what was there before a schema was registered: at once when it is asked, and by
 * itself for what was left, be it that another such job was running, that a node died in between, or that a request was
 * longer under way than the first job.
 */
@ApplicationScoped
public class SchemaIndexing implements Recurrence {
    @Inject
    private Extensions extensions;

    @Inject
    private Jobs jobs;

    @Inject
    private JobContexts contexts;

    @Inject
    private Clock clock;

    @Override
    public String name() {
        return SchemaIndexWork.KIND;
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void begin() {
        InTurn.each(extensions.unindexed(late()), tenant -> begin(contexts.caller(tenant, name())));
    }

    /** Nothing where nothing is left to index, or a job is at it. */
    public void begin(Caller caller) {
        Instant late = late();
        List<RegisteredSchema> left = extensions.list(caller.tenant()).stream()
                .filter(each ->
                        !each.indexed() || !each.settled() && each.createdAt().isBefore(late))
                .toList();
        if (!left.isEmpty() && !jobs.anyOpen(caller.tenant(), SchemaIndexWork.KIND)) {
            jobs.start(caller, SchemaIndexWork.KIND, SchemaIndexWork.detail(left));
        }
    }

    /** What was registered before this has met the last request that did not know of it. */
    private Instant late() {
        return clock.instant().minus(SchemaIndexWork.UNDER_WAY);
    }
}
