package dev.usher.monitoring;

import dev.usher.job.Jobs;
import dev.usher.mapping.Mappings;
import dev.usher.monitoring.jmx.Registrar;
import dev.usher.notification.Outbox;
import dev.usher.platform.Database;
import dev.usher.platform.DatabaseFault;
import dev.usher.platform.Settings;
import dev.usher.tenant.Tenant;
import dev.usher.tenant.Tenants;
import dev.usher.token.Tokens;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Reads every ten seconds what monitoring shows of the database, so that its cost is known and nobody who looks makes it
 * grow; tenants every minute, a few statements each. Registers the management beans with the application's start.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class Sampler {
    private static final Logger LOG = System.getLogger(Sampler.class.getName());
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration TENANTS_EVERY = Duration.ofSeconds(55);
    private static final int PAGE = 100;

    private final AtomicBoolean busy = new AtomicBoolean();

    @Inject
    private Samples samples;

    @Inject
    private Registrar registrar;

    @Inject
    private Readiness readiness;

    @Inject
    private Settings settings;

    @Inject
    private Database database;

    @Inject
    private Outbox outbox;

    @Inject
    private Jobs jobs;

    @Inject
    private Tenants tenants;

    @Inject
    private Mappings mappings;

    @Inject
    private Tokens tokens;

    @Inject
    private Clock clock;

    private volatile Instant tenantsAt = Instant.MIN;

    @PostConstruct
    void begin() {
        registrar.register();
        sample();
    }

    @PreDestroy
    void end() {
        registrar.unregister();
    }

    /** Once more. */
    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    public void sample() {
        if (!busy.compareAndSet(false, true)) {
            return; // the database makes the last one wait
        }
        try {
            samples.put(read(samples.last()));
        } catch (RuntimeException e) {
            // The server wraps what leaves an EJB; a database that is away is no surprise worth a stack trace each
            // time.
            Level level = DatabaseFault.within(e).isPresent() ? Level.DEBUG : Level.WARNING;
            LOG.log(level, "numbers for monitoring could not be read", e);
            samples.put(samples.last().unanswered());
        } finally {
            busy.set(false);
        }
        registrar.refresh(readiness.last());
    }

    private Sample read(Sample before) {
        Instant now = clock.instant();
        long began = System.nanoTime();
        boolean answers = readiness.databaseAnswers();
        double probe = (System.nanoTime() - began) / 1e6;
        if (!answers) {
            return before.unanswered();
        }
        boolean due = before.tenants().isEmpty() || !now.isBefore(tenantsAt.plus(TENANTS_EVERY));
        Map<String, TenantSample> watched = due ? watched() : before.tenants();
        if (due) {
            tenantsAt = now;
        }
        return new Sample(
                Optional.of(now),
                true,
                probe,
                database.dialect().name(),
                outbox.depth(),
                jobs.open(),
                jobs.failedSince(now.minus(DAY)),
                watched);
    }

    private Map<String, TenantSample> watched() {
        var found = new LinkedHashMap<String, TenantSample>();
        Optional<String> after = Optional.empty();
        while (found.size() < settings.watchedTenants()) {
            int limit = Math.min(PAGE, settings.watchedTenants() - found.size());
            List<Tenant> page = tenants.page(after, limit);
            for (Tenant tenant : page) {
                found.put(tenant.name(), watched(tenant));
            }
            if (page.size() < limit) {
                break;
            }
            after = Optional.of(page.get(page.size() - 1).name());
        }
        return found;
    }

    private TenantSample watched(Tenant tenant) {
        return new TenantSample(
                tenant, tenants.counts(tenant.id()), mappings.count(tenant.id()), tokens.lastExpiry(tenant));
    }
}
