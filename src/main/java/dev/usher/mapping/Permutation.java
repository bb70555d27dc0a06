package dev.usher.mapping;

import dev.usher.assignment.MappingId;
import dev.usher.platform.Problem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether a wanted order names each mapping exactly once. */
final class Permutation {
    private static final int NAMED = 20;

    private Permutation() {}

    static void check(List<Mapping> present, List<MappingId> wanted) {
        Set<MappingId> missing = new LinkedHashSet<>();
        present.forEach(mapping -> missing.add(mapping.id()));
        Set<MappingId> known = Set.copyOf(missing);
        Set<MappingId> unknown = new LinkedHashSet<>();
        Set<MappingId> twice = new LinkedHashSet<>();
        for (MappingId id : wanted) {
            if (!known.contains(id)) {
                unknown.add(id);
            } else if (!missing.remove(id)) {
                twice.add(id);
            }
        }
        if (missing.isEmpty() && unknown.isEmpty() && twice.isEmpty()) {
            return;
        }
        throw new Problem(
                409,
                "not-a-permutation",
                "Not a permutation",
                "The order must name each mapping of the tenant exactly once.",
                Map.of("missing", texts(missing), "unknown", texts(unknown), "twice", texts(twice)));
    }

    private static List<String> texts(Set<MappingId> ids) {
        return ids.stream().limit(NAMED).map(id -> id.value().toString()).toList();
    }
}
