package dev.usher.people.store;

import dev.usher.people.store.Condition.Column;
import dev.usher.people.store.Condition.Value;
import dev.usher.platform.Database;
import dev.usher.tenant.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Pages of a result that is too large to hold: each is a range of the index that has the order, with the filter asked of
 * each row. Keysets are spelled {@code v >= ? AND (v > ? OR id > ?)}; row values are no range on MariaDB.
 */
final class Walk {
    private final Database database;
    private final TenantId tenant;
    private final Population population;
    private final Condition filter;
    private final Order order;
    private final boolean descending;
    private final Predicates predicates;

    Walk(Database database, SearchQuery query, Condition filter, Order order) {
        this.database = database;
        this.tenant = query.caller().tenant();
        this.population = query.population();
        this.filter = filter;
        this.order = order;
        this.descending = query.descending();
        this.predicates = new Predicates(tenant, population);
    }

    /** The next hits after a position, or the first ones after skipping some. */
    List<Hit> page(Optional<Position> after, long skip, int limit) {
        if (order instanceof Order.ByValue by) {
            return inTwoPhases(by, after, skip, limit);
        }
        if (order instanceof Order.ByColumn by) {
            return byColumn(by.column(), after, skip, limit);
        }
        return byId(filter, 0, after, skip, limit);
    }

    /** An index may give one id twice; then the page is filled up after the last one. */
    private List<Hit> byId(Condition wanted, int phase, Optional<Position> after, long skip, int limit) {
        Selection from = source(wanted, skip);
        var hits = new ArrayList<Hit>();
        Optional<UUID> last =
                after.filter(position -> position.phase() == phase).map(Position::id);
        while (hits.size() < limit) {
            int missing = limit - hits.size();
            Sql sql = from.select(Sql.of(from.id()));
            last.ifPresent(id -> sql.add(" AND " + from.id() + (descending ? " < ?" : " > ?"), id));
            sql.add(" ORDER BY " + (descending ? population.walkOrder(true) : from.idOrder()));
            sql.add(" LIMIT ? OFFSET ?", missing, hits.isEmpty() ? skip : 0L);
            List<UUID> ids = database.query(sql.text(), row -> row.uuid(1), sql.parameters());
            for (UUID id : ids) {
                if (last.isEmpty() || !last.get().equals(id)) {
                    hits.add(new Hit(id, new Position(phase, new byte[0], id)));
                }
                last = Optional.of(id);
            }
            if (ids.size() < missing) {
                break;
            }
        }
        return hits;
    }

    /** An equal value's slice is in the order of ids; skipping needs ids that come once. */
    private Selection source(Condition wanted, long skip) {
        Optional<Selection> lead = descending || skip > 0
                ? Optional.empty()
                : new Lead(tenant, population)
                        .selection(wanted)
                        .filter(found -> !found.idOrder().isEmpty());
        return lead.orElseGet(() -> Selection.walk(tenant, population).narrowed(predicates, wanted));
    }

    private List<Hit> byColumn(Column column, Optional<Position> after, long skip, int limit) {
        String name = "h." + column.sql();
        boolean unique = !column.time();
        String direction = descending ? " DESC" : "";
        String greater = descending ? " < ?" : " > ?";
        Selection walk = Selection.walk(tenant, population);
        Sql named = Sql.of("h.tenant_no = ? AND " + name + " IS NOT NULL", tenant.number());
        // Only who is seen has the name, and asking for it again would make H2 walk by id and sort.
        Selection from = unique ? new Selection(walk.id(), walk.from(), named, "") : walk;
        Sql sql = from.narrowed(predicates, filter).select(Sql.of("h.id, " + name));
        after.ifPresent(position -> {
            Object key = column.time() ? Position.time(position.key()) : position.key();
            if (unique) {
                sql.add(" AND " + name + greater, key);
            } else {
                sql.add(" AND " + name + (descending ? " <= ?" : " >= ?"), key);
                sql.add(" AND (" + name + greater + " OR h.id" + greater + ")", key, position.id());
            }
        });
        sql.add(" ORDER BY " + columnOrder(name, unique).formatted(direction) + " LIMIT ? OFFSET ?", limit, skip);
        return database.query(
                sql.text(),
                row -> {
                    UUID id = row.uuid(1);
                    return new Hit(id, new Position(0, order.read(row, 2).orElseThrow(), id));
                },
                sql.parameters());
    }

    /** The index's whole prefix: {@code uq_…} ends with its column, {@code ix_created} and {@code ix_modified} with the id. */
    private String columnOrder(String name, boolean unique) {
        String visible = population == Population.USERS && !unique ? ", h.scim_visible%1$s" : "";
        return "h.tenant_no%1$s" + visible + ", " + name + "%1$s" + (unique ? "" : ", h.id%1$s");
    }

    private List<Hit> inTwoPhases(Order.ByValue by, Optional<Position> after, long skip, int limit) {
        int valued = descending ? 1 : 0;
        var hits = new ArrayList<Hit>();
        Optional<Position> from = after;
        long toSkip = skip;
        int phase = after.map(Position::phase).orElseGet(() -> descending && everybodyHas(by) ? 1 : 0);
        while (true) {
            int missing = limit - hits.size();
            List<Hit> more = phase == valued
                    ? byValue(by, valued, from, toSkip, missing)
                    : byId(without(by), phase, from, toSkip, missing);
            hits.addAll(more);
            if (phase == 1 || hits.size() >= limit) {
                return hits;
            }
            if (toSkip > 0) {
                toSkip = more.isEmpty() ? toSkip - count(by, valued == 0) : 0;
            }
            from = Optional.empty();
            phase = 1;
        }
    }

    /** Looking for the first without it among a million who have it took seconds; counting both is quick. */
    private boolean everybodyHas(Order.ByValue by) {
        return filter instanceof Condition.Always
                && database.count(
                                "SELECT (SELECT visible_users FROM licence WHERE tenant_no = ?) - (SELECT COUNT(*)"
                                        + " FROM user_attr s WHERE s.tenant_no = ? AND s.attr_no = ? AND s.rep = 1)",
                                tenant.number(),
                                tenant.number(),
                                by.attribute())
                        <= 0;
    }

    private Condition without(Order.ByValue by) {
        return Condition.all(List.of(filter, Condition.not(any(by))));
    }

    private static Condition any(Order.ByValue by) {
        return new Value(by.attribute(), ColumnTest.any(), true);
    }

    private long count(Order.ByValue by, boolean with) {
        Condition phase = with ? Condition.all(List.of(filter, any(by))) : without(by);
        Sql sql = Selection.walk(tenant, population).narrowed(predicates, phase).count();
        return database.count(sql.text(), sql.parameters());
    }

    private List<Hit> byValue(Order.ByValue by, int phase, Optional<Position> after, long skip, int limit) {
        var slice = new Selection(
                "s.user_id",
                Sql.of("user_attr s"),
                Sql.of("s.tenant_no = ? AND s.attr_no = ? AND s.rep = 1", tenant.number(), by.attribute()),
                "");
        Sql sql = slice.narrowed(predicates, filter).select(Sql.of("s.user_id, s.v"));
        String greater = descending ? " < ?" : " > ?";
        after.ifPresent(position -> sql.add(" AND s.v" + (descending ? " <= ?" : " >= ?"), position.key())
                .add(" AND (s.v" + greater + " OR s.user_id" + greater + ")", position.key(), position.id()));
        String direction = descending ? " DESC" : "";
        sql.add(
                " ORDER BY s.tenant_no" + direction + ", s.attr_no" + direction + ", s.v" + direction + ", s.user_id"
                        + direction + " LIMIT ? OFFSET ?",
                limit,
                skip);
        return database.query(
                sql.text(),
                row -> {
                    UUID id = row.uuid(1);
                    return new Hit(id, new Position(phase, row.bytes(2), id));
                },
                sql.parameters());
    }
}
