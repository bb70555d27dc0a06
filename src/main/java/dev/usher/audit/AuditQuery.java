package dev.usher.audit;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Which acts somebody wants to see: {@code from} (inclusive) to {@code to} (exclusive), by one actor, of one action or,
 * where {@code action} ends in a dot, of one family ({@code mapping.}), on one target.
 */
public record AuditQuery(
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<String> actor,
        Optional<String> action,
        Optional<UUID> target) {
    /** The most events that one page holds. */
    public static final int MOST = 2000;

    public AuditQuery {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(actor, "actor");
        requireNonNull(action, "action");
        requireNonNull(target, "target");
    }
}
