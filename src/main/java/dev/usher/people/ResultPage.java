package dev.usher.people;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One page of a search. Shape: {@code total} is exact, and empty only where a cursor walk found counting too dear
 * (RFC 9865 §2); {@code startIndex} is the 1-based place of the first resource and means nothing in a cursor walk; the
 * cursors are empty at the ends and in an index walk.
 */
public record ResultPage(
        OptionalLong total,
        int startIndex,
        List<StoredResource> resources,
        Optional<String> nextCursor,
        Optional<String> previousCursor) {
    /** Checks and copies. */
    public ResultPage {
        requireNonNull(total, "total");
        resources = List.copyOf(resources);
        requireNonNull(nextCursor, "nextCursor");
        requireNonNull(previousCursor, "previousCursor");
    }
}
