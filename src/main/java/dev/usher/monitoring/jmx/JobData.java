package dev.usher.monitoring.jmx;

import static java.util.Objects.requireNonNull;

import dev.usher.job.Job;

/** An open job, as consoles show it. */
public final class JobData {
    private final String id;
    private final int tenant;
    private final String kind;
    private final String state;
    private final String updatedAt;

    JobData(Job job) {
        requireNonNull(job, "job");
        this.id = job.id().value().toString();
        this.tenant = job.tenant().number();
        this.kind = job.kind();
        this.state = job.state().name();
        this.updatedAt = job.updatedAt().toString();
    }

    public String getId() {
        return id;
    }

    public int getTenant() {
        return tenant;
    }

    public String getKind() {
        return kind;
    }

    public String getState() {
        return state;
    }

    public String getUpdatedAt() {
        return updatedAt;
    }
}
