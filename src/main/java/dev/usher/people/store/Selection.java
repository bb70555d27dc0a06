package dev.usher.people.store;

import dev.usher.tenant.TenantId;

/**
 * Where ids come from: {@code SELECT id FROM from WHERE where}. Shape: {@code idOrder} is the ORDER BY that gives ids in
 * their order straight from an index, blank where none does; an id may come more than once.
 */
record Selection(String id, Sql from, Sql where, String idOrder) {
    /** Everybody, in the order of the ids. */
    static Selection walk(TenantId tenant, Population population) {
        return new Selection(
                "h.id", Sql.of(population.table() + " h"), population.mine(tenant), population.walkOrder(false));
    }

    /** Whether the head row {@code h} is what is read. */
    boolean walking() {
        return id.equals("h.id");
    }

    /** The same, narrowed. */
    Selection narrowed(Predicates predicates, Condition condition) {
        if (condition instanceof Condition.Always) {
            return this;
        }
        Sql both = new Sql().add(where);
        Sql more = predicates.on(id, walking(), condition);
        if (both.isEmpty()) {
            both.add(more);
        } else {
            both.and(more);
        }
        return new Selection(id, from, both, idOrder);
    }

    /** The first so many rows of it. */
    Selection first(int rows) {
        Sql some = Sql.of("(").add(select(Sql.of(id + " AS id"))).add(" LIMIT " + rows + ") l");
        return new Selection("l.id", some, new Sql(), "");
    }

    /** {@code SELECT columns FROM … WHERE …}, open at its end. */
    Sql select(Sql columns) {
        Sql sql = Sql.of("SELECT ").add(columns).add(" FROM ").add(from);
        return where.isEmpty() ? sql : sql.add(" WHERE ").add(where);
    }

    /** How many there are, each counted once. */
    Sql count() {
        return select(Sql.of(walking() ? "COUNT(*)" : "COUNT(DISTINCT " + id + ")"));
    }
}
