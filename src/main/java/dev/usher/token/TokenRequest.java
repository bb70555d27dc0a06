package dev.usher.token;

import static java.util.Objects.requireNonNull;

import dev.usher.platform.Problem;
import java.time.Duration;

/** What an administrator wants of a new token. {@code overlap} counts with {@link Previous#OVERLAP} only: 1 to 30 days. */
public record TokenRequest(String name, int connection, Previous previous, Duration overlap) {
    /** The overlap where none is given. */
    public static final Duration USUAL_OVERLAP = Duration.ofDays(7);

    private static final Duration LONGEST_OVERLAP = Duration.ofDays(30);
    private static final int LONGEST_NAME = 100;

    public TokenRequest {
        requireNonNull(previous, "previous");
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw Problem.invalid("name has 1 to " + LONGEST_NAME + " characters.");
        }
        if (overlap.compareTo(Duration.ofDays(1)) < 0 || overlap.compareTo(LONGEST_OVERLAP) > 0) {
            throw Problem.invalid("overlapDays is 1 to " + LONGEST_OVERLAP.toDays() + ".");
        }
    }
}
