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
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A result small enough to be read whole by one statement and ordered in memory. */
final class NarrowResult {
    private static final int FEW = 200;

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

    private record Reached(int rival, boolean meets, Candidate candidate) {}

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
        Optional<List<Candidate>> few = ofFew(bounds);
        if (few.isPresent()) {
            return few.map(candidates -> ordered(settled(candidates)));
        }
        Selection from = SearchStore.source(tenant, query.population(), bounds.over());
        Sql sql = from.select(columns(from, bounds)).add(" LIMIT ?", most + 1);
        List<Candidate> rows = database.query(sql.text(), row -> candidate(row, 1), sql.parameters());
        return rows.size() > most ? Optional.empty() : Optional.of(ordered(settled(rows)));
    }

    /**
     * Where several terms promise few rows and their kinds do not tell which keeps it: one statement begins at each of
     * them and reads a few rows. One that has no more than these holds the whole result. Without it
     * {@code department eq "Sales" and title eq "Chief"} might read every salesman.
     */
    private Optional<List<Candidate>> ofFew(Bounds bounds) {
        TenantId tenant = query.caller().tenant();
        List<Lead.Rival> rivals = new Lead(tenant, query.population()).rivals(bounds.over(), FEW + 1);
        if (rivals.isEmpty()) {
            return Optional.empty();
        }
        var predicates = new Predicates(tenant, query.population());
        var sql = new Sql();
        for (int i = 0; i < rivals.size(); i++) {
            Selection from = rivals.get(i).selection();
            Sql meets = predicates.term(from.id(), from.walking(), rivals.get(i).others());
            Sql columns = Sql.of(i + ", CASE WHEN ").add(meets).add(" THEN 1 ELSE 0 END, ");
            sql.add(i == 0 ? "" : " UNION ALL ").add(from.select(columns.add(columns(from, bounds))));
        }
        Map<Integer, List<Reached>> rows = database
                .query(sql.text(), row -> new Reached(row.integer(1), row.flag(2), candidate(row, 3)), sql.parameters())
                .stream()
                .collect(Collectors.groupingBy(Reached::rival));
        return IntStream.range(0, rivals.size())
                .mapToObj(rival -> rows.getOrDefault(rival, List.of()))
                .filter(reached -> reached.size() <= FEW)
                .findFirst()
                .map(reached -> reached.stream()
                        .filter(Reached::meets)
                        .map(Reached::candidate)
                        .toList());
    }

    /** What is read of each: the id, whether it is in the result for sure, and what it is sorted by. */
    private Sql columns(Selection from, Bounds bounds) {
        TenantId tenant = query.caller().tenant();
        var columns = Sql.of(from.id() + ", ");
        if (bounds.exact()) {
            columns.add("1");
        } else {
            Sql sure = new Predicates(tenant, query.population()).term(from.id(), from.walking(), bounds.under());
            columns.add("CASE WHEN ").add(sure).add(" THEN 1 ELSE 0 END");
        }
        return columns.add(", ").add(order.key(tenant, from, query.population()));
    }

    private Candidate candidate(Row row, int column) {
        return new Candidate(row.uuid(column), row.flag(column + 1), order.read(row, column + 2));
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
