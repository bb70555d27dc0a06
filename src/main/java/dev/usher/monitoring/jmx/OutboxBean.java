package dev.usher.monitoring.jmx;

import dev.usher.monitoring.Samples;
import java.time.Clock;

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
        return samples.last().outbox().oldestSeconds(clock.instant());
    }
}
