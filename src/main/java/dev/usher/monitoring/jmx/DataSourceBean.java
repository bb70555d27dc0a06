package dev.usher.monitoring.jmx;

import dev.usher.monitoring.Samples;
import dev.usher.platform.SqlCount;

record DataSourceBean(Samples samples) implements DataSourceMXBean {
    @Override
    public String getProduct() {
        return samples.last().product();
    }

    @Override
    public boolean isAnswering() {
        return samples.last().answering();
    }

    @Override
    public double getProbeMillis() {
        return samples.last().probeMillis();
    }

    @Override
    public long getConnections() {
        return SqlCount.connections();
    }

    @Override
    public long getConnectionsOpened() {
        return SqlCount.connectionsOpened();
    }

    @Override
    public long getConnectionsRefused() {
        return SqlCount.connectionsRefused();
    }

    @Override
    public long getRoundTrips() {
        return SqlCount.total();
    }

    @Override
    public long getFailedStatements() {
        return SqlCount.failures();
    }
}
