package dev.usher.scim.filter;

import static java.util.Objects.requireNonNull;

import dev.usher.scim.schema.AttributePath;
import dev.usher.scim.schema.AttributeType;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A filter over resolved paths (RFC 7644 §3.4.2.2). Shape: {@code and} and {@code or} have two terms or more and never
 * hold one of their own kind; {@code eq null} is {@code not (… pr)}; a complex attribute compared without a
 * sub-attribute is its {@code value}; literals already have the attribute's type. {@code toString} prints the text that
 * parses to an equal filter.
 */
public sealed interface Filter {
    /** How many comparisons it is made of. */
    default int size() {
        if (this instanceof And and) {
            return and.terms().stream().mapToInt(Filter::size).sum();
        }
        if (this instanceof Or or) {
            return or.terms().stream().mapToInt(Filter::size).sum();
        }
        if (this instanceof Not not) {
            return not.term().size();
        }
        return this instanceof ValuePath path ? path.filter().size() : 1;
    }

    /** Whether any term is about such a path, also inside of a value path. */
    default boolean asks(Predicate<AttributePath> about) {
        if (this instanceof And and) {
            return and.terms().stream().anyMatch(term -> term.asks(about));
        }
        if (this instanceof Or or) {
            return or.terms().stream().anyMatch(term -> term.asks(about));
        }
        if (this instanceof Not not) {
            return not.term().asks(about);
        }
        if (this instanceof ValuePath path) {
            return about.test(path.path()) || path.filter().asks(about);
        }
        return this instanceof Compare compare && about.test(compare.path())
                || this instanceof Present present && about.test(present.path());
    }

    /** All of them. */
    record And(List<Filter> terms) implements Filter {
        /** Flattens and copies. */
        public And {
            terms = flat(terms, And.class);
        }

        @Override
        public String toString() {
            return FilterPrinter.print(this);
        }
    }

    /** Any of them. */
    record Or(List<Filter> terms) implements Filter {
        /** Flattens and copies. */
        public Or {
            terms = flat(terms, Or.class);
        }

        @Override
        public String toString() {
            return FilterPrinter.print(this);
        }
    }

    /** Plain negation: true exactly where the term is not. */
    record Not(Filter term) implements Filter {
        /** Checks. */
        public Not {
            requireNonNull(term, "term");
        }

        @Override
        public String toString() {
            return FilterPrinter.print(this);
        }
    }

    /**
     * One attribute against a literal: true when any value does so; {@code ne} also where there is no value.
     * {@code value} is a string, number or boolean as the attribute's type says; dates stay strings.
     */
    record Compare(AttributePath path, Operator operator, JsonValue value) implements Filter {
        /** Checks. */
        public Compare {
            requireNonNull(path, "path");
            requireNonNull(operator, "operator");
            requireNonNull(value, "value");
        }

        /**
         * Whether it asks about the {@code primary} mark of an element, of which saying nothing is saying false (RFC 7643
         * §2.4): then {@link #wantsPrimary} is the whole question.
         */
        public boolean asksPrimary() {
            return path.sub().isPresent()
                    && path.attribute().multiValued()
                    && path.leaf().type() == AttributeType.BOOLEAN
                    && path.leaf().name().equals("primary");
        }

        /** Whether the one element that is primary is asked for, or the others. */
        public boolean wantsPrimary() {
            return JsonValue.TRUE.equals(value) == (operator == Operator.EQ);
        }

        @Override
        public String toString() {
            return FilterPrinter.print(this);
        }
    }

    /** The attribute has a value. */
    record Present(AttributePath path) implements Filter {
        /** Checks. */
        public Present {
            requireNonNull(path, "path");
        }

        @Override
        public String toString() {
            return FilterPrinter.print(this);
        }
    }

    /**
     * One element of {@code path} meets the whole inner filter, whose paths go through the same attribute
     * ({@code emails.type}); on a simple multi-valued attribute they are the attribute itself, printed {@code value}.
     */
    record ValuePath(AttributePath path, Filter filter) implements Filter {
        /** Checks. */
        public ValuePath {
            requireNonNull(path, "path");
            requireNonNull(filter, "filter");
        }

        @Override
        public String toString() {
            return FilterPrinter.print(this);
        }
    }

    private static List<Filter> flat(List<Filter> terms, Class<? extends Filter> kind) {
        List<Filter> flat = new ArrayList<>(terms.size());
        for (Filter each : terms) {
            if (!kind.isInstance(each)) {
                flat.add(each);
            } else if (each instanceof And and) {
                flat.addAll(and.terms());
            } else if (each instanceof Or or) {
                flat.addAll(or.terms());
            }
        }
        if (flat.size() < 2) {
            throw new IllegalArgumentException("and, or join at least two terms");
        }
        return List.copyOf(flat);
    }
}
