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

    /** Every mapping in order with the comparison that was made, for people; O(values wanted + values found). */
    public static Explanation explain(MappingOrder order, ScimResource user) {
        Map<String, Found> foundByPath = new HashMap<>();
        var comparisons = new ArrayList<Comparison>();
        Optional<Classification> result = Optional.empty();
        for (Mapping mapping : order.mappings()) {
            Comparison comparison = compare(mapping, user, foundByPath);
            comparisons.add(comparison);
            if (result.isEmpty() && comparison.met()) {
                result = Optional.of(new Classification(mapping, order.version()));
            }
        }
        return new Explanation(result, comparisons, LookedFor.of(order, user));
    }

    /** What the user has at one path, made ready for every mapping that asks there. */
    private record Found(List<String> shown, Set<CompareKey> keys, Map<String, String> bare) {
        static Found of(List<String> values) {
            List<String> shown = values.size() > MOST_FOUND ? values.subList(0, MOST_FOUND) : values;
            Map<String, String> bare = new HashMap<>();
            values.forEach(value -> bare.putIfAbsent(unspaced(value), value));
            return new Found(shown, values.stream().map(Classifier::key).collect(Collectors.toSet()), bare);
        }
    }

    private static Comparison compare(Mapping mapping, ScimResource user, Map<String, Found> foundByPath) {
        if (!(mapping.criteria() instanceof AttributeCriteria criteria)) {
            return new Comparison(mapping, true, List.of(), List.of(), Optional.empty());
        }
        Found found = foundByPath.computeIfAbsent(
                criteria.path(), path -> Found.of(CriteriaPath.stored(path).values(user)));
        boolean met = criteria.values().stream().map(Classifier::key).anyMatch(found.keys()::contains);
        Optional<String> nearMiss = met ? Optional.empty() : nearMiss(found.bare(), criteria.values());
        return new Comparison(mapping, met, found.shown(), criteria.values(), nearMiss);
    }

    /** Whatever {@link #difference} names, the values are the same without blanks and case. */
    private static Optional<String> nearMiss(Map<String, String> bare, List<String> wanted) {
        if (bare.isEmpty()) {
            return Optional.empty();
        }
        for (String candidate : wanted) {
            String value = bare.get(unspaced(candidate));
            if (value != null) {
                return Optional.of(difference(value, candidate));
            }
        }
        return Optional.empty();
    }

    private static String difference(String value, String candidate) {
        if (value.strip().equals(candidate)) {
            return "The value has blanks around it.";
        }
        return folded(value).equals(folded(candidate))
                ? "The value differs in upper and lower case."
                : "The value differs in blanks or in upper and lower case.";
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
