package dev.usher.mapping;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * Why a user gets what it gets: every mapping in order, each with its comparison, the first that was met, and what was
 * {@linkplain LookedFor looked for} in words.
 */
public record Explanation(Optional<Classification> result, List<Comparison> comparisons, String lookedFor) {
    public Explanation {
        requireNonNull(result, "result");
        comparisons = List.copyOf(comparisons);
        requireNonNull(lookedFor, "lookedFor");
    }
}
