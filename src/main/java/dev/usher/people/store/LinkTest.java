package dev.usher.people.store;

import dev.usher.scim.filter.Operator;
import dev.usher.scim.schema.ResourceType;
import java.util.Optional;
import java.util.UUID;

/**
 * What a comparison asks of our own links to resources of one type: all of them, one id, or none. Nothing before the
 * type's endpoint is looked at, since it is the same for all and may change with the installation's address; so a part of
 * a link must reach an id's end or name the endpoint.
 */
record LinkTest(boolean all, Optional<UUID> id) {
    /** What can be asked, for the refusal of anything else. */
    static final String ANSWERED = "eq, ne and pr are answered, co and ew with an id at the end, co with the endpoint";

    private static final int ID_LENGTH = 36;
    private static final LinkTest NONE = new LinkTest(false, Optional.empty());
    private static final LinkTest ALL = new LinkTest(true, Optional.empty());

    /** Empty where only the whole address could tell. */
    static Optional<LinkTest> of(Operator operator, String text, ResourceType type) {
        return switch (operator) {
            case EQ, NE -> Optional.of(one(linked(text, type)));
            case CO, EW -> part(operator, text, type);
            default -> Optional.empty();
        };
    }

    private static Optional<LinkTest> part(Operator operator, String text, ResourceType type) {
        String endpoint = type.endpoint() + "/";
        int from = Math.max(0, text.length() - ID_LENGTH);
        Optional<UUID> id = MemberTerms.uuid(text.substring(from));
        if (id.isPresent()) {
            String before = text.substring(0, from);
            return Optional.of(before.endsWith(endpoint) || endpoint.endsWith(before) ? one(id) : NONE);
        }
        if (operator == Operator.CO) {
            for (ResourceType each : ResourceType.values()) {
                String named = each.endpoint() + "/";
                if (text.length() >= each.endpoint().length() && named.contains(text)) {
                    return Optional.of(each == type ? ALL : NONE);
                }
            }
        }
        return Optional.empty();
    }

    private static LinkTest one(Optional<UUID> id) {
        return id.isPresent() ? new LinkTest(false, id) : NONE;
    }

    /** The id in a location of this type. */
    static Optional<UUID> linked(String location, ResourceType type) {
        int at = location.lastIndexOf('/');
        return at >= 0 && location.substring(0, at).endsWith(type.endpoint())
                ? MemberTerms.uuid(location.substring(at + 1))
                : Optional.empty();
    }
}
