package dev.usher.people;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Which groups of a tenant are in which. Cycles are allowed and end: the walk visits each group once. Walked in Java,
 * because a recursive query over a cycle takes an embedded database down. Immutable.
 */
public final class Nesting {
    private final Map<UUID, List<UUID>> parents = new HashMap<>();
    private final Map<UUID, List<UUID>> children = new HashMap<>();
    private final Map<UUID, String> parentNames;

    /** One group in another, with the name of the outer one. */
    public record Edge(UUID parent, String parentName, UUID child) {}

    /** The nesting that these edges make. */
    public Nesting(Collection<Edge> edges) {
        var names = new HashMap<UUID, String>();
        for (Edge edge : edges) {
            parents.computeIfAbsent(edge.child(), id -> new ArrayList<>(2)).add(edge.parent());
            children.computeIfAbsent(edge.parent(), id -> new ArrayList<>(2)).add(edge.child());
            names.put(edge.parent(), edge.parentName());
        }
        parentNames = Map.copyOf(names);
    }

    /** Every group that these are in, directly or not, and that is not one of them. */
    public Set<UUID> above(Collection<UUID> groups) {
        return reached(groups, parents);
    }

    /** Every group that is in these, directly or not, and that is not one of them. */
    public Set<UUID> below(Collection<UUID> groups) {
        return reached(groups, children);
    }

    /** The display name of a group that has groups; empty for others. */
    public String name(UUID parent) {
        return parentNames.getOrDefault(parent, "");
    }

    private static Set<UUID> reached(Collection<UUID> start, Map<UUID, List<UUID>> edges) {
        if (edges.isEmpty()) {
            return Set.of();
        }
        var found = new HashSet<UUID>(start);
        var waiting = new ArrayDeque<UUID>(start);
        while (!waiting.isEmpty()) {
            for (UUID next : edges.getOrDefault(waiting.remove(), List.of())) {
                if (found.add(next)) {
                    waiting.add(next);
                }
            }
        }
        found.removeAll(Set.copyOf(start));
        return found;
    }
}
