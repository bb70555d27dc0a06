package dev.usher.monitoring.jmx;

import java.util.List;

/** See {@link Describe}. */
@Describe("The jobs of the whole cluster, all tenants together.")
public interface JobsMXBean {
    @Describe("Jobs that nobody has begun, at most 10 s ago.")
    int getWaiting();

    @Describe("Jobs that are being done, at most 10 s ago.")
    int getRunning();

    @Describe("Seconds since an open job moved on last, of the one that stands longest; 0 without any.")
    long getStalledSeconds();

    @Describe("Jobs that failed within the last 24 hours.")
    long getFailedLastDay();

    @Describe("Open jobs, at most 100, those that stand longest first.")
    List<JobData> getOpen();
}
