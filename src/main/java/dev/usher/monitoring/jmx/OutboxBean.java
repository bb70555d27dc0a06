package dev.usher.monitoring.jmx;

import dev.usher.monitoring.Samples;
import java.time.Clock;
import java.time.Duration;

record OutboxBean(Samples samples, Clock clock) implements OutboxMXBean {
    @Override
    public long getWaiting() {
        return samples.last().outbox().waiting();
    }

    @Override
    public long getDead() {
        return samples.last().outbox().dead();
    }

    @Override
    public long getOldestSeconds() {
        return samples.last()
                .outbox()
                .oldest()
                .map(since ->
                        Math.max(0, Duration.between(since, clock.instant()).toSeconds()))
                .orElse(0L);
    }
}
