package dev.usher.mapping;

import dev.usher.assignment.MappingId;
import dev.usher.scim.schema.CompareKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A tenant's mappings in their order, made ready for classification: for each attribute path, which value leads to
 * which place first. So a user costs one look at each attribute that mappings name, however many mappings there are.
 * Immutable; share it.
 */
public final class MappingOrder {
    private static final int NOWHERE = Integer.MAX_VALUE;

    private final long version;
    private final List<Mapping> mappings;
    private final List<Lookup> lookups;
    private final int allUsers;

    /** The order of that version; {@code mappings} as they follow each other. */
    public MappingOrder(long version, List<Mapping> mappings) {
        this.version = version;
        this.mappings = List.copyOf(mappings);
        var byPath = new LinkedHashMap<String, Lookup>();
        int everybody = NOWHERE;
        for (int place = 0; place < this.mappings.size(); place++) {
            if (this.mappings.get(place).criteria() instanceof AttributeCriteria criteria) {
                int first = place;
                byPath.computeIfAbsent(criteria.path(), path -> new Lookup(CriteriaPath.stored(path), first))
                        .add(criteria, place);
            } else {
                everybody = Math.min(everybody, place);
            }
        }
        this.allUsers = everybody;
        this.lookups = byPath.values().stream()
                .sorted(Comparator.comparingInt(lookup -> lookup.first))
                .toList();
    }

    /** The tenant's order version that this is; changes with every change of a mapping, profile or region name. */
    public long version() {
        return version;
    }

    /** The mappings, first asked first. */
    public List<Mapping> mappings() {
        return mappings;
    }

    /** The mapping of that id; empty where it is deleted. */
    public Optional<Mapping> find(MappingId id) {
        return mappings.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    List<Lookup> lookups() {
        return lookups;
    }

    /** The index of the first mapping that takes everybody; {@link Integer#MAX_VALUE} when none does. */
    int allUsers() {
        return allUsers;
    }

    /** Paths that any mapping names, each once. */
    public List<String> paths() {
        var paths = new ArrayList<String>();
        for (Mapping mapping : mappings) {
            if (mapping.criteria() instanceof AttributeCriteria criteria && !paths.contains(criteria.path())) {
                paths.add(criteria.path());
            }
        }
        return paths;
    }

    /** One attribute path: the first place of each value. */
    static final class Lookup {
        private final CriteriaPath path;
        private final int first;
        private final Map<CompareKey, Integer> places = new HashMap<>();

        private Lookup(CriteriaPath path, int first) {
            this.path = path;
            this.first = first;
        }

        private void add(AttributeCriteria criteria, int place) {
            criteria.values().forEach(value -> places.putIfAbsent(Classifier.key(value), place));
        }

        CriteriaPath path() {
            return path;
        }

        /** The earliest place that any value of this attribute can lead to. */
        int first() {
            return first;
        }

        int place(String value) {
            return places.getOrDefault(Classifier.key(value), NOWHERE);
        }
    }
}
