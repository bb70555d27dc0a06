package dev.usher.people;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A wave of deactivations by an identity provider, from {@code began} to {@code last}, that an administrator is to confirm
 * or to undo. <b>Shape:</b> {@code job} does what was decided; both are empty while it is open.
 */
public record DeactivationBatch(
        UUID id, Instant began, Instant last, State state, Optional<String> decidedBy, Optional<UUID> job) {
    /** What was decided. The order of constants is stored: append only. */
    public enum State {
        OPEN,
        CONFIRMED,
        RESTORED
    }

    public DeactivationBatch {
        requireNonNull(id, "id");
        requireNonNull(began, "began");
        requireNonNull(last, "last");
        requireNonNull(state, "state");
        requireNonNull(decidedBy, "decidedBy");
        requireNonNull(job, "job");
    }
}
