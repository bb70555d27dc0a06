package dev.usher.people.store;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** One page of ids. {@code total} is empty where a cursor walk would have had to count; {@code next} at the end. */
public final class Found {
    private final OptionalLong total;
    private final List<Hit> hits;
    private final Optional<Position> next;

    Found(OptionalLong total, List<Hit> hits, Optional<Position> next) {
        this.total = total;
        this.hits = List.copyOf(hits);
        this.next = next;
    }

    /** How many there are on all pages. */
    public OptionalLong total() {
        return total;
    }

    /** The ids in their order. */
    public List<UUID> ids() {
        return hits.stream().map(Hit::id).toList();
    }

    /** Where the next page begins. */
    public Optional<Position> next() {
        return next;
    }

    List<Hit> hits() {
        return hits;
    }
}
