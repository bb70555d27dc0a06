package dev.usher.people.store;

import dev.usher.scim.JsonParts;
import dev.usher.scim.schema.Resolution;
import dev.usher.scim.schema.ResourceType;
import dev.usher.scim.schema.SchemaUrns;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Filters of every kind over what {@link Crowd} has. */
final class RandomFilter {
    private static final List<String> OPERATORS = List.of("eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le");
    private static final List<String> TEXTS = List.of(
            "displayName",
            "title",
            "userType",
            "nickName",
            "locale",
            "name.familyName",
            "name.givenName",
            "name.middleName",
            "emails",
            "emails.value",
            "emails.type",
            "emails.display",
            "phoneNumbers.value",
            "roles.value",
            SchemaUrns.ENTERPRISE + ":department",
            SchemaUrns.ENTERPRISE + ":costCenter",
            "userName",
            "externalId");
    private static final List<String> MULTIPLE = List.of("emails", "phoneNumbers", "roles");
    private static final List<String> PARTS = List.of("value", "type", "display");
    private static final List<String> SORTS = List.of(
            "userName",
            "displayName",
            "name.familyName",
            "emails",
            "meta.created",
            "meta.lastModified",
            "nickName",
            "id",
            SchemaUrns.ENTERPRISE + ":department");

    private final Random random;
    private final List<UUID> ids;

    RandomFilter(Random random, Collection<UUID> ids) {
        this.random = random;
        this.ids = List.copyOf(ids);
    }

    String text() {
        return text(3);
    }

    /** Now and then in another order. */
    static SearchQuery sorted(Random random, Census census, SearchQuery query) {
        if (random.nextInt(4) == 0) {
            return query;
        }
        String by = SORTS.get(random.nextInt(SORTS.size()));
        var path = census.registry.resolve(
                ResourceType.USER, by.equals("emails") ? "emails.value" : by, Resolution.REGISTERED);
        return query.sortedBy(path, random.nextBoolean());
    }

    private String text(int depth) {
        if (depth > 0 && random.nextInt(2) == 0) {
            return switch (random.nextInt(3)) {
                case 0 -> "(" + text(depth - 1) + " and " + text(depth - 1) + ")";
                case 1 -> "(" + text(depth - 1) + " or " + text(depth - 1) + ")";
                default -> "not (" + text(depth - 1) + ")";
            };
        }
        return switch (random.nextInt(9)) {
            case 0 -> one(TEXTS) + " pr";
            case 1 -> one(MULTIPLE) + "[" + inner(2) + "]";
            case 2 -> "active eq " + random.nextBoolean();
            case 3 ->
                "meta.created " + one(List.of("eq", "ne", "gt", "ge", "lt", "le")) + " \"2026-01-01T00:00:0"
                        + random.nextInt(10) + (random.nextBoolean() ? "Z" : ".003Z") + "\"";
            case 4 -> "id " + one(List.of("eq", "ne")) + " \"" + ids.get(random.nextInt(ids.size())) + "\"";
            case 5 -> one(MULTIPLE) + (random.nextBoolean() ? " pr" : ".primary eq " + random.nextBoolean());
            default -> one(TEXTS) + " " + one(OPERATORS) + " " + literal();
        };
    }

    private String inner(int depth) {
        if (depth > 0 && random.nextInt(2) == 0) {
            return switch (random.nextInt(3)) {
                case 0 -> "(" + inner(depth - 1) + " and " + inner(depth - 1) + ")";
                case 1 -> "(" + inner(depth - 1) + " or " + inner(depth - 1) + ")";
                default -> "not (" + inner(depth - 1) + ")";
            };
        }
        return switch (random.nextInt(5)) {
            case 0 -> one(PARTS) + " pr";
            case 1 -> "type eq \"" + one(Crowd.TYPES) + "\"";
            case 2 -> "primary " + one(List.of("eq", "ne")) + " " + random.nextBoolean();
            default -> one(PARTS) + " " + one(OPERATORS) + " " + literal();
        };
    }

    private String literal() {
        String word = random.nextInt(6) == 0 ? "user" + random.nextInt(200) + "@firm.example" : one(Crowd.WORDS);
        if (random.nextInt(6) == 0) {
            word = "ext-" + random.nextInt(25);
        }
        int from = random.nextInt(4) == 0 && word.length() > 2 ? word.offsetByCodePoints(0, 1) : 0;
        return JsonParts.text(word.substring(from)).toString();
    }

    private String one(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
