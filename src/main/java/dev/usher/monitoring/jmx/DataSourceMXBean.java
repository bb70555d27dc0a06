package dev.usher.monitoring.jmx;

/** See {@link Describe}. */
@Describe("This node's connections to the database.")
public interface DataSourceMXBean {
    @Describe("H2, MYSQL or MARIADB.")
    String getProduct();

    @Describe("Whether the database answered the last probe; at most 10 s old.")
    boolean isAnswering();

    @Describe("Milliseconds that the last probe took, the wait for a connection included.")
    double getProbeMillis();

    @Describe("Physical connections open now, in use or idle.")
    long getConnections();

    @Describe("Physical connections in use now.")
    long getConnectionsInUse();

    @Describe("The most physical connections that this node opens, as USHER_DB_POOL_MAX says.")
    long getConnectionsMost();

    @Describe("Threads that wait for a connection now; lasting ones mean that USHER_DB_POOL_MAX is too small.")
    long getThreadsWaiting();

    @Describe("Physical connections made since the start.")
    long getConnectionsOpened();

    @Describe("Connections that could not be made since the start.")
    long getConnectionsRefused();

    @Describe("Round trips since the start: statements, batches, commits and rollbacks.")
    long getRoundTrips();

    @Describe("Statements that ended in an error since the start, unique keys that decided among them.")
    long getFailedStatements();
}
