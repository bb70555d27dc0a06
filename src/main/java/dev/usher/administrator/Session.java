package dev.usher.administrator;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;

/**
 * An administrator's session as it was at this request. {@code provedAt} is when the password was last shown;
 * {@code seenAt} is at most a minute behind.
 */
public record Session(
        AdministratorId administrator, AdminIdentity identity, Instant seenAt, Instant endsAt, Instant provedAt) {
    /** It ends after so long without a request. */
    static final Duration IDLE = Duration.ofMinutes(30);

    /** It ends in any case. */
    static final Duration LONGEST = Duration.ofHours(12);

    /** So long after the password was shown, acts that want it do not ask again. */
    private static final Duration PROOF = Duration.ofMinutes(5);

    public Session {
        requireNonNull(administrator, "administrator");
        requireNonNull(identity, "identity");
        requireNonNull(seenAt, "seenAt");
        requireNonNull(endsAt, "endsAt");
        requireNonNull(provedAt, "provedAt");
    }

    /** Whether the password was shown lately. */
    public boolean proved(Instant now) {
        return now.isBefore(provedAt.plus(PROOF));
    }

    boolean live(Instant now) {
        return now.isBefore(endsAt) && now.isBefore(seenAt.plus(IDLE));
    }
}
