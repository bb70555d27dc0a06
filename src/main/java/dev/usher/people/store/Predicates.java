package dev.usher.people.store;

import dev.usher.people.store.Condition.Element;
import dev.usher.people.store.Condition.Head;
import dev.usher.people.store.Condition.Value;
import dev.usher.platform.Database;
import dev.usher.tenant.TenantId;
import java.util.ArrayList;
import java.util.List;

/**
 * Conditions as SQL about one row that is there already: look-ups by primary key on the id that leads. Each is true or
 * false, never NULL, so that NOT means it.
 */
final class Predicates {
    private final TenantId tenant;
    private final Population population;

    Predicates(TenantId tenant, Population population) {
        this.tenant = tenant;
        this.population = population;
    }

    /**
     * The condition on the id in this column; {@code walking} where the head row {@code h} itself is read. Look-ups stand
     * inside CASE, which keeps MariaDB from turning them into joins that begin at the broad end. Empty for no condition.
     */
    Sql on(String id, boolean walking, Condition condition) {
        List<Condition> terms = condition instanceof Condition.All all ? all.terms() : List.of(condition);
        var plain = new Sql();
        var lookUps = new ArrayList<Condition>();
        for (Condition term : terms) {
            if (walking && columnOnly(term)) {
                conjoin(plain, term(id, true, term));
            } else if (!(term instanceof Condition.Always)) {
                lookUps.add(term);
            }
        }
        for (Condition term : lookUps) {
            conjoin(plain, Sql.of("CASE WHEN ").add(term(id, walking, term)).add(" THEN 1 ELSE 0 END = 1"));
        }
        return plain;
    }

    private static boolean columnOnly(Condition term) {
        return term instanceof Head
                || term instanceof Condition.External
                || term instanceof Condition.Ids
                || term instanceof Condition.Not not && columnOnly(not.term());
    }

    private static void conjoin(Sql into, Sql term) {
        into.add(into.isEmpty() ? "" : " AND ").add(term);
    }

    /** The bare truth value. */
    Sql term(String id, boolean walking, Condition term) {
        if (term instanceof Condition.All all) {
            return joined(id, walking, all.terms(), " AND ");
        }
        if (term instanceof Condition.Any any) {
            return joined(id, walking, any.terms(), " OR ");
        }
        if (term instanceof Condition.Not not) {
            return Sql.of("NOT (").add(term(id, walking, not.term())).add(")");
        }
        if (term instanceof Value value) {
            return exists("user_attr b", "b.user_id = " + id, "b")
                    .add(" AND b.attr_no = ?", value.attribute())
                    .and(value.test().on("b.v"))
                    .add(")");
        }
        if (term instanceof Element element) {
            return exists("user_attr b", "b.user_id = " + id, "b")
                    .and(element("b", element))
                    .add(")");
        }
        return onRows(id, walking, term);
    }

    private Sql onRows(String id, boolean walking, Condition term) {
        if (term instanceof Head head) {
            return onHead(id, walking, head.test().on("h." + head.column().sql()));
        }
        if (term instanceof Condition.External external) {
            Sql condition = Sql.of("h.external_id IS NOT NULL AND h.connection_no = ?", external.connection())
                    .and(external.test().on("h.external_id"));
            return onHead(id, walking, Sql.of("(").add(condition).add(")"));
        }
        if (term instanceof Condition.Ids ids) {
            return ids.ids().isEmpty()
                    ? Sql.of("1 = 0")
                    : Sql.of(
                            id + " IN (" + Database.marks(ids.ids().size()) + ")",
                            ids.ids().toArray());
        }
        if (term instanceof Condition.InGroups in) {
            Sql sql = exists("membership m", "m.member_id = " + id, "m");
            if (!in.groups().isEmpty()) {
                sql.add(
                        " AND m.group_id IN (" + Database.marks(in.groups().size()) + ")",
                        in.groups().toArray());
            }
            return sql.add(")");
        }
        if (term instanceof Condition.HasMember has) {
            return Sql.of("(")
                    .add(exists("membership m", "m.group_id = " + id, "m")
                            .and(has.users().on("m.member_id"))
                            .add(")"))
                    .add(" OR ")
                    .add(exists("group_nesting n", "n.parent_id = " + id, "n")
                            .and(has.groups().on("n.child_id"))
                            .add("))"));
        }
        return Sql.of(term instanceof Condition.Always ? "1 = 1" : "1 = 0");
    }

    /** Lead and rest on one element: a row of the value table under this alias is the lead. */
    Sql element(String alias, Element element) {
        Sql sql = Sql.of(alias + ".attr_no = ?", element.lead().attribute())
                .and(element.lead().test().on(alias + ".v"));
        return sql.add(" AND CASE WHEN ").add(atElement(alias, element.rest())).add(" THEN 1 ELSE 0 END = 1");
    }

    private Sql atElement(String alias, Condition rest) {
        if (rest instanceof Condition.All || rest instanceof Condition.Any) {
            boolean all = rest instanceof Condition.All;
            List<Condition> terms = all ? ((Condition.All) rest).terms() : ((Condition.Any) rest).terms();
            var sql = Sql.of("(");
            for (int i = 0; i < terms.size(); i++) {
                sql.add(i == 0 ? "" : all ? " AND " : " OR ").add(atElement(alias, terms.get(i)));
            }
            return sql.add(")");
        }
        if (rest instanceof Condition.Not not) {
            return Sql.of("NOT (").add(atElement(alias, not.term())).add(")");
        }
        if (rest instanceof Value value) {
            return exists("user_attr c", "c.user_id = " + alias + ".user_id", "c")
                    .add(" AND c.attr_no = ? AND c.ord = " + alias + ".ord", value.attribute())
                    .and(value.test().on("c.v"))
                    .add(")");
        }
        return Sql.of(rest instanceof Condition.Always ? "1 = 1" : "1 = 0");
    }

    private Sql onHead(String id, boolean walking, Sql condition) {
        if (walking) {
            return condition;
        }
        return Sql.of(
                        "EXISTS (SELECT 1 FROM " + population.table() + " h WHERE h.tenant_no = ? AND h.id = " + id,
                        tenant.number())
                .and(condition)
                .add(")");
    }

    /** Open: the caller adds conditions and the closing parenthesis. */
    private Sql exists(String from, String join, String alias) {
        return Sql.of(
                "EXISTS (SELECT 1 FROM " + from + " WHERE " + alias + ".tenant_no = ? AND " + join, tenant.number());
    }

    private Sql joined(String id, boolean walking, List<Condition> terms, String word) {
        var sql = Sql.of("(");
        for (int i = 0; i < terms.size(); i++) {
            sql.add(i == 0 ? "" : word).add(term(id, walking, terms.get(i)));
        }
        return sql.add(")");
    }
}
