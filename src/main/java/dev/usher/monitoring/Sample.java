package dev.usher.monitoring;

import static java.util.Objects.requireNonNull;

import dev.usher.job.Job;
import dev.usher.notification.OutboxDepth;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stood in the database a moment ago. {@code tenants} by name, as many as are watched; {@code jobs} are the open
 * ones. Where the database did not answer, everything else is from the last time that it did.
 */
public record Sample(
        Optional<Instant> at,
        boolean answering,
        double probeMillis,
        String product,
        OutboxDepth outbox,
        List<Job> jobs,
        long failedJobs,
        Map<String, TenantSample> tenants) {
    /** Nothing is known yet. */
    static final Sample NONE =
            new Sample(Optional.empty(), false, 0, "", new OutboxDepth(0, 0, Optional.empty()), List.of(), 0, Map.of());

    public Sample {
        requireNonNull(at, "at");
        requireNonNull(product, "product");
        requireNonNull(outbox, "outbox");
        jobs = List.copyOf(jobs);
        tenants = Map.copyOf(tenants);
    }

    Sample unanswered() {
        return new Sample(at, false, probeMillis, product, outbox, jobs, failedJobs, tenants);
    }
}
