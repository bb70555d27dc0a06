package dev.usher.people.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What a filter asks of users or groups, in terms that the tables answer. Pure values; the factories simplify. */
sealed interface Condition {
    /** True of everything. */
    record Always() implements Condition {}

    /** True of nothing. */
    record Never() implements Condition {}

    /** True where all are. */
    record All(List<Condition> terms) implements Condition {}

    /** True where any is. */
    record Any(List<Condition> terms) implements Condition {}

    /** True where the term is not. */
    record Not(Condition term) implements Condition {}

    /** A row of the value table: {@code selective} is false for {@code type}, {@code primary} and their like. */
    record Value(int attribute, ColumnTest test, boolean selective) implements Condition {}

    /** One element of a multi-valued attribute has the value, and meets the rest. {@code rest} holds values only. */
    record Element(Value lead, Condition rest) implements Condition {}

    /** A column of the head row. */
    record Head(Column column, ColumnTest test) implements Condition {}

    /** One of these head rows. */
    record Ids(Set<UUID> ids) implements Condition {}

    /** The externalId that this connection gave: other connections' are none of its business. */
    record External(int connection, ColumnTest test) implements Condition {}

    /** A user in one of these groups, whose nesting is spelled out already; an empty set: in any group. */
    record InGroups(Set<UUID> groups) implements Condition {}

    /** A group with such a direct member: a user, or a group. */
    record HasMember(ColumnTest users, ColumnTest groups) implements Condition {}

    /** Columns of head rows that filters and orders know. */
    enum Column {
        USER_NAME("user_name_key"),
        GROUP_NAME("name_key"),
        STATE("state"),
        CREATED("created_at"),
        MODIFIED("modified_at");

        private final String sql;

        Column(String sql) {
            this.sql = sql;
        }

        String sql() {
            return sql;
        }

        boolean time() {
            return this == CREATED || this == MODIFIED;
        }
    }

    Condition ALWAYS = new Always();
    Condition NEVER = new Never();

    static Condition all(List<Condition> terms) {
        var kept = new LinkedHashSet<Condition>();
        for (Condition term : terms) {
            if (term instanceof Never) {
                return NEVER;
            }
            if (term instanceof All inner) {
                kept.addAll(inner.terms());
            } else if (!(term instanceof Always)) {
                kept.add(term);
            }
        }
        return kept.isEmpty() ? ALWAYS : kept.size() == 1 ? kept.iterator().next() : new All(List.copyOf(kept));
    }

    static Condition any(List<Condition> terms) {
        var kept = new LinkedHashSet<Condition>();
        for (Condition term : terms) {
            if (term instanceof Always) {
                return ALWAYS;
            }
            if (term instanceof Any inner) {
                kept.addAll(inner.terms());
            } else if (!(term instanceof Never)) {
                kept.add(term);
            }
        }
        Collection<Condition> joined = SameColumn.joined(kept);
        return joined.isEmpty() ? NEVER : joined.size() == 1 ? joined.iterator().next() : new Any(List.copyOf(joined));
    }

    static Condition not(Condition term) {
        if (term instanceof Always) {
            return NEVER;
        }
        if (term instanceof Never) {
            return ALWAYS;
        }
        return term instanceof Not inner ? inner.term() : new Not(term);
    }

    /** All terms but one. */
    static Condition allBut(List<Condition> terms, Condition one) {
        var others = new ArrayList<>(terms);
        others.remove(one);
        return all(others);
    }
}
