package dev.usher.people.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Alternatives that ask one column for one value each, as one term with {@code IN}: asked of rows that are there already,
 * it is one look-up instead of hundreds. What leads a search must take the values apart again.
 */
final class SameColumn {
    private static final int MOST_IDS = 500;

    private SameColumn() {}

    /** What two terms must share to be one. */
    private record Place(Class<? extends Condition> kind, Object column, boolean selective) {}

    /** The same alternatives, those on one column joined where the first of them stood. */
    static Collection<Condition> joined(Collection<Condition> terms) {
        Map<Object, List<Condition>> places = new LinkedHashMap<>();
        for (Condition term : terms) {
            places.computeIfAbsent(place(term), place -> new ArrayList<>()).add(term);
        }
        Set<Condition> joined = new LinkedHashSet<>();
        places.values().forEach(alike -> joined.add(alike.size() == 1 ? alike.get(0) : one(alike)));
        return joined;
    }

    /** The place of an equality, or the term itself, which nothing else is like. */
    private static Object place(Condition term) {
        if (term instanceof Condition.Ids) {
            return new Place(Condition.Ids.class, "", true);
        }
        if (term instanceof Condition.Value value && value.test().equality()) {
            return new Place(Condition.Value.class, value.attribute(), value.selective());
        }
        if (term instanceof Condition.Head head && head.test().equality()) {
            return new Place(Condition.Head.class, head.column(), true);
        }
        if (term instanceof Condition.External external && external.test().equality()) {
            return new Place(Condition.External.class, external.connection(), true);
        }
        return term;
    }

    private static Condition one(List<Condition> alike) {
        if (!(alike.get(0) instanceof Condition.Ids)) {
            return with(alike.get(0), test(alike));
        }
        var ids = new LinkedHashSet<UUID>();
        alike.forEach(term -> ids.addAll(((Condition.Ids) term).ids()));
        return new Condition.Ids(ids);
    }

    /** One term for each of the values that this one admits; the term itself where it has one, or very many ids. */
    static List<Condition> apart(Condition term) {
        if (term instanceof Condition.Ids several) {
            return several.ids().size() > MOST_IDS
                    ? List.of(term)
                    : several.ids().stream()
                            .map(id -> (Condition) new Condition.Ids(Set.of(id)))
                            .toList();
        }
        if (term instanceof Condition.Element element) {
            return apart(element.lead()).stream()
                    .map(lead -> (Condition) new Condition.Element((Condition.Value) lead, element.rest()))
                    .toList();
        }
        boolean several = (term instanceof Condition.Value
                        || term instanceof Condition.Head
                        || term instanceof Condition.External)
                && test(term).equality();
        return several
                ? test(term).parameters().stream()
                        .map(value -> with(term, ColumnTest.equal(value)))
                        .toList()
                : List.of(term);
    }

    private static Condition with(Condition term, ColumnTest test) {
        if (term instanceof Condition.Value value) {
            return new Condition.Value(value.attribute(), test, value.selective());
        }
        return term instanceof Condition.Head head
                ? new Condition.Head(head.column(), test)
                : new Condition.External(((Condition.External) term).connection(), test);
    }

    private static ColumnTest test(List<Condition> alike) {
        return ColumnTest.oneOf(
                alike.stream().flatMap(term -> test(term).parameters().stream()).toList());
    }

    private static ColumnTest test(Condition term) {
        if (term instanceof Condition.Value value) {
            return value.test();
        }
        return term instanceof Condition.Head head ? head.test() : ((Condition.External) term).test();
    }
}
