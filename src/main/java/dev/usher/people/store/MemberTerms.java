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
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What a filter asks of a group's members, as one test on user ids and one on group ids: that is all the membership
 * tables hold. So {@code value} is compared for equality and by its beginning, {@code type} is known from the table, {@code $ref} is an id in
 * other clothes, and {@code display}, which belongs to the member, is 400 {@code invalidFilter}.
 */
final class MemberTerms {
    private static final String LEAST = "00000000-0000-0000-0000-000000000000";
    private static final String GREATEST = "ffffffff-ffff-ffff-ffff-ffffffffffff";

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
            case "value" ->
                compare.operator() == Operator.SW
                        ? prefix(text(compare.value()).toLowerCase(Locale.ROOT))
                        : equality(compare, anyCase(text(compare.value())));
            case "$ref" -> linked(compare, type);
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

    /** All ids that begin so lie between the least and the greatest of them. */
    private static ColumnTest prefix(String text) {
        if (text.length() > LEAST.length()) {
            return ColumnTest.none();
        }
        Optional<UUID> least = uuid(text + LEAST.substring(text.length()));
        Optional<UUID> greatest = uuid(text + GREATEST.substring(text.length()));
        return least.isPresent() && greatest.isPresent()
                ? ColumnTest.and(ColumnTest.range(">=", least.get()), ColumnTest.range("<=", greatest.get()))
                : ColumnTest.none();
    }

    private static ColumnTest linked(Filter.Compare compare, ResourceType type) {
        LinkTest link =
                LinkTest.of(compare.operator(), text(compare.value()), type).orElseThrow(MemberTerms::refusal);
        if (compare.operator() == Operator.NE) {
            return link.id().map(ColumnTest::other).orElseGet(ColumnTest::any);
        }
        return link.all() ? ColumnTest.any() : link.id().map(ColumnTest::equal).orElseGet(ColumnTest::none);
    }

    private static ColumnTest typed(Filter.Compare compare, ResourceType type) {
        Optional<CompareKey> wanted = CompareKey.of(compare.path().leaf(), compare.value());
        Optional<CompareKey> found = CompareKey.of(compare.path().leaf(), Json.createValue(type.id()));
        boolean meets = wanted.isPresent()
                && found.isPresent()
                && FilterEvaluator.meets(compare.operator(), found.get(), wanted.get());
        return meets ? ColumnTest.any() : ColumnTest.none();
    }

    /** An id that is the value of a member or a group, which compare without case. */
    static Optional<UUID> anyCase(String text) {
        return uuid(text.toLowerCase(Locale.ROOT));
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
        throw refusal();
    }

    private static ScimException refusal() {
        return ScimException.invalidFilter(
                "'members' can be filtered by 'value' with eq, ne, sw and pr, by 'type', and " + "by '$ref', of which "
                        + LinkTest.ANSWERED);
    }
}
