package dev.usher.monitoring;

import dev.usher.platform.Meters;
import dev.usher.platform.PoolState;
import dev.usher.platform.SqlCount;
import dev.usher.platform.Traffic;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * The metrics, by Micrometer over what is counted anyway: nothing is added to a request's cost. Names and labels are a
 * promise that {@code docs/operate/monitor.md} makes; a tenant's label is its name, for as many tenants as are watched.
 */
@ApplicationScoped
public class Metrics {
    private static final PrometheusConfig DEFAULTS = key -> null;

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(DEFAULTS);
    private final JvmGcMetrics collections = new JvmGcMetrics();

    @Inject
    private Traffic traffic;

    @Inject
    private Meters meters;

    @Inject
    private Samples samples;

    @Inject
    private Readiness readiness;

    @Inject
    private Clock clock;

    private final MultiGauge users;
    private final MultiGauge preserved;
    private final MultiGauge seats;
    private final MultiGauge seatsUsed;
    private final MultiGauge tokenLeft;
    private final MultiGauge tenantRequests;

    /** For the container. */
    public Metrics() {
        users = tenants("usher.tenant.users", "Users that SCIM sees");
        preserved = tenants("usher.tenant.preserved", "Users whose data is preserved");
        seats = tenants("usher.tenant.seats", "Seats of the licence; absent without a limit");
        seatsUsed = tenants("usher.tenant.seats.used", "Seats in use");
        tokenLeft = tenants("usher.tenant.token.left.seconds", "Seconds until the last live token expires");
        tenantRequests = tenants("usher.tenant.requests", "Requests that this node answered since its start");
    }

    @PostConstruct
    void register() {
        registry.getPrometheusRegistry().register(new RequestTimes(traffic));
        registerCounters();
        gauge("usher.database.connections", "Physical connections open", any -> PoolState.open());
        gauge("usher.database.connections.active", "Physical connections in use", any -> PoolState.active());
        gauge("usher.database.waiting", "Threads that wait for a connection", any -> PoolState.waiting());
        gauge("usher.ready", "1 while this node can serve", any -> readiness.last() ? 1 : 0);
        gauge("usher.database.probe.seconds", "Time of the last probe", last -> last.probeMillis() / 1000);
        gauge(
                "usher.outbox.waiting",
                "Mails that wait in the outbox",
                last -> last.outbox().waiting());
        gauge(
                "usher.outbox.dead",
                "Mails that are not tried again",
                last -> last.outbox().dead());
        gauge(
                "usher.outbox.oldest.seconds",
                "How long the oldest mail has waited, but for what waits for its mailbox alone",
                last -> last.outbox().oldestSeconds(clock.instant()));
        gauge("usher.jobs.open", "Open jobs", last -> last.jobs().size());
        gauge("usher.jobs.failed.last.day", "Jobs that failed within 24 hours", Sample::failedJobs);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        collections.bindTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
    }

    void registerCounters() {
        for (Meters.Meter meter : Meters.Meter.values()) {
            counter("usher." + meter.label(), meter.purpose(), () -> meters.sum(meter));
        }
        counter("usher.database.round.trips", "Round trips to the database", SqlCount::total);
        counter("usher.database.failures", "Statements that ended in an error", SqlCount::failures);
        counter("usher.database.refused", "Connections that could not be made", SqlCount::connectionsRefused);
    }

    /** The virtual machine holds its listeners, and by them a stopped application. */
    @PreDestroy
    void close() {
        collections.close();
    }

    /** Everything, in that content type. */
    String scrape(String contentType) {
        Map<String, TenantSample> tenants = samples.last().tenants();
        rows(users, tenants, sample -> sample.counts().visibleUsers());
        rows(preserved, tenants, sample -> sample.counts().preserved());
        rows(seatsUsed, tenants, sample -> sample.counts().used());
        rows(seats, tenants, sample -> sample.counts().seats().orElse(-1));
        rows(
                tenantRequests,
                tenants,
                sample -> traffic.tenant(sample.tenant().id().number()).requests());
        rows(tokenLeft, tenants, this::left);
        return written(contentType);
    }

    String written(String contentType) {
        return registry.scrape(contentType);
    }

    private long left(TenantSample sample) {
        return sample.tokenExpiry()
                .map(expiry ->
                        Math.max(0, Duration.between(clock.instant(), expiry).toSeconds()))
                .orElse(-1L);
    }

    /** What is negative does not apply, and is left out. */
    private static void rows(MultiGauge gauge, Map<String, TenantSample> tenants, ToLongFunction<TenantSample> value) {
        List<MultiGauge.Row<?>> rows = tenants.entrySet().stream()
                .filter(each -> value.applyAsLong(each.getValue()) >= 0)
                .<MultiGauge.Row<?>>map(
                        each -> MultiGauge.Row.of(Tags.of("tenant", each.getKey()), value.applyAsLong(each.getValue())))
                .toList();
        gauge.register(rows, true);
    }

    private MultiGauge tenants(String name, String purpose) {
        return MultiGauge.builder(name).description(purpose).register(registry);
    }

    /** The registry holds what it counts by a weak reference, and stops counting without it; so that is this bean. */
    private void counter(String name, String purpose, LongSupplier value) {
        FunctionCounter.builder(name, this, any -> value.getAsLong())
                .description(purpose)
                .register(registry);
    }

    private void gauge(String name, String purpose, ToDoubleFunction<Sample> value) {
        Gauge.builder(name, samples, source -> value.applyAsDouble(source.last()))
                .description(purpose)
                .register(registry);
    }
}
