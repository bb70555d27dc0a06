package dev.usher.token;

import static java.util.Objects.requireNonNull;

import dev.usher.tenant.Caller;
import java.time.Instant;
import java.util.Optional;

/**
 * What a bearer credential opens. {@code use} is there exactly for a valid one; {@code detail} says why another opens
 * nothing.
 */
public record TokenAnswer(Verdict verdict, String detail, Optional<Use> use) {
    public TokenAnswer {
        requireNonNull(verdict, "verdict");
        requireNonNull(detail, "detail");
        requireNonNull(use, "use");
    }

    /** What becomes of the request. */
    public enum Verdict {
        VALID(200),
        UNKNOWN(401),
        EXPIRED(401),
        ENDED(401),
        /** Another user management is chosen; the token may come back. */
        SUSPENDED(403),
        /** The tenant's provisioning API is off. */
        API_OFF(403);

        private final int status;

        Verdict(int status) {
            this.status = status;
        }

        /** The HTTP status that tells the caller. */
        public int status() {
            return status;
        }
    }

    /** One use of a valid token: who calls by it, and what is noted of it so far. */
    public record Use(TokenId token, Caller caller, Optional<Instant> firstWriteAt, Optional<Instant> lastUsedAt) {
        public Use {
            requireNonNull(token, "token");
            requireNonNull(caller, "caller");
            requireNonNull(firstWriteAt, "firstWriteAt");
            requireNonNull(lastUsedAt, "lastUsedAt");
        }
    }

    static TokenAnswer refused(Verdict verdict, String detail) {
        return new TokenAnswer(verdict, detail, Optional.empty());
    }
}
