package dev.usher.monitoring.jmx;

import dev.usher.monitoring.Samples;
import dev.usher.monitoring.TenantSample;
import dev.usher.platform.Traffic;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

record TenantBean(String name, Samples samples, Traffic traffic, Clock clock) implements TenantMXBean {
    @Override
    public int getNumber() {
        return sample().tenant().id().number();
    }

    @Override
    public String getUserManagement() {
        return sample().tenant().management().name();
    }

    @Override
    public boolean isProvisioningApi() {
        return sample().tenant().provisioningApi();
    }

    @Override
    public long getUsers() {
        return sample().counts().visibleUsers();
    }

    @Override
    public long getPreserved() {
        return sample().counts().preserved();
    }

    @Override
    public long getSeats() {
        return sample().counts().seats().orElse(-1);
    }

    @Override
    public long getSeatsUsed() {
        return sample().counts().used();
    }

    @Override
    public int getMappings() {
        return sample().mappings();
    }

    @Override
    public long getTokenSecondsLeft() {
        return sample().tokenExpiry()
                .map(expiry ->
                        Math.max(0, Duration.between(clock.instant(), expiry).toSeconds()))
                .orElse(-1L);
    }

    @Override
    public long getRequests() {
        return outcomes().requests();
    }

    @Override
    public long getRefusals() {
        return outcomes().refusals();
    }

    @Override
    public long getFailures() {
        return outcomes().failures();
    }

    @Override
    public long getThrottled() {
        return outcomes().throttled();
    }

    private Traffic.Outcomes outcomes() {
        return traffic.tenant(getNumber());
    }

    private TenantSample sample() {
        return Optional.ofNullable(samples.last().tenants().get(name))
                .orElseThrow(() -> new IllegalStateException("This tenant is not watched any more."));
    }
}
