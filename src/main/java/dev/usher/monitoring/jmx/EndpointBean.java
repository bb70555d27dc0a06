package dev.usher.monitoring.jmx;

import dev.usher.platform.Route;
import dev.usher.platform.Traffic;

record EndpointBean(Route route, Traffic.Lane lane) implements EndpointMXBean {
    @Override
    public String getPath() {
        return route.requests();
    }

    @Override
    public long getRequests() {
        return lane.outcomes().requests();
    }

    @Override
    public long getRefusals() {
        return lane.outcomes().refusals();
    }

    @Override
    public long getFailures() {
        return lane.outcomes().failures();
    }

    @Override
    public long getThrottled() {
        return lane.outcomes().throttled();
    }

    @Override
    public double getMeanMillis() {
        long count = lane.times().count();
        return count == 0 ? 0 : lane.times().seconds() * 1000 / count;
    }

    @Override
    public double getMedianMillis() {
        return lane.times().percentileMillis(0.5);
    }

    @Override
    public double getPercentile95Millis() {
        return lane.times().percentileMillis(0.95);
    }

    @Override
    public double getPercentile99Millis() {
        return lane.times().percentileMillis(0.99);
    }

    @Override
    public double getLongestMillis() {
        return lane.times().percentileMillis(1);
    }
}
