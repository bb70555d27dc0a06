package dev.usher.people.store;

import dev.usher.people.store.Condition.Column;
import dev.usher.people.store.Condition.Element;
import dev.usher.people.store.Condition.Head;
import dev.usher.people.store.Condition.Value;
import dev.usher.platform.Database;
import dev.usher.tenant.TenantId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which term of a condition an index answers best, and the statement that begins there: the others are asked of each id
 * it gives. Costs only rank: narrow kinds before broad ones.
 */
final class Lead {
    /** The cost of an equal value, of which there may be few or very many. */
    private static final int EQUAL_VALUE = 10;

    /** The cost of a value's beginning. */
    private static final int PREFIX_VALUE = 20;

    private static final int MOST_RIVALS = 8;

    private static final int UNSELECTIVE = 200;
    private static final int MOST_UNITED_GROUPS = 500;
    /** H2 plans a UNION inside a UNION twice, so that each level doubles the time. */
    private static final int DEEPEST_UNION = 3;

    private final TenantId tenant;
    private final Population population;
    private final Predicates predicates;

    Lead(TenantId tenant, Population population) {
        this.tenant = tenant;
        this.population = population;
        this.predicates = new Predicates(tenant, population);
    }

    /** The statement for this condition; empty where only a walk finds what meets it. */
    Optional<Selection> selection(Condition condition) {
        return selection(condition, 0);
    }

    private Optional<Selection> selection(Condition condition, int depth) {
        if (condition instanceof Condition.All all) {
            return ranked(all.terms()).stream()
                    .flatMap(term -> selection(all, term, depth).stream())
                    .findFirst();
        }
        if (condition instanceof Condition.Any any) {
            return depth == DEEPEST_UNION ? Optional.empty() : united(any.terms(), depth + 1);
        }
        return cost(condition) == Integer.MAX_VALUE ? Optional.empty() : Optional.of(single(condition));
    }

    /** The statement that begins at this term of it. */
    private Optional<Selection> selection(Condition.All all, Condition term, int depth) {
        return selection(term, depth).map(found -> found.narrowed(predicates, Condition.allBut(all.terms(), term)));
    }

    /** A term of a conjunction that may lead: its first rows, and what else is to be met. */
    record Rival(Selection selection, Condition others) {}

    /** The terms that may all lead well, or badly: which, only their rows tell. None where one is clearly the best. */
    List<Rival> rivals(Condition condition, int rows) {
        if (!(condition instanceof Condition.All all)
                || all.terms().stream().anyMatch(term -> cost(term) < EQUAL_VALUE)) {
            return List.of();
        }
        List<Rival> rivals = all.terms().stream()
                .filter(term -> cost(term) <= PREFIX_VALUE)
                .flatMap(term -> selection(term).stream()
                        .map(found -> new Rival(found.first(rows), Condition.allBut(all.terms(), term))))
                .limit(MOST_RIVALS)
                .toList();
        return rivals.size() < 2 ? List.of() : rivals;
    }

    /** Of equal rank the first leads; a value and its beginning rank alike. */
    private static List<Condition> ranked(List<Condition> terms) {
        return terms.stream()
                .filter(term -> cost(term) < Integer.MAX_VALUE)
                .sorted(Comparator.comparingInt(Lead::rank))
                .toList();
    }

    private static int rank(Condition term) {
        int cost = cost(term);
        return cost > EQUAL_VALUE && cost <= PREFIX_VALUE ? EQUAL_VALUE : cost;
    }

    private Optional<Selection> united(List<Condition> terms, int depth) {
        var parts = new ArrayList<Selection>();
        for (Condition term : terms) {
            Optional<Selection> part = selection(term, depth);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            parts.add(part.get());
        }
        return Optional.of(union(parts));
    }

    private static Selection union(List<Selection> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        return new Selection("u.id", balanced(parts).add(" u"), new Sql(), "");
    }

    /** Halves of halves: of a plain chain H2 makes as many levels as it has links, and copies it at each of them. */
    private static Sql balanced(List<Selection> parts) {
        if (parts.size() == 1) {
            Selection part = parts.get(0);
            return Sql.of("(").add(part.select(Sql.of(part.id() + " AS id"))).add(")");
        }
        int half = parts.size() / 2;
        return Sql.of("(")
                .add(balanced(parts.subList(0, half)))
                .add(" UNION ")
                .add(balanced(parts.subList(half, parts.size())))
                .add(")");
    }

    /** How well a term leads; {@code Integer.MAX_VALUE} where it cannot. */
    static int cost(Condition term) {
        if (term instanceof Value value) {
            return cost(value.test().kind(), EQUAL_VALUE) + (value.selective() ? 0 : UNSELECTIVE);
        }
        if (term instanceof Element element) {
            return cost(element.lead());
        }
        if (term instanceof Head head) {
            return head.column() == Column.STATE || head.test().kind() == ColumnTest.Kind.OTHER
                    ? Integer.MAX_VALUE
                    : cost(head.test().kind(), 1);
        }
        if (term instanceof Condition.External external) {
            return cost(external.test().kind(), 2);
        }
        if (term instanceof Condition.Ids) {
            return 0;
        }
        if (term instanceof Condition.InGroups in) {
            return in.groups().isEmpty() || in.groups().size() > MOST_UNITED_GROUPS ? Integer.MAX_VALUE : 12;
        }
        if (term instanceof Condition.HasMember has) {
            return has.users().kind() == ColumnTest.Kind.EQUAL && has.groups().kind() == ColumnTest.Kind.EQUAL
                    ? 8
                    : Integer.MAX_VALUE;
        }
        return joinedCost(term);
    }

    private static int joinedCost(Condition term) {
        if (term instanceof Condition.Any any) {
            int worst = any.terms().stream().mapToInt(Lead::cost).max().orElse(0);
            return worst == Integer.MAX_VALUE ? worst : worst + 1;
        }
        if (term instanceof Condition.All all) {
            return all.terms().stream().mapToInt(Lead::cost).min().orElse(Integer.MAX_VALUE);
        }
        return Integer.MAX_VALUE;
    }

    private static int cost(ColumnTest.Kind kind, int equal) {
        return switch (kind) {
            case EQUAL -> equal;
            case PREFIX -> PREFIX_VALUE;
            case RANGE -> 40;
            case PART -> 50;
            case ANY -> 80;
            case OTHER -> 90;
        };
    }

    private Selection single(Condition term) {
        List<Condition> apart = SameColumn.apart(term);
        if (apart.size() > 1) {
            // H2 has no range for IN behind an equal tenant: it would read all that the tenant has in the column.
            return union(apart.stream().map(this::single).toList());
        }
        if (term instanceof Value value) {
            Sql where = Sql.of("a.tenant_no = ? AND a.attr_no = ?", tenant.number(), value.attribute())
                    .and(value.test().on("a.v"));
            return values(where, value);
        }
        if (term instanceof Element element) {
            Sql where = Sql.of("a.tenant_no = ?", tenant.number()).and(predicates.element("a", element));
            return values(where, element.lead());
        }
        if (term instanceof Condition.InGroups in) {
            return union(in.groups().stream()
                    .map(group -> new Selection(
                            "m.member_id",
                            Sql.of("membership m"),
                            Sql.of("m.tenant_no = ? AND m.group_id = ?", tenant.number(), group),
                            "m.tenant_no, m.group_id, m.member_id"))
                    .toList());
        }
        if (term instanceof Condition.HasMember has) {
            return withMember(has);
        }
        return onHead(term);
    }

    private static Selection values(Sql where, Value lead) {
        boolean ordered = lead.test().kind() == ColumnTest.Kind.EQUAL
                && lead.test().parameters().size() == 1;
        return new Selection(
                "a.user_id", Sql.of("user_attr a"), where, ordered ? "a.tenant_no, a.attr_no, a.v, a.user_id" : "");
    }

    private Selection withMember(Condition.HasMember has) {
        Sql users = Sql.of("m.tenant_no = ?", tenant.number()).and(has.users().on("m.member_id"));
        Sql groups = Sql.of("n.tenant_no = ?", tenant.number()).and(has.groups().on("n.child_id"));
        return union(List.of(
                new Selection("m.group_id", Sql.of("membership m"), users, ""),
                new Selection("n.parent_id", Sql.of("group_nesting n"), groups, "")));
    }

    private Selection onHead(Condition term) {
        Sql where = population.mine(tenant);
        if (term instanceof Head head) {
            where.and(head.test().on("h." + head.column().sql()));
        } else if (term instanceof Condition.External external) {
            where.add(" AND h.connection_no = ? AND h.external_id IS NOT NULL", external.connection())
                    .and(external.test().on("h.external_id"));
        } else if (term instanceof Condition.Ids ids) {
            where.add(
                    " AND h.id IN (" + Database.marks(ids.ids().size()) + ")",
                    ids.ids().toArray());
        }
        return new Selection("h.id", Sql.of(population.table() + " h"), where, "");
    }
}
