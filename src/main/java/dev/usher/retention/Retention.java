package dev.usher.retention;

import dev.usher.administrator.Sessions;
import dev.usher.audit.Expiry;
import dev.usher.job.Jobs;
import dev.usher.job.Recurrence;
import dev.usher.journal.Journal;
import dev.usher.notification.Outbox;
import dev.usher.platform.Meters;
import dev.usher.platform.Meters.Meter;
import dev.usher.platform.Settings;
import dev.usher.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;

/**
 * Every ten minutes, on one node of the cluster: up to a minute of deleting, in chunks that commit one by one. What is
 * left waits for the next time.
 */
@ApplicationScoped
public class Retention implements Recurrence {
    private static final Logger LOG = System.getLogger(Retention.class.getName());
    private static final Duration BUDGET = Duration.ofMinutes(1);
    private static final int TENANTS = 100;

    @Inject
    private Settings settings;

    @Inject
    private Expiry acts;

    @Inject
    private Journal events;

    @Inject
    private Jobs jobs;

    @Inject
    private Outbox outbox;

    @Inject
    private Sessions sessions;

    @Inject
    private Meters meters;

    @Inject
    private Clock clock;

    @Override
    public String name() {
        return "retention";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void begin() {
        Instant now = clock.instant();
        Instant end = now.plus(BUDGET);
        drain("sessions", end, () -> sessions.expire(now));
        settings.jobLife().ifPresent(life -> drain("jobs", end, () -> jobs.expire(now.minus(life))));
        settings.factLife().ifPresent(life -> drain("facts of the outbox", end, () -> outbox.expire(now.minus(life))));
        settings.eventLife().ifPresent(life -> events(now.minus(life), end));
        // By whole days: each deletion is an act of its own, and would otherwise be one every few minutes for ever.
        settings.auditLife().ifPresent(life -> acts(now.minus(life).truncatedTo(ChronoUnit.DAYS), end));
    }

    private void events(Instant before, Instant end) {
        Optional<TenantId> tenant = events.tenantBefore(before, TenantId.PLATFORM);
        while (tenant.isPresent() && clock.instant().isBefore(end)) {
            TenantId one = tenant.get();
            drain("provisioning events", end, () -> events.expire(one, before));
            tenant = events.tenantBefore(before, one);
        }
    }

    private void acts(Instant before, Instant end) {
        List<TenantId> tenants = acts.tenants(before, -1, TENANTS);
        while (!tenants.isEmpty() && clock.instant().isBefore(end)) {
            for (TenantId tenant : tenants) {
                // One chunk a tenant: each leaves an act of its own, which must not end up deleting itself.
                noted("acts", acts.expire(tenant, before));
            }
            tenants = acts.tenants(before, tenants.get(tenants.size() - 1).number(), TENANTS);
        }
    }

    private void drain(String what, Instant end, IntSupplier chunk) {
        int sum = 0;
        int deleted = 1;
        while (deleted > 0 && clock.instant().isBefore(end)) {
            deleted = chunk.getAsInt();
            sum += deleted;
        }
        noted(what, sum);
    }

    private void noted(String what, int deleted) {
        if (deleted > 0) {
            meters.add(Meter.EXPIRED_ROWS, deleted);
            LOG.log(Level.INFO, "retention: deleted {0} {1}", Integer.toString(deleted), what);
        }
    }
}
