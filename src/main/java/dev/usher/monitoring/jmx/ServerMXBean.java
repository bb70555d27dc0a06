package dev.usher.monitoring.jmx;

/** See {@link Describe}. */
@Describe("This node: what it is, and what it answered over HTTP since its start.")
public interface ServerMXBean {
    @Describe("The release.")
    String getVersion();

    @Describe("When this node started, UTC in ISO 8601.")
    String getStartedAt();

    @Describe("Seconds since the start.")
    long getUptimeSeconds();

    @Describe("Whether this node can serve requests, as /ops/health/ready says; at most 10 s old.")
    boolean isReady();

    @Describe("Whether this node prepares its stop: not ready, but serving.")
    boolean isDraining();

    @Describe(
            "Prepares the stop: readiness becomes 503 and answers ask clients to connect anew, while requests are served.")
    void drain();

    @Describe("Takes drain back: this node does not stop.")
    void resume();

    @Describe("Requests that are being answered now.")
    long getRequestsInProgress();

    @Describe("Requests answered since the start, whatever the answer.")
    long getRequests();

    @Describe("Requests answered 400 to 499 since the start.")
    long getRefusals();

    @Describe("Requests answered 500 to 599 since the start.")
    long getFailures();

    @Describe("Requests answered 429 since the start; they are refusals too.")
    long getThrottled();

    @Describe("When the attributes that stand in the database were read last, UTC in ISO 8601: outbox, jobs and data"
            + " source every 10 s, tenants every minute.")
    String getSampledAt();
}
