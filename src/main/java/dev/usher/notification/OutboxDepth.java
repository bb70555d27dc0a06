package dev.usher.notification;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What waits in the outbox to be sent: how many mails wait and how many are given up, counted up to a limit, and since when
 * the oldest of them waits, but for those that wait for their mailbox alone.
 */
public record OutboxDepth(long waiting, long dead, Optional<Instant> oldest) {
    public OutboxDepth {
        requireNonNull(oldest, "oldest");
    }

    /** For how many seconds the oldest has waited; 0 where none waits. */
    public long oldestSeconds(Instant now) {
        return oldest.map(since -> Math.max(0, Duration.between(since, now).toSeconds()))
                .orElse(0L);
    }
}
