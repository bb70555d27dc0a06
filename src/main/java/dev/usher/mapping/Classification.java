package dev.usher.mapping;

import static java.util.Objects.requireNonNull;

import dev.usher.assignment.Assignment;

/** The mapping that is the first to fit a user, and the version of the order in which it is. */
public record Classification(Mapping mapping, long orderVersion) {
    public Classification {
        requireNonNull(mapping, "mapping");
    }

    /** What the user gets. */
    public Assignment assignment() {
        return mapping.assignment(orderVersion);
    }
}
