package dev.usher.job;

import static java.util.Objects.requireNonNull;

import jakarta.json.JsonObject;

/** A job in the hands of the node that holds the lease with this fencing number. */
public record Run(Job job, long fence) {
    public Run {
        requireNonNull(job, "job");
    }

    Run with(JsonObject progress) {
        return new Run(job.with(progress), fence);
    }
}
