package dev.usher.people.store;

import dev.usher.platform.Database;
import dev.usher.platform.Row;
import dev.usher.tenant.TenantId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/** A result small enough to be read whole by one statement and ordered in memory. */
final class NarrowResult {
    private final int most;
    private final Database database;
    private final Documents documents;
    private final SearchQuery query;
    private final Order order;

    NarrowResult(int most, Database database, Documents documents, SearchQuery query, Order order) {
        this.most = most;
        this.database = database;
        this.documents = documents;
        this.query = query;
        this.order = order;
    }

    private record Candidate(UUID id, boolean sure, Optional<byte[]> key) {}

    /**
     * The hits in their order; empty where there are too many, or where only a walk over everybody could tell that there
     * are few.
     */
    Optional<List<Hit>> read(Bounds bounds) {
        TenantId tenant = query.caller().tenant();
        boolean led =
                new Lead(tenant, query.population()).selection(bounds.over()).isPresent();
        if (!led && bounds.exact() && !(order instanceof Order.ByDocument)) {
            return Optional.empty();
        }
        Selection from = SearchStore.source(tenant, query.population(), bounds.over());
        var columns = Sql.of(from.id() + ", ");
        if (bounds.exact()) {
            columns.add("1");
        } else {
            Sql sure = new Predicates(tenant, query.population()).term(from.id(), from.walking(), bounds.under());
            columns.add("CASE WHEN ").add(sure).add(" THEN 1 ELSE 0 END");
        }
        columns.add(", ").add(order.key(tenant, from, query.population()));
        Sql sql = from.select(columns).add(" LIMIT ?", most + 1);
        List<Candidate> rows = database.query(sql.text(), this::candidate, sql.parameters());
        return rows.size() > most ? Optional.empty() : Optional.of(ordered(settled(rows)));
    }

    private Candidate candidate(Row row) {
        return new Candidate(row.uuid(1), row.flag(2), order.read(row, 3));
    }

    /** Each id once, the open ones decided by their documents. */
    private Collection<Candidate> settled(List<Candidate> rows) {
        var candidates = new LinkedHashMap<UUID, Candidate>();
        rows.forEach(row -> candidates.put(row.id(), row));
        List<UUID> open = candidates.values().stream()
                .filter(candidate -> !candidate.sure())
                .map(Candidate::id)
                .toList();
        if (!open.isEmpty()) {
            Set<UUID> matching = documents.matching(query, open);
            open.stream().filter(id -> !matching.contains(id)).forEach(candidates::remove);
        }
        return candidates.values();
    }

    private List<Hit> ordered(Collection<Candidate> candidates) {
        Map<UUID, byte[]> keys = order instanceof Order.ByDocument by
                ? documents.keys(
                        query, by.path(), candidates.stream().map(Candidate::id).toList())
                : Map.of();
        boolean byKey = !(order instanceof Order.ById);
        var hits = new ArrayList<Hit>(candidates.size());
        for (Candidate candidate : candidates) {
            UUID id = candidate.id();
            Optional<byte[]> key = keys.containsKey(id) ? Optional.of(keys.get(id)) : candidate.key();
            hits.add(new Hit(id, byKey ? position(id, key) : Position.of(id)));
        }
        hits.sort(Comparator.comparing(Hit::position, Position.order(query.descending())));
        return hits;
    }

    /** Whoever has no value comes last in ascending order, and first in descending. */
    private Position position(UUID id, Optional<byte[]> key) {
        boolean early = key.isPresent() != query.descending();
        if (order instanceof Order.ByColumn) {
            return new Position(0, key.orElseGet(() -> new byte[0]), id);
        }
        return new Position(early ? 0 : 1, key.orElseGet(() -> new byte[0]), id);
    }

    /** These in the order of their ids. */
    List<Hit> byId(Collection<UUID> ids) {
        return ids.stream()
                .map(id -> new Hit(id, Position.of(id)))
                .sorted(Comparator.comparing(Hit::position, Position.order(query.descending())))
                .toList();
    }

    /** The part of the result that is wanted. */
    Found window(List<Hit> hits, Window window) {
        Comparator<Position> comparator = Position.order(query.descending());
        int from = window.startIndex() - 1;
        if (window.after().isPresent()) {
            Position after = window.after().get();
            from = 0;
            while (from < hits.size() && comparator.compare(hits.get(from).position(), after) <= 0) {
                from++;
            }
        }
        int begin = Math.min(from, hits.size());
        int end = (int) Math.min(hits.size(), (long) begin + window.count());
        Optional<Position> next =
                end > begin && end < hits.size() ? Optional.of(hits.get(end - 1).position()) : Optional.empty();
        return new Found(OptionalLong.of(hits.size()), hits.subList(begin, end), next);
    }
}
