package dev.usher.monitoring.jmx;

import dev.usher.monitoring.Samples;
import dev.usher.platform.PoolState;
import dev.usher.platform.SqlCount;

record DataSourceBean(Samples samples, int most) implements DataSourceMXBean {
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
        return PoolState.open();
    }

    @Override
    public long getConnectionsInUse() {
        return PoolState.active();
    }

    @Override
    public long getConnectionsMost() {
        return most;
    }

    @Override
    public long getThreadsWaiting() {
        return PoolState.waiting();
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
