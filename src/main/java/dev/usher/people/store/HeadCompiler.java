package dev.usher.people.store;

import dev.usher.people.store.Condition.Column;
import dev.usher.scim.error.ScimException;
import dev.usher.scim.filter.Filter;
import dev.usher.scim.filter.FilterEvaluator;
import dev.usher.scim.filter.Operator;
import dev.usher.scim.resource.ScimResource;
import dev.usher.scim.schema.AttributePath;
import dev.usher.scim.schema.CompareKey;
import dev.usher.scim.schema.DateTimes;
import dev.usher.scim.schema.ResourceType;
import dev.usher.scim.schema.SchemaUrns;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** The terms of a filter that no value row answers: columns of the head row, memberships, and what every resource has. */
final class HeadCompiler {
    private static final int ACTIVE = 0;

    private final ResourceType type;
    private final int connection;
    private final Function<UUID, Set<UUID>> descendants;

    /** {@code descendants} are the group itself and all groups below it. */
    HeadCompiler(ResourceType type, int connection, Function<UUID, Set<UUID>> descendants) {
        this.type = type;
        this.connection = connection;
        this.descendants = descendants;
    }

    ResourceType type() {
        return type;
    }

    /** Empty where the term is none of these. */
    Optional<Bounds> compile(Filter term) {
        AttributePath path = path(term);
        if (path.extension()) {
            return Optional.empty();
        }
        return switch (path.attribute().name()) {
            case "id" -> Optional.of(id(term));
            case "externalId" -> Optional.of(external(term));
            case "meta" -> Optional.of(meta(term, path));
            case "schemas" -> Optional.of(schemas(term));
            case "password" -> throw refused("password", "it is never kept");
            case "userName" -> Optional.of(name(term, Column.USER_NAME));
            case "active" -> Optional.of(active(term));
            case "groups" -> Optional.of(groups(term, path));
            case "displayName" ->
                type == ResourceType.GROUP ? Optional.of(name(term, Column.GROUP_NAME)) : Optional.empty();
            case "members" -> Optional.of(Bounds.exactly(MemberTerms.compile(term)));
            default -> Optional.empty();
        };
    }

    private static AttributePath path(Filter term) {
        if (term instanceof Filter.Compare compare) {
            return compare.path();
        }
        if (term instanceof Filter.Present present) {
            return present.path();
        }
        if (term instanceof Filter.ValuePath path) {
            return path.path();
        }
        throw new IllegalArgumentException("not a term: " + term);
    }

    private static Bounds id(Filter term) {
        if (term instanceof Filter.Present) {
            return Bounds.exactly(Condition.ALWAYS);
        }
        if (term instanceof Filter.Compare compare && equality(compare)) {
            Condition equal = uuid(compare.value())
                    .<Condition>map(id -> new Condition.Ids(Set.of(id)))
                    .orElse(Condition.NEVER);
            return Bounds.exactly(compare.operator() == Operator.EQ ? equal : Condition.not(equal));
        }
        return Bounds.UNKNOWN;
    }

    private Bounds external(Filter term) {
        if (term instanceof Filter.Present) {
            return Bounds.exactly(external(ColumnTest.any()));
        }
        if (!(term instanceof Filter.Compare compare)) {
            return Bounds.UNKNOWN;
        }
        Condition found = external(test(compare));
        boolean absentToo = compare.operator() == Operator.NE;
        return Bounds.exactly(
                absentToo ? Condition.any(List.of(found, Condition.not(external(ColumnTest.any())))) : found);
    }

    private Condition external(ColumnTest test) {
        return new Condition.External(connection, test);
    }

    private static Bounds name(Filter term, Column column) {
        if (term instanceof Filter.Compare compare) {
            return Bounds.exactly(new Condition.Head(column, test(compare)));
        }
        // Both names are required, so they are always there.
        return term instanceof Filter.Present ? Bounds.exactly(Condition.ALWAYS) : Bounds.UNKNOWN;
    }

    /** Names and externalIds are stored whole. */
    private static ColumnTest test(Filter.Compare compare) {
        byte[] key = CompareKey.of(compare.path().leaf(), compare.value())
                .orElseThrow(() -> refused(compare.path().text(), "the value is no text"))
                .full();
        return switch (compare.operator()) {
            case EQ -> ColumnTest.equal(key);
            case NE -> ColumnTest.other(key);
            case SW -> ColumnTest.prefix(key);
            case CO, EW -> ColumnTest.wholePart(key, compare.operator() == Operator.CO);
            default -> ColumnTest.range(FilterCompiler.sign(compare.operator()), key);
        };
    }

    private static Bounds active(Filter term) {
        if (term instanceof Filter.Compare compare && equality(compare)) {
            boolean wanted = JsonValue.TRUE.equals(compare.value()) == (compare.operator() == Operator.EQ);
            Condition active = new Condition.Head(Column.STATE, ColumnTest.equal(ACTIVE));
            return Bounds.exactly(wanted ? active : Condition.not(active));
        }
        return term instanceof Filter.Present ? Bounds.exactly(Condition.ALWAYS) : Bounds.UNKNOWN;
    }

    private Bounds meta(Filter term, AttributePath path) {
        if (path.sub().isEmpty() || term instanceof Filter.ValuePath) {
            return term instanceof Filter.Present ? Bounds.exactly(Condition.ALWAYS) : Bounds.UNKNOWN;
        }
        return switch (path.leaf().name()) {
            case "created" -> time(term, Column.CREATED);
            case "lastModified" -> time(term, Column.MODIFIED);
            case "resourceType" ->
                Bounds.exactly(FilterEvaluator.matches(term, typeOnly()) ? Condition.ALWAYS : Condition.NEVER);
            case "location" -> location(term);
            default -> Bounds.UNKNOWN;
        };
    }

    /** Every resource has one, and the id is what tells it from others. */
    private Bounds location(Filter term) {
        if (term instanceof Filter.Present) {
            return Bounds.exactly(Condition.ALWAYS);
        }
        Filter.Compare compare = (Filter.Compare) term;
        LinkTest link = LinkTest.of(compare.operator(), text(compare.value()), type)
                .orElseThrow(() -> refused("meta.location", LinkTest.ANSWERED));
        Condition found = link.all()
                ? Condition.ALWAYS
                : link.id().<Condition>map(id -> new Condition.Ids(Set.of(id))).orElse(Condition.NEVER);
        return Bounds.exactly(compare.operator() == Operator.NE ? Condition.not(found) : found);
    }

    private ScimResource typeOnly() {
        var meta = Json.createObjectBuilder().add("resourceType", type.id());
        return new ScimResource(
                type, Json.createObjectBuilder().add("meta", meta).build());
    }

    private static Bounds time(Filter term, Column column) {
        if (!(term instanceof Filter.Compare compare)) {
            return Bounds.exactly(Condition.ALWAYS);
        }
        if (compare.operator().partial()) {
            return Bounds.UNKNOWN;
        }
        Instant asked = instant(compare);
        Instant stored = asked.truncatedTo(ChronoUnit.MICROS);
        // Stored times have whole microseconds: what lies between two of them equals none.
        boolean between = !stored.equals(asked);
        ColumnTest test = switch (compare.operator()) {
            case EQ, NE -> ColumnTest.equal(stored);
            case GE -> ColumnTest.range(between ? ">" : ">=", stored);
            case LT -> ColumnTest.range(between ? "<=" : "<", stored);
            default -> ColumnTest.range(FilterCompiler.sign(compare.operator()), stored);
        };
        Condition found = between && equality(compare) ? Condition.NEVER : new Condition.Head(column, test);
        return Bounds.exactly(compare.operator() == Operator.NE ? Condition.not(found) : found);
    }

    private static Instant instant(Filter.Compare compare) {
        return DateTimes.instant(text(compare.value()))
                .orElseThrow(
                        () -> ScimException.invalidFilter("'" + compare.path().text()
                                + "' is compared with a date and time as 2026-01-31T12:00:00Z, not '"
                                + ScimException.shorten(text(compare.value())) + "'"));
    }

    private Bounds schemas(Filter term) {
        if (term instanceof Filter.Present) {
            return Bounds.exactly(Condition.ALWAYS);
        }
        if (term instanceof Filter.Compare compare && compare.operator() == Operator.EQ) {
            String wanted = text(compare.value());
            String urn = SchemaUrns.alias(type, wanted).orElse(wanted);
            return urn.equalsIgnoreCase(type.schema()) ? Bounds.exactly(Condition.ALWAYS) : Bounds.UNKNOWN;
        }
        return Bounds.UNKNOWN;
    }

    private Bounds groups(Filter term, AttributePath path) {
        if (term instanceof Filter.ValuePath inside && inside.filter() instanceof Filter.Compare compare) {
            return groups(compare, compare.path());
        }
        boolean value = path.sub().isEmpty() || path.leaf().name().equals("value");
        boolean link = path.sub().isPresent() && path.leaf().name().equals("$ref");
        if (term instanceof Filter.Present && (value || link)) {
            return Bounds.exactly(new Condition.InGroups(Set.of()));
        }
        if (term instanceof Filter.Compare compare && (value || link) && compare.operator() == Operator.EQ) {
            Optional<UUID> group = link
                    ? LinkTest.linked(text(compare.value()), ResourceType.GROUP)
                    : MemberTerms.anyCase(text(compare.value()));
            return Bounds.exactly(group.map(descendants)
                    .<Condition>map(Condition.InGroups::new)
                    .orElse(Condition.NEVER));
        }
        return Bounds.UNKNOWN;
    }

    private static boolean equality(Filter.Compare compare) {
        return compare.operator() == Operator.EQ || compare.operator() == Operator.NE;
    }

    private static Optional<UUID> uuid(JsonValue value) {
        return MemberTerms.uuid(text(value));
    }

    private static String text(JsonValue value) {
        return MemberTerms.text(value);
    }

    private static ScimException refused(String path, String reason) {
        return ScimException.invalidFilter("'" + path + "' cannot be filtered: " + reason);
    }
}
