package dev.usher.monitoring.jmx;

import dev.usher.audit.AuditTrail;
import dev.usher.audit.ChainEnd;
import dev.usher.platform.Meters;
import dev.usher.platform.Meters.Meter;
import dev.usher.tenant.Tenant;
import dev.usher.tenant.TenantId;
import dev.usher.tenant.Tenants;
import java.util.Optional;
import java.util.function.Consumer;

/** {@code brokenChain} is told the tenant's name, blank for the platform. */
record AuditBean(Meters meters, AuditTrail trail, Tenants tenants, Consumer<String> brokenChain)
        implements AuditMXBean {
    @Override
    public long getRecorded() {
        return meters.sum(Meter.AUDIT_EVENTS);
    }

    @Override
    public long getBroken() {
        return meters.sum(Meter.AUDIT_CHAINS_BROKEN);
    }

    @Override
    public AuditData verify(String tenant) {
        return verified(tenant, Optional.empty());
    }

    @Override
    public AuditData compare(String tenant, long expectedSeq, String expectedHash) {
        return verified(tenant, Optional.of(ChainEnd.witnessed(Long.toString(expectedSeq), expectedHash.strip())));
    }

    private AuditData verified(String tenant, Optional<ChainEnd> witness) {
        TenantId id = tenant.isBlank()
                ? TenantId.PLATFORM
                : tenants.find(tenant)
                        .map(Tenant::id)
                        .orElseThrow(() -> new IllegalArgumentException("There is no such tenant."));
        var report = trail.verify(id, witness);
        if (!report.intact()) {
            brokenChain.accept(tenant.strip());
        }
        return new AuditData(report);
    }
}
