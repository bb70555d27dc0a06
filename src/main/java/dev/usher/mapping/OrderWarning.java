package dev.usher.mapping;

import static java.util.Objects.requireNonNull;

import dev.usher.assignment.MappingId;
import dev.usher.scim.error.ScimException;
import dev.usher.scim.filter.Path;
import dev.usher.scim.schema.CompareKey;
import dev.usher.scim.schema.ResourceType;
import dev.usher.scim.schema.SchemaRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Something about an order that an administrator probably did not mean; it forbids nothing. <b>Shape:</b> {@code code}
 * is for programs; {@code mapping} is the one it is about, empty where it is about the whole.
 */
public record OrderWarning(String code, Optional<MappingId> mapping, String text) {
    /** Nobody is left over only where the last mapping is for all users. */
    public static final String NO_DEFAULT = "no-all-users-mapping";
    /** Everybody whom the mapping could fit is taken by one before it. */
    public static final String UNREACHABLE = "unreachable";
    /** No schema has the attribute. */
    public static final String NOT_SEEN = "not-seen-yet";
    /** No known user has the attribute. */
    public static final String NEVER_ARRIVED = "never-arrived";

    public OrderWarning {
        requireNonNull(code, "code");
        requireNonNull(mapping, "mapping");
        requireNonNull(text, "text");
    }

    /** What the order itself shows: no default at the end, mappings that can never be reached. */
    public static List<OrderWarning> of(MappingOrder order) {
        var warnings = new ArrayList<OrderWarning>();
        Map<String, Set<CompareKey>> taken = new HashMap<>();
        Optional<Mapping> everybody = Optional.empty();
        for (Mapping mapping : order.mappings()) {
            if (everybody.isPresent()) {
                warnings.add(unreachable(mapping, "'" + everybody.get().name() + "' before it takes all users"));
            } else if (mapping.criteria() instanceof AttributeCriteria criteria) {
                Set<CompareKey> before = taken.computeIfAbsent(criteria.path(), path -> new HashSet<>());
                List<CompareKey> values =
                        criteria.values().stream().map(Classifier::key).toList();
                if (before.containsAll(values)) {
                    warnings.add(unreachable(mapping, "mappings before it take all its values"));
                }
                before.addAll(values);
            } else {
                everybody = Optional.of(mapping);
            }
        }
        if (everybody.isEmpty()) {
            warnings.add(new OrderWarning(
                    NO_DEFAULT,
                    Optional.empty(),
                    "No mapping is for all users: users whom no mapping fits will be refused."));
        }
        return warnings;
    }

    /** A mapping whose attribute no schema of the tenant has: it matches once an identity provider sends it. */
    public static Optional<OrderWarning> unseen(SchemaRegistry registry, Mapping mapping) {
        if (!(mapping.criteria() instanceof AttributeCriteria criteria) || known(registry, criteria.path())) {
            return Optional.empty();
        }
        return Optional.of(new OrderWarning(
                NOT_SEEN,
                Optional.of(mapping.id()),
                "'" + mapping.name() + "' asks for " + criteria.path()
                        + ", which no schema has: it matches once an identity provider sends it."));
    }

    /** A mapping whose attribute no known user has. */
    public static OrderWarning neverArrived(Mapping mapping, AttributeCriteria criteria) {
        return new OrderWarning(
                NEVER_ARRIVED,
                Optional.of(mapping.id()),
                "'" + mapping.name() + "' asks for " + criteria.attribute()
                        + ", which no known user has: see whether the identity provider sends it.");
    }

    private static boolean known(SchemaRegistry registry, String path) {
        try {
            return Path.parseAny(registry, ResourceType.USER, path).attribute().registered();
        } catch (ScimException e) {
            return false; // a schema was registered later, without this attribute
        }
    }

    private static OrderWarning unreachable(Mapping mapping, String why) {
        return new OrderWarning(
                UNREACHABLE, Optional.of(mapping.id()), "'" + mapping.name() + "' is never reached: " + why + ".");
    }
}
