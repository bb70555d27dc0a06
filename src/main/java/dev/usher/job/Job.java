package dev.usher.job;

import static java.util.Objects.requireNonNull;

import dev.usher.tenant.TenantId;
import jakarta.json.JsonObject;
import java.time.Instant;

/**
 * A piece of work as it stands. <b>Shape:</b> {@code kind} names the {@link JobWork}; {@code detail} is what was asked and
 * never changes; {@code progress} is counts for people and the checkpoint from which the next part goes on.
 */
public record Job(
        TenantId tenant,
        JobId id,
        String kind,
        JobState state,
        JsonObject detail,
        JsonObject progress,
        String createdBy,
        Instant createdAt,
        Instant updatedAt) {
    public Job {
        requireNonNull(tenant, "tenant");
        requireNonNull(id, "id");
        requireNonNull(kind, "kind");
        requireNonNull(state, "state");
        requireNonNull(detail, "detail");
        requireNonNull(progress, "progress");
        requireNonNull(createdBy, "createdBy");
        requireNonNull(createdAt, "createdAt");
        requireNonNull(updatedAt, "updatedAt");
    }

    /** The same with another progress. */
    public Job with(JsonObject next) {
        return new Job(tenant, id, kind, state, detail, next, createdBy, createdAt, updatedAt);
    }
}
