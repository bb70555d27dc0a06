package dev.usher.notification;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/** What waits in the outbox to be sent: how many mails wait and how many are given up, counted up to a limit, and since when the first of them is due. */
public record OutboxDepth(long waiting, long dead, Optional<Instant> oldestDue) {
    public OutboxDepth {
        requireNonNull(oldestDue, "oldestDue");
    }
}
