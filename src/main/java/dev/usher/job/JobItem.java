package dev.usher.job;

import static java.util.Objects.requireNonNull;

import jakarta.json.JsonObject;
import java.util.UUID;

/** What a job did with one subject, or in a dry run would do. */
public record JobItem(UUID subject, String outcome, JsonObject detail) {
    public JobItem {
        requireNonNull(subject, "subject");
        requireNonNull(outcome, "outcome");
        requireNonNull(detail, "detail");
    }
}
