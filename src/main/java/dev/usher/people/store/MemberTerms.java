package dev.usher.people.store;

import dev.usher.scim.error.ScimException;
import dev.usher.scim.filter.Filter;
import dev.usher.scim.filter.FilterEvaluator;
import dev.usher.scim.filter.Operator;
import dev.usher.scim.schema.AttributePath;
import dev.usher.scim.schema.CompareKey;
import dev.usher.scim.schema.ResourceType;
import jakarta.json.Json;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a filter asks of a group's members, as one test on user ids and one on group ids: that is all the membership
 * tables hold. So {@code value} is compared for equality, {@code type} is known from the table, {@code $ref} is an id in
 * other clothes, and {@code display}, which belongs to the member, is 400 {@code invalidFilter}.
 */
final class MemberTerms {
    private MemberTerms() {}

    static Condition compile(Filter term) {
        if (term instanceof Filter.ValuePath path) {
            return some(path.filter());
        }
        boolean absentToo = term instanceof Filter.Compare compare && compare.operator() == Operator.NE;
        return absentToo ? Condition.any(List.of(some(term), Condition.not(anybody()))) : some(term);
    }

    private static Condition anybody() {
        return new Condition.HasMember(ColumnTest.any(), ColumnTest.any());
    }

    private static Condition some(Filter filter) {
        return new Condition.HasMember(test(filter, ResourceType.USER), test(filter, ResourceType.GROUP));
    }

    private static ColumnTest test(Filter filter, ResourceType type) {
        if (filter instanceof Filter.And and) {
            return and.terms().stream().map(each -> test(each, type)).reduce(ColumnTest.any(), ColumnTest::and);
        }
        if (filter instanceof Filter.Or or) {
            return or.terms().stream().map(each -> test(each, type)).reduce(ColumnTest.none(), ColumnTest::or);
        }
        if (filter instanceof Filter.Not not) {
            return test(not.term(), type).negated();
        }
        if (filter instanceof Filter.Present present) {
            return name(present.path()).equals("display") ? refused() : ColumnTest.any();
        }
        if (filter instanceof Filter.Compare compare) {
            return test(compare, type);
        }
        throw new IllegalArgumentException("not a term: " + filter);
    }

    private static ColumnTest test(Filter.Compare compare, ResourceType type) {
        return switch (name(compare.path())) {
            case "value" -> equality(compare, uuid(text(compare.value())));
            case "$ref" -> equality(compare, linked(text(compare.value()), type));
            case "type" -> typed(compare, type);
            default -> refused();
        };
    }

    private static String name(AttributePath path) {
        return path.sub().isEmpty() ? "value" : path.leaf().name();
    }

    private static ColumnTest equality(Filter.Compare compare, Optional<UUID> id) {
        if (compare.operator() == Operator.EQ) {
            return id.map(ColumnTest::equal).orElseGet(ColumnTest::none);
        }
        return compare.operator() == Operator.NE ? id.map(ColumnTest::other).orElseGet(ColumnTest::any) : refused();
    }

    private static ColumnTest typed(Filter.Compare compare, ResourceType type) {
        Optional<CompareKey> wanted = CompareKey.of(compare.path().leaf(), compare.value());
        Optional<CompareKey> found = CompareKey.of(compare.path().leaf(), Json.createValue(type.id()));
        boolean meets = wanted.isPresent()
                && found.isPresent()
                && FilterEvaluator.meets(compare.operator(), found.get(), wanted.get());
        return meets ? ColumnTest.any() : ColumnTest.none();
    }

    /** The id in a location of this type; nothing before the type's endpoint is looked at. */
    static Optional<UUID> linked(String location, ResourceType type) {
        int at = location.lastIndexOf('/');
        return at >= 0 && location.substring(0, at).endsWith(type.endpoint())
                ? uuid(location.substring(at + 1))
                : Optional.empty();
    }

    static Optional<UUID> uuid(String text) {
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equals(text) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException e) {
            // No id of ours: nothing has it.
            return Optional.empty();
        }
    }

    static String text(JsonValue value) {
        return value instanceof JsonString string ? string.getString() : value.toString();
    }

    private static ColumnTest refused() {
        throw ScimException.invalidFilter(
                "'members' can be filtered by 'value' and '$ref' with eq, ne and pr, and by 'type'");
    }
}
