package dev.usher.people;

import static java.util.Objects.requireNonNull;

import dev.usher.assignment.Assignment;
import java.time.Instant;

/** A move that waits for an administrator. {@code reason} says why it was not made: its codes stand in {@link Proposal}. */
public record Suggestion(UserId user, Assignment to, String reason, boolean dismissed, Instant madeAt) {
    public Suggestion {
        requireNonNull(user, "user");
        requireNonNull(to, "to");
        requireNonNull(reason, "reason");
        requireNonNull(madeAt, "madeAt");
    }
}
