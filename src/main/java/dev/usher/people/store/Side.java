package dev.usher.people.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One type's part of a list over all types: its hits by their index, read in chunks, or after a position. A type without
 * any match has no query. Threads: one.
 */
final class Side {
    private final SearchStore store;
    private final Optional<SearchQuery> query;
    private final int chunk;
    private final Map<Long, List<Hit>> chunks = new HashMap<>();
    private OptionalLong total = OptionalLong.empty();

    Side(SearchStore store, Optional<SearchQuery> query, int chunk) {
        this.store = store;
        this.query = query;
        this.chunk = chunk;
    }

    long total() {
        if (query.isEmpty()) {
            return 0;
        }
        if (total.isEmpty()) {
            total = store.find(query.get(), Window.at(1, 0)).total();
        }
        return total.orElseThrow();
    }

    /** The hit with this many before it; empty behind the end. */
    Optional<Hit> at(long index) {
        if (query.isEmpty() || index >= total()) {
            return Optional.empty();
        }
        List<Hit> around = chunks.computeIfAbsent(
                index / chunk,
                number -> store.find(query.get(), Window.at((int) (number * chunk + 1), chunk))
                        .hits());
        int within = (int) (index % chunk);
        return within < around.size() ? Optional.of(around.get(within)) : Optional.empty();
    }

    /** The hits after this position, at most a chunk. */
    Found after(Optional<Position> position) {
        if (query.isEmpty()) {
            return new Found(OptionalLong.empty(), List.of(), Optional.empty());
        }
        return store.find(
                query.get(), position.map(from -> Window.after(from, chunk)).orElseGet(() -> Window.first(chunk)));
    }

    /** The hit's place in an order that all types share: whoever has a value is apart from whoever has none. */
    Position place(Hit hit) {
        boolean descending = query.map(SearchQuery::descending).orElse(false);
        Position own = hit.position();
        boolean byId = query.flatMap(SearchQuery::sortBy)
                .filter(path -> path.text().equals("id"))
                .isPresent();
        boolean valued = byId || own.key().length > 0;
        return new Position(valued == descending ? 1 : 0, own.key(), own.id());
    }
}
