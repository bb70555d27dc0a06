package dev.usher.mapping;

import static java.util.Objects.requireNonNull;

import dev.usher.scim.error.ScimException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why a user gets what it gets: every mapping in order, each with its comparison, and the first that was met. */
public record Explanation(Optional<Classification> result, List<Comparison> comparisons) {
    private static final int NAMED = 5;

    public Explanation {
        requireNonNull(result, "result");
        comparisons = List.copyOf(comparisons);
    }

    /**
     * What was looked for and what the user had, in a few words for a refusal: {@code department is "Sales"; title is
     * absent}. It names at most {@value #NAMED} attributes, each with its first values, shortened.
     */
    public String lookedFor() {
        Map<String, List<String>> found = new LinkedHashMap<>();
        for (Comparison comparison : comparisons) {
            if (comparison.mapping().criteria() instanceof AttributeCriteria criteria) {
                found.putIfAbsent(criteria.attribute(), comparison.found());
            }
        }
        if (found.isEmpty()) {
            return "there is no mapping";
        }
        String named = found.entrySet().stream()
                .limit(NAMED)
                .map(entry -> ScimException.shorten(entry.getKey()) + " is " + shown(entry.getValue()))
                .collect(Collectors.joining("; "));
        return found.size() > NAMED ? named + "; and " + (found.size() - NAMED) + " more" : named;
    }

    private static String shown(List<String> values) {
        if (values.isEmpty()) {
            return "absent";
        }
        return values.stream()
                .limit(NAMED)
                .map(value -> '"' + ScimException.shorten(value) + '"')
                .collect(Collectors.joining(", "));
    }
}
