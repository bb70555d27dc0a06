package dev.usher.token;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a token, without the secret. {@code endedAt} may lie ahead: until then it is valid beside its
 * successor. {@code lastUsedBy} is the User-Agent of the last call.
 */
public record Token(
        TokenId id,
        int connection,
        String name,
        String hint,
        String createdBy,
        Instant createdAt,
        Instant expiresAt,
        Optional<Instant> endedAt,
        Optional<Instant> firstWriteAt,
        Optional<Instant> lastUsedAt,
        Optional<String> lastUsedBy) {
    public Token {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        requireNonNull(hint, "hint");
        requireNonNull(createdBy, "createdBy");
        requireNonNull(createdAt, "createdAt");
        requireNonNull(expiresAt, "expiresAt");
        requireNonNull(endedAt, "endedAt");
        requireNonNull(firstWriteAt, "firstWriteAt");
        requireNonNull(lastUsedAt, "lastUsedAt");
        requireNonNull(lastUsedBy, "lastUsedBy");
    }

    /** The instant from which it opens nothing: its expiry, or its end where that comes first. */
    public Instant validUntil() {
        return endedAt.filter(end -> end.isBefore(expiresAt)).orElse(expiresAt);
    }

    /** Whether it opens anything at that time, leaving the tenant's own switches aside. */
    public boolean live(Instant now) {
        return now.isBefore(validUntil());
    }
}
