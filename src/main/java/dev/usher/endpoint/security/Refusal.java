package dev.usher.endpoint.security;

import static java.util.Objects.requireNonNull;

import dev.usher.platform.Problem;
import dev.usher.scim.error.ScimException;
import java.time.Duration;
import java.util.Map;

/**
 * Why a request does not come in, before it has reached any endpoint. {@code retryAfter} is zero where trying again does
 * not help.
 */
record Refusal(int status, String code, String title, String detail, Duration retryAfter) {
    Refusal {
        requireNonNull(code, "code");
        requireNonNull(title, "title");
        requireNonNull(detail, "detail");
        requireNonNull(retryAfter, "retryAfter");
    }

    static Refusal unauthorized(String detail) {
        return new Refusal(401, "unauthorized", "Who are you?", detail, Duration.ZERO);
    }

    static Refusal forbidden(String code, String detail) {
        return new Refusal(403, code, "Not allowed", detail, Duration.ZERO);
    }

    static Refusal lockedOut(Duration wait) {
        return new Refusal(
                429, "locked-out", "Too many failed sign-ins", "Too many failed sign-ins; try again later.", wait);
    }

    static Refusal busy() {
        return new Refusal(
                503,
                "busy",
                "Busy",
                "Too many are signing in at this moment; try again in a few seconds.",
                Duration.ofSeconds(2));
    }

    /** The database is busy or away, and may be back soon. */
    static Refusal unavailable() {
        return new Refusal(
                503,
                "database-unavailable",
                "Try again",
                "The database is busy or away; try again.",
                Duration.ofSeconds(1));
    }

    static Refusal broken(String reference) {
        return new Refusal(
                500,
                "unexpected",
                "Unexpected failure",
                "The credentials could not be checked. Reference: " + reference,
                Duration.ZERO);
    }

    Problem problem() {
        return new Problem(status, code, title, detail, Map.of());
    }

    ScimException scimError() {
        return ScimException.plain(status, detail);
    }
}
