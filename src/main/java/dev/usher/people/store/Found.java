package dev.usher.people.store;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** Ids of one page. {@code total} is empty where a cursor walk would have had to count; {@code next} at the end. */
public record Found(OptionalLong total, List<UUID> ids, Optional<Position> next) {
    /** Copies. */
    public Found {
        ids = List.copyOf(ids);
    }
}
