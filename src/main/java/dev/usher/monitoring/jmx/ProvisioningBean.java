package dev.usher.monitoring.jmx;

import dev.usher.platform.Meters;
import dev.usher.platform.Meters.Meter;

record ProvisioningBean(Meters meters) implements ProvisioningMXBean {
    @Override
    public long getAccepted() {
        return meters.sum(Meter.EVENTS_ACCEPTED);
    }

    @Override
    public long getUnchanged() {
        return meters.sum(Meter.EVENTS_NO_CHANGE);
    }

    @Override
    public long getRefused() {
        return meters.sum(Meter.EVENTS_REFUSED);
    }

    @Override
    public long getConflicts() {
        return meters.sum(Meter.EVENTS_CONFLICT);
    }
}
