package dev.usher.mapping;

import dev.usher.scim.resource.ScimResource;
import dev.usher.scim.schema.CompareKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the mapping for a user. Pure: values compare case-sensitively, as the console promises, and in NFC, as in searches;
 * attribute names without case; an absent attribute does not match and is never an error.
 */
public final class Classifier {
    private static final int MOST_FOUND = 20;

    private Classifier() {}

    /**
     * The first mapping, in priority order, whose criteria the user meets; empty when none does, which callers turn into
     * 400 {@code invalidValue}. O(attributes named × values found), not mappings.
     */
    public static Optional<Classification> classify(MappingOrder order, ScimResource user) {
        int best = order.allUsers();
        for (MappingOrder.Lookup lookup : order.lookups()) {
            if (lookup.first() >= best) {
                break; // they are sorted by it: no later one leads further to the front
            }
            for (String value : lookup.path().values(user)) {
                best = Math.min(best, lookup.place(value));
            }
        }
        return best < order.mappings().size()
                ? Optional.of(new Classification(order.mappings().get(best), order.version()))
                : Optional.empty();
    }

    /** Every mapping in order with the comparison that was made, for people; O(mappings × values). */
    public static Explanation explain(MappingOrder order, ScimResource user) {
        Map<String, List<String>> valuesByPath = new HashMap<>();
        var comparisons = new ArrayList<Comparison>();
        Optional<Classification> result = Optional.empty();
        for (Mapping mapping : order.mappings()) {
            Comparison comparison = compare(mapping, user, valuesByPath);
            comparisons.add(comparison);
            if (result.isEmpty() && comparison.met()) {
                result = Optional.of(new Classification(mapping, order.version()));
            }
        }
        return new Explanation(result, comparisons);
    }

    private static Comparison compare(Mapping mapping, ScimResource user, Map<String, List<String>> valuesByPath) {
        if (!(mapping.criteria() instanceof AttributeCriteria criteria)) {
            return new Comparison(mapping, true, List.of(), List.of(), Optional.empty());
        }
        List<String> found = valuesByPath.computeIfAbsent(
                criteria.path(), path -> CriteriaPath.stored(path).values(user));
        Set<CompareKey> keys = found.stream().map(Classifier::key).collect(Collectors.toSet());
        boolean met = criteria.values().stream().map(Classifier::key).anyMatch(keys::contains);
        Optional<String> nearMiss = met ? Optional.empty() : nearMiss(found, criteria.values());
        List<String> shown = found.size() > MOST_FOUND ? found.subList(0, MOST_FOUND) : found;
        return new Comparison(mapping, met, shown, criteria.values(), nearMiss);
    }

    private static Optional<String> nearMiss(List<String> found, List<String> wanted) {
        for (String value : found) {
            for (String candidate : wanted) {
                Optional<String> difference = difference(value, candidate);
                if (difference.isPresent()) {
                    return difference;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> difference(String value, String candidate) {
        if (value.strip().equals(candidate)) {
            return Optional.of("The value has blanks around it.");
        }
        if (folded(value).equals(folded(candidate))) {
            return Optional.of("The value differs in upper and lower case.");
        }
        if (unspaced(value).equals(unspaced(candidate))) {
            return Optional.of("The value differs in blanks or in upper and lower case.");
        }
        return Optional.empty();
    }

    private static String folded(String text) {
        return CompareKey.text(text, false).toString();
    }

    /** As values compare: with their case, however their accents are put together. */
    static CompareKey key(String value) {
        return CompareKey.text(value, true);
    }

    private static String unspaced(String text) {
        var bare = new StringBuilder(text.length());
        folded(text)
                .codePoints()
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
                .forEach(bare::appendCodePoint);
        return bare.toString();
    }
}
