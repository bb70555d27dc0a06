package dev.usher.monitoring.jmx;

import dev.usher.audit.AuditTrail;
import dev.usher.mapping.Mappings;
import dev.usher.monitoring.Readiness;
import dev.usher.monitoring.Samples;
import dev.usher.monitoring.Version;
import dev.usher.platform.Drain;
import dev.usher.platform.Meters;
import dev.usher.platform.Route;
import dev.usher.platform.Settings;
import dev.usher.platform.Traffic;
import dev.usher.tenant.Tenants;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;

/** Makes the beans from what others count. */
@Dependent
class Beans {
    @Inject
    private Samples samples;

    @Inject
    private Traffic traffic;

    @Inject
    private Meters meters;

    @Inject
    private Readiness readiness;

    @Inject
    private Drain drain;

    @Inject
    private AuditTrail audit;

    @Inject
    private Mappings mappings;

    @Inject
    private Tenants tenants;

    @Inject
    private Clock clock;

    @Inject
    private Settings settings;

    ServerMXBean server() {
        Instant started = clock.instant();
        return new ServerBean(Version.current(), started, clock, readiness, drain, traffic, samples);
    }

    DataSourceMXBean dataSource() {
        return new DataSourceBean(samples, settings.dbPoolMax());
    }

    OutboxMXBean outbox() {
        return new OutboxBean(samples, clock);
    }

    JobsMXBean jobs() {
        return new JobsBean(samples, clock);
    }

    ProvisioningMXBean provisioning() {
        return new ProvisioningBean(meters);
    }

    MappingsMXBean mappings() {
        return new MappingsBean(meters, mappings, tenants);
    }

    AuditMXBean audit(Consumer<String> broken) {
        return new AuditBean(meters, audit, tenants, broken);
    }

    EndpointMXBean endpoint(Route route) {
        return new EndpointBean(route, traffic.lane(route));
    }

    TenantMXBean tenant(String name) {
        return new TenantBean(name, samples, traffic, clock);
    }
}
