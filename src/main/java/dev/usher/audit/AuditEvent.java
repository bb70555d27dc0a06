package dev.usher.audit;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** One act. {@code detail} is the JSON text {@code {"before":…,"after":…}}; {@code seq} counts from 1 without gaps. */
public record AuditEvent(long seq, Instant at, String actor, String action, Optional<UUID> target, String detail) {
    public AuditEvent {
        requireNonNull(at, "at");
        requireNonNull(actor, "actor");
        requireNonNull(action, "action");
        requireNonNull(target, "target");
        requireNonNull(detail, "detail");
    }
}
