package dev.usher.monitoring.jmx;

import dev.usher.monitoring.Readiness;
import dev.usher.monitoring.Samples;
import dev.usher.platform.Drain;
import dev.usher.platform.Traffic;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

record ServerBean(
        String version,
        Instant started,
        Clock clock,
        Readiness readiness,
        Drain drains,
        Traffic traffic,
        Samples samples)
        implements ServerMXBean {
    @Override
    public String getVersion() {
        return version;
    }

    @Override
    public String getStartedAt() {
        return started.toString();
    }

    @Override
    public long getUptimeSeconds() {
        return Duration.between(started, clock.instant()).toSeconds();
    }

    @Override
    public boolean isReady() {
        return readiness.last();
    }

    @Override
    public boolean isDraining() {
        return drains.active();
    }

    @Override
    public long getRequestsInProgress() {
        return traffic.inProgress();
    }

    @Override
    public void drain() {
        drains.begin();
    }

    @Override
    public void resume() {
        drains.end();
    }

    @Override
    public long getRequests() {
        return traffic.all().requests();
    }

    @Override
    public long getRefusals() {
        return traffic.all().refusals();
    }

    @Override
    public long getFailures() {
        return traffic.all().failures();
    }

    @Override
    public long getThrottled() {
        return traffic.all().throttled();
    }

    @Override
    public String getSampledAt() {
        return samples.last().at().map(Instant::toString).orElse("");
    }
}
