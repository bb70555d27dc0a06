package dev.usher.scim.filter;

import static java.util.Objects.requireNonNull;

import dev.usher.scim.schema.AttributePath;
import dev.usher.scim.schema.ResourceType;
import dev.usher.scim.schema.SchemaRegistry;
import java.util.ArrayList;
import java.util.List;

/**
 * What a filter over all resource types says of one of them: an attribute that the type lacks has no value (RFC 7644
 * §3.4.2.1), so each comparison with one is settled before anything is looked up. Errors: those of {@link FilterParser};
 * an attribute is unknown only where no type has it.
 */
public sealed interface TypeFilter {
    /** Every resource of the type matches. */
    record Everything() implements TypeFilter {}

    /** None does. */
    record Nothing() implements TypeFilter {}

    /** Those match that this one finds; all its attributes are the type's. */
    record Matching(Filter filter) implements TypeFilter {
        /** Checks. */
        public Matching {
            requireNonNull(filter, "filter");
        }
    }

    /** What the filter in this text says of the type. */
    static TypeFilter of(SchemaRegistry registry, ResourceType type, String text, FilterLimits limits) {
        limits.checkLength(text);
        return settled(
                registry,
                type,
                FilterReading.overAllTypes(registry, type, text, limits).whole());
    }

    private static TypeFilter settled(SchemaRegistry registry, ResourceType type, Filter filter) {
        if (filter instanceof Filter.And and) {
            return joined(all(registry, type, and.terms()), true);
        }
        if (filter instanceof Filter.Or or) {
            return joined(all(registry, type, or.terms()), false);
        }
        if (filter instanceof Filter.Not not) {
            TypeFilter term = settled(registry, type, not.term());
            return term instanceof Matching matching
                    ? new Matching(new Filter.Not(matching.filter()))
                    : constant(term instanceof Nothing);
        }
        if (registry.schema(type, path(filter).schema()).isPresent()) {
            return new Matching(filter);
        }
        return constant(filter instanceof Filter.Compare compare && compare.operator() == Operator.NE);
    }

    private static List<TypeFilter> all(SchemaRegistry registry, ResourceType type, List<Filter> terms) {
        return terms.stream().map(each -> settled(registry, type, each)).toList();
    }

    private static TypeFilter joined(List<TypeFilter> terms, boolean every) {
        List<Filter> open = new ArrayList<>();
        for (TypeFilter each : terms) {
            if (each instanceof Matching matching) {
                open.add(matching.filter());
            } else if (each instanceof Everything != every) {
                return each;
            }
        }
        if (open.isEmpty()) {
            return constant(every);
        }
        return new Matching(open.size() == 1 ? open.get(0) : every ? new Filter.And(open) : new Filter.Or(open));
    }

    private static TypeFilter constant(boolean everything) {
        return everything ? new Everything() : new Nothing();
    }

    private static AttributePath path(Filter term) {
        if (term instanceof Filter.Compare compare) {
            return compare.path();
        }
        return term instanceof Filter.Present present ? present.path() : ((Filter.ValuePath) term).path();
    }
}
