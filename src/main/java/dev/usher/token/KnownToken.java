package dev.usher.token;

import static java.util.Objects.requireNonNull;

import dev.usher.tenant.UserManagement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What the one query of a request brings of a token and its tenant, and what follows from it. Tokens end
 * {@link #SUSPENSION} after another user management was chosen. {@code ended} is true where somebody ended it at once,
 * which holds whatever this node's clock says of {@code endedAt}; without it that is the end of an overlap.
 */
public record KnownToken(
        TokenAnswer.Use use,
        Instant expiresAt,
        Optional<Instant> endedAt,
        boolean ended,
        UserManagement management,
        Instant managementAt,
        boolean provisioningApi) {
    /** How long a token waits for SCIM to be chosen again. */
    public static final Duration SUSPENSION = Duration.ofDays(30);

    public KnownToken {
        requireNonNull(use, "use");
        requireNonNull(expiresAt, "expiresAt");
        requireNonNull(endedAt, "endedAt");
        requireNonNull(management, "management");
        requireNonNull(managementAt, "managementAt");
    }

    /** Whether it opens SCIM at that time; the most final reason not to comes first. */
    public TokenAnswer answer(Instant now) {
        if (ended || endedAt.filter(end -> !now.isBefore(end)).isPresent()) {
            return TokenAnswer.refused(
                    TokenAnswer.Verdict.ENDED, "The token was ended; a newer one may have replaced it.");
        }
        if (!now.isBefore(expiresAt)) {
            return TokenAnswer.refused(TokenAnswer.Verdict.EXPIRED, "The token expired on " + expiresAt + ".");
        }
        if (management != UserManagement.SCIM) {
            return suspended(now);
        }
        if (!provisioningApi) {
            return TokenAnswer.refused(
                    TokenAnswer.Verdict.API_OFF,
                    "The provisioning API is turned off for this account. Contact support to have it turned on.");
        }
        return new TokenAnswer(TokenAnswer.Verdict.VALID, "", Optional.of(use));
    }

    private TokenAnswer suspended(Instant now) {
        Instant end = managementAt.plus(SUSPENSION);
        if (!now.isBefore(end)) {
            return TokenAnswer.refused(
                    TokenAnswer.Verdict.ENDED, "The token ended 30 days after another user management was chosen.");
        }
        return TokenAnswer.refused(
                TokenAnswer.Verdict.SUSPENDED,
                "The token is suspended: this tenant's user management is " + management + ", not SCIM. It ends on "
                        + end + " unless SCIM is chosen again.");
    }
}
