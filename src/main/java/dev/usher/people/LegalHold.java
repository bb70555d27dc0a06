package dev.usher.people;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** Why somebody's data must not be purged. */
public record LegalHold(UserId user, String reason, String placedBy, Instant placedAt) {
    public LegalHold {
        requireNonNull(user, "user");
        requireNonNull(reason, "reason");
        requireNonNull(placedBy, "placedBy");
        requireNonNull(placedAt, "placedAt");
    }
}
