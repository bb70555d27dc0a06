package dev.usher.scim.filter;

import dev.usher.scim.JsonParts;
import dev.usher.scim.resource.ScimResource;
import dev.usher.scim.schema.Attribute;
import dev.usher.scim.schema.AttributePath;
import dev.usher.scim.schema.CompareKey;
import dev.usher.scim.schema.CompareKeys;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;

/**
 * Filters on documents in memory: the meaning that SQL must reproduce. A multi-valued attribute matches when any value
 * does; {@code ne} also when it has none; {@code not} negates; the terms of one value path meet on one element, which is
 * not primary unless it says so.
 */
public final class FilterEvaluator {
    private FilterEvaluator() {}

    /** Whether the resource (complete with {@code schemas}, {@code id}, {@code meta} if asked for them) matches. */
    public static boolean matches(Filter filter, ScimResource resource) {
        return test(filter, new Whole(resource), CompareKey::of);
    }

    /** Whether one element of a multi-valued attribute meets the inner filter of a value path. */
    public static boolean matchesElement(Filter filter, JsonValue element) {
        return test(filter, new Element(element), CompareKey::of);
    }

    /** The same where many elements are tried, or the same ones often. */
    public static boolean matchesElement(Filter filter, JsonValue element, CompareKeys keys) {
        return test(filter, new Element(element), keys::of);
    }

    private interface Keys {
        Optional<CompareKey> of(Attribute attribute, JsonValue value);
    }

    /** Where values are looked up: the resource, or one element of it. */
    private sealed interface Place {
        List<JsonValue> values(AttributePath path);
    }

    private record Whole(ScimResource resource) implements Place {
        @Override
        public List<JsonValue> values(AttributePath path) {
            return resource.values(path);
        }
    }

    private record Element(JsonValue element) implements Place {
        @Override
        public List<JsonValue> values(AttributePath path) {
            if (path.sub().isEmpty()) {
                return List.of(element);
            }
            JsonValue part = element instanceof JsonObject object
                    ? member(object, path.leaf().name())
                    : JsonValue.NULL;
            if (JsonValue.NULL.equals(part)) {
                return List.of();
            }
            return part instanceof JsonArray array ? List.copyOf(array) : List.of(part);
        }

        /** Names are canonical but for those of unregistered extensions, which keep the case in which they were sent. */
        private static JsonValue member(JsonObject object, String name) {
            return object.getOrDefault(JsonParts.spelled(object, name), JsonValue.NULL);
        }
    }

    private static boolean test(Filter filter, Place place, Keys keys) {
        if (filter instanceof Filter.And and) {
            return and.terms().stream().allMatch(each -> test(each, place, keys));
        }
        if (filter instanceof Filter.Or or) {
            return or.terms().stream().anyMatch(each -> test(each, place, keys));
        }
        if (filter instanceof Filter.Not not) {
            return !test(not.term(), place, keys);
        }
        if (filter instanceof Filter.Present present) {
            return !place.values(present.path()).isEmpty();
        }
        if (filter instanceof Filter.ValuePath element) {
            return place.values(element.path()).stream()
                    .anyMatch(each -> test(element.filter(), new Element(each), keys));
        }
        return compares((Filter.Compare) filter, place, keys);
    }

    private static boolean compares(Filter.Compare compare, Place place, Keys keys) {
        List<JsonValue> values = place.values(compare.path());
        if (place instanceof Element && compare.asksPrimary()) {
            return values.contains(JsonValue.TRUE) == compare.wantsPrimary();
        }
        if (values.isEmpty()) {
            return compare.operator() == Operator.NE;
        }
        CompareKey wanted = keys.of(compare.path().leaf(), compare.value())
                .orElseThrow(() -> new IllegalStateException("the parser let an unfit literal through"));
        for (JsonValue each : values) {
            Optional<CompareKey> found = keys.of(compare.path().leaf(), each);
            if (found.isPresent() && meets(compare.operator(), found.get(), wanted)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a found key stands to the wanted one as the operator says; for callers that recheck shortened keys. */
    public static boolean meets(Operator operator, CompareKey found, CompareKey wanted) {
        return switch (operator) {
            case EQ -> found.equals(wanted);
            case NE -> !found.equals(wanted);
            case CO -> found.contains(wanted);
            case SW -> found.startsWith(wanted);
            case EW -> found.endsWith(wanted);
            case GT -> found.compareTo(wanted) > 0;
            case GE -> found.compareTo(wanted) >= 0;
            case LT -> found.compareTo(wanted) < 0;
            case LE -> found.compareTo(wanted) <= 0;
        };
    }
}
