package dev.usher.mapping;

import dev.usher.scim.error.ScimException;
import dev.usher.scim.resource.ScimResource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What mappings look for and what a user has of it, in a few words for a refusal: {@code department is "Sales"; title is
 * absent}. It names at most {@value #NAMED} attributes, each with its first values, shortened. Nothing is compared, so
 * that a refusal costs no more than a match.
 */
public final class LookedFor {
    private static final int NAMED = 5;

    private LookedFor() {}

    /** Blank where every mapping is for all users. */
    public static String of(MappingOrder order, ScimResource user) {
        return of(order, user, UnaryOperator.identity());
    }

    /** The same with what tells who somebody is, as names and addresses do, masked. */
    public static String of(MappingOrder order, ScimResource user, UnaryOperator<String> mask) {
        if (order.mappings().isEmpty()) {
            return "there is no mapping";
        }
        Map<String, String> paths = new LinkedHashMap<>();
        for (Mapping mapping : order.mappings()) {
            if (mapping.criteria() instanceof AttributeCriteria criteria) {
                paths.putIfAbsent(criteria.attribute(), criteria.path());
            }
        }
        String named = paths.entrySet().stream()
                .limit(NAMED)
                .map(entry -> ScimException.shorten(entry.getKey()) + " is "
                        + shown(CriteriaPath.stored(entry.getValue()), user, mask))
                .collect(Collectors.joining("; "));
        return paths.size() > NAMED ? named + "; and " + (paths.size() - NAMED) + " more" : named;
    }

    private static String shown(CriteriaPath path, ScimResource user, UnaryOperator<String> mask) {
        List<String> values = path.values(user);
        if (values.isEmpty()) {
            return "absent";
        }
        return values.stream()
                .limit(NAMED)
                .map(value -> path.personal() ? mask.apply(value) : value)
                .map(value -> '"' + ScimException.shorten(value) + '"')
                .collect(Collectors.joining(", "));
    }
}
