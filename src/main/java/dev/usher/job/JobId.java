package dev.usher.job;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Names a job within its tenant. */
public record JobId(UUID value) {
    public JobId {
        requireNonNull(value, "value");
    }
}
