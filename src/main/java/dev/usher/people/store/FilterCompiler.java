package dev.usher.people.store;

import dev.usher.people.store.Condition.Element;
import dev.usher.people.store.Condition.Value;
import dev.usher.scim.error.ScimException;
import dev.usher.scim.filter.Filter;
import dev.usher.scim.filter.Operator;
import dev.usher.scim.schema.Attribute;
import dev.usher.scim.schema.AttributePath;
import dev.usher.scim.schema.AttributeType;
import dev.usher.scim.schema.CompareKey;
import dev.usher.scim.schema.ResourceType;
import dev.usher.scim.schema.SchemaUrns;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Filters as conditions on the tables. What the value table holds becomes values, what head rows hold becomes columns,
 * the terms of one value path meet on one element; the rest stays open between the two bounds.
 */
final class FilterCompiler {
    private static final Set<String> UNSELECTIVE = Set.of("type", "primary");
    private static final int MOST_ALTERNATIVES = 64;
    private static final String IN_GROUPS = "groups.$ref";
    /** Documents have no address of this installation in them, so that they would tell wrong things of these. */
    private static final Set<String> LINKS =
            Set.of("meta.location", IN_GROUPS, SchemaUrns.ENTERPRISE + ":manager.$ref");

    private final Function<AttributePath, OptionalInt> numbers;
    private final HeadCompiler heads;

    /** {@code numbers} is empty for a path without any row in the value table. */
    FilterCompiler(Function<AttributePath, OptionalInt> numbers, HeadCompiler heads) {
        this.numbers = numbers;
        this.heads = heads;
    }

    /**
     * A filter for SQL, and what of it is left to ask of documents. <b>Shape:</b> where the bounds are exact nothing is
     * asked, whatever {@code open} says.
     */
    record Compiled(Bounds bounds, Filter open) {}

    /**
     * Whoever meets the wide bound meets each term of a conjunction that SQL answers exactly, so documents are asked for
     * the others only. Errors: 400 {@code invalidFilter} where these need what no document has.
     */
    Compiled compile(Filter filter) {
        List<Filter> terms = filter instanceof Filter.And and ? and.terms() : List.of(filter);
        List<Bounds> bounds = terms.stream().map(this::bounds).toList();
        List<Filter> open = IntStream.range(0, terms.size())
                .filter(term -> !bounds.get(term).exact())
                .mapToObj(terms::get)
                .toList();
        if (open.stream().anyMatch(FilterCompiler::beyondDocuments)) {
            throw ScimException.invalidFilter("'members' and this installation's address are asked in the tables alone:"
                    + " join them by 'and' only with what no index answers, or ask for 'id', 'groups.value' or"
                    + " 'manager.value'");
        }
        return new Compiled(
                Bounds.all(bounds), open.isEmpty() ? filter : open.size() == 1 ? open.get(0) : new Filter.And(open));
    }

    private static boolean beyondDocuments(Filter filter) {
        if (filter instanceof Filter.And and) {
            return and.terms().stream().anyMatch(FilterCompiler::beyondDocuments);
        }
        if (filter instanceof Filter.Or or) {
            return or.terms().stream().anyMatch(FilterCompiler::beyondDocuments);
        }
        if (filter instanceof Filter.Not not) {
            return beyondDocuments(not.term());
        }
        boolean present = filter instanceof Filter.Present;
        return filter.asks(path -> path.text().equals("members")
                || path.text().startsWith("members.")
                || (present ? path.text().equals(IN_GROUPS) : LINKS.contains(path.text())));
    }

    private Bounds bounds(Filter filter) {
        if (filter instanceof Filter.And and) {
            return Bounds.all(and.terms().stream().map(this::bounds).toList());
        }
        if (filter instanceof Filter.Or or) {
            return Bounds.any(or.terms().stream().map(this::bounds).toList());
        }
        if (filter instanceof Filter.Not not) {
            return bounds(not.term()).negated();
        }
        return heads.compile(filter).orElseGet(() -> inValues(filter));
    }

    private Bounds inValues(Filter filter) {
        if (heads.type() != ResourceType.USER) {
            // Only users have rows in the value table; of the others the documents tell.
            return Bounds.UNKNOWN;
        }
        if (filter instanceof Filter.Compare compare) {
            return compare(compare);
        }
        if (filter instanceof Filter.Present present) {
            return present(present.path());
        }
        if (filter instanceof Filter.ValuePath path) {
            return element(path);
        }
        throw new IllegalArgumentException("not a term: " + filter);
    }

    private Bounds compare(Filter.Compare term) {
        Attribute leaf = term.path().leaf();
        if (!leaf.indexed()) {
            return Bounds.UNKNOWN;
        }
        OptionalInt number = numbers.apply(term.path());
        if (number.isEmpty()) {
            return Bounds.exactly(term.operator() == Operator.NE ? Condition.ALWAYS : Condition.NEVER);
        }
        CompareKey key = CompareKey.of(leaf, term.value())
                .orElseThrow(() -> ScimException.invalidFilter(
                        "the value does not fit the type of '" + term.path().text() + "'"));
        return compare(number.getAsInt(), leaf, term.operator(), key);
    }

    private static Bounds compare(int number, Attribute leaf, Operator operator, CompareKey key) {
        byte[] full = key.full();
        boolean text = leaf.type() == AttributeType.STRING || leaf.type() == AttributeType.REFERENCE;
        if (operator == Operator.EQ) {
            return Bounds.exactly(value(number, leaf, ColumnTest.equal(key.bytes())));
        }
        if (operator == Operator.NE) {
            Condition none = Condition.not(value(number, leaf, ColumnTest.any()));
            return Bounds.exactly(Condition.any(List.of(none, value(number, leaf, ColumnTest.other(key.bytes())))));
        }
        if (operator.partial() && !text || full.length > ColumnTest.OWN_BYTES) {
            return Bounds.UNKNOWN;
        }
        return switch (operator) {
            case SW -> Bounds.exactly(value(number, leaf, ColumnTest.prefix(full)));
            case CO, EW ->
                new Bounds(
                        value(number, leaf, ColumnTest.perhapsPart(full, operator == Operator.CO)),
                        value(number, leaf, ColumnTest.part(full, operator == Operator.CO)),
                        value(number, leaf, ColumnTest.shortened()));
            default -> Bounds.exactly(value(number, leaf, ColumnTest.range(sign(operator), full)));
        };
    }

    /** The sign of an ordering operator in SQL. */
    static String sign(Operator operator) {
        return switch (operator) {
            case GT -> ">";
            case GE -> ">=";
            case LT -> "<";
            case LE -> "<=";
            default -> throw new IllegalArgumentException(operator + " orders nothing");
        };
    }

    private Bounds present(AttributePath path) {
        Attribute leaf = path.leaf();
        if (!leaf.complex()) {
            return leaf.indexed() ? Bounds.exactly(anyValue(path)) : Bounds.UNKNOWN;
        }
        if (path.wholeExtension() || path.sub().isPresent()) {
            return Bounds.UNKNOWN;
        }
        var found = new ArrayList<Condition>();
        boolean everyPart = true;
        for (Attribute part : leaf.subAttributes()) {
            everyPart &= part.indexed();
            if (part.indexed()) {
                found.add(anyValue(path.child(part)));
            }
        }
        Condition some = Condition.any(found);
        return Bounds.between(everyPart ? some : Condition.ALWAYS, some);
    }

    private Condition anyValue(AttributePath path) {
        OptionalInt number = numbers.apply(path);
        return number.isEmpty() ? Condition.NEVER : value(number.getAsInt(), path.leaf(), ColumnTest.any());
    }

    private static Condition value(int number, Attribute leaf, ColumnTest test) {
        boolean selective = leaf.type() != AttributeType.BOOLEAN && !UNSELECTIVE.contains(leaf.name());
        return new Value(number, test, selective);
    }

    /** A value path: {@code or} splits into several, each led by one of its positive terms. */
    private Bounds element(Filter.ValuePath path) {
        Bounds inner = bounds(saidPrimary(path.filter()));
        Attribute attribute = path.path().attribute();
        boolean severalParts = attribute.subAttributes().stream().anyMatch(Attribute::multiValued);
        if (!attribute.multiValued() && severalParts) {
            // Its rows have the ordinals of the several values, and are no elements.
            return Bounds.between(inner.over(), Condition.NEVER);
        }
        return Bounds.between(elements(inner.over(), Condition.ALWAYS), elements(inner.under(), Condition.NEVER));
    }

    /** Whoever is not primary need not have a row that says so: only being primary is looked for, or its contrary. */
    private static Filter saidPrimary(Filter inner) {
        if (inner instanceof Filter.And and) {
            return new Filter.And(
                    and.terms().stream().map(FilterCompiler::saidPrimary).toList());
        }
        if (inner instanceof Filter.Or or) {
            return new Filter.Or(
                    or.terms().stream().map(FilterCompiler::saidPrimary).toList());
        }
        if (inner instanceof Filter.Not not) {
            return new Filter.Not(saidPrimary(not.term()));
        }
        if (!(inner instanceof Filter.Compare compare) || !compare.asksPrimary()) {
            return inner;
        }
        Filter primary = new Filter.Compare(compare.path(), Operator.EQ, JsonValue.TRUE);
        return compare.wantsPrimary() ? primary : new Filter.Not(primary);
    }

    private static Condition elements(Condition inner, Condition unknown) {
        if (inner instanceof Condition.Never || inner instanceof Condition.Always) {
            return inner instanceof Condition.Never ? Condition.NEVER : unknown;
        }
        List<Condition> alternatives = alternatives(inner);
        if (alternatives.size() > MOST_ALTERNATIVES) {
            return unknown;
        }
        var found = new ArrayList<Condition>();
        for (Condition each : alternatives) {
            List<Condition> terms = each instanceof Condition.All all ? all.terms() : List.of(each);
            var leads = terms.stream()
                    .filter(Value.class::isInstance)
                    .map(Value.class::cast)
                    .sorted((a, b) -> Integer.compare(Lead.cost(a), Lead.cost(b)))
                    .toList();
            found.add(leads.isEmpty() ? unknown : element(leads.get(0), Condition.allBut(terms, leads.get(0))));
        }
        return Condition.any(found);
    }

    private static Condition element(Value lead, Condition rest) {
        return rest instanceof Condition.Always ? lead : new Element(lead, rest);
    }

    /** The disjunctive form, as long as it stays small. */
    private static List<Condition> alternatives(Condition inner) {
        if (inner instanceof Condition.Any any) {
            return any.terms().stream()
                    .flatMap(term -> alternatives(term).stream())
                    .toList();
        }
        if (!(inner instanceof Condition.All all)) {
            return List.of(inner);
        }
        List<Condition> products = List.of(Condition.ALWAYS);
        for (Condition term : all.terms()) {
            List<Condition> choices = alternatives(term);
            if (products.size() * choices.size() > MOST_ALTERNATIVES) {
                return List.of(inner);
            }
            var next = new ArrayList<Condition>();
            for (Condition before : products) {
                choices.forEach(choice -> next.add(Condition.all(List.of(before, choice))));
            }
            products = next;
        }
        return products;
    }
}
