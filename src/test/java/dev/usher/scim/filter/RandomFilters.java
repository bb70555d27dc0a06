package dev.usher.scim.filter;

import dev.usher.scim.JsonParts;
import dev.usher.scim.Samples;
import dev.usher.scim.resource.ScimResource;
import dev.usher.scim.schema.Attribute;
import dev.usher.scim.schema.AttributePath;
import dev.usher.scim.schema.AttributeType;
import dev.usher.scim.schema.Resolution;
import dev.usher.scim.schema.ResourceType;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random filters and random users over few values, so that they meet often. */
public final class RandomFilters {
    private static final List<String> PATHS = List.of(
            "userName",
            "title",
            "nickName",
            "name.familyName",
            "emails.value",
            "emails.type",
            "emails.primary",
            "active",
            "department",
            "manager.value",
            "worksite",
            "floor",
            "share",
            "since",
            "remote",
            "tags",
            "desks.value",
            "desks.height",
            "badge");
    private static final List<String> ELEMENTS = List.of("emails", "desks", "phoneNumbers");
    private static final List<String> WORDS =
            List.of("a", "A", "ab", "work", "home", "é", "e\u0301", "😀", "x\"\\", "");
    private static final List<String> DATES =
            List.of("2026-01-01T00:00:00Z", "2026-01-01T01:00:00+01:00", "2026-01-01T00:00:00.001Z");

    private final Random random;

    public RandomFilters(long seed) {
        this.random = new Random(seed);
    }

    public Filter filter(int depth) {
        int choice = random.nextInt(depth > 0 ? 8 : 4);
        return switch (choice) {
            case 4 -> new Filter.And(terms(depth));
            case 5 -> new Filter.Or(terms(depth));
            case 6 -> new Filter.Not(filter(depth - 1));
            case 7 -> element();
            default -> leaf(path(one(PATHS)));
        };
    }

    private List<Filter> terms(int depth) {
        List<Filter> terms = new ArrayList<>();
        for (int each = 0; each < 2 + random.nextInt(2); each++) {
            terms.add(filter(depth - 1));
        }
        return terms;
    }

    private Filter element() {
        AttributePath path = path(one(ELEMENTS));
        return new Filter.ValuePath(path, inner(path, 2));
    }

    private Filter inner(AttributePath path, int depth) {
        int choice = random.nextInt(depth > 0 ? 6 : 3);
        return switch (choice) {
            case 3 -> new Filter.And(List.of(inner(path, depth - 1), inner(path, depth - 1)));
            case 4 -> new Filter.Or(List.of(inner(path, depth - 1), inner(path, depth - 1)));
            case 5 -> new Filter.Not(inner(path, depth - 1));
            default -> leaf(path.child(one(path.attribute().subAttributes())));
        };
    }

    private Filter leaf(AttributePath path) {
        if (random.nextInt(5) == 0) {
            return new Filter.Present(path);
        }
        Operator operator = one(List.of(Operator.values()));
        AttributeType type = path.leaf().type();
        boolean unfit = operator.partial() && !type.textual()
                || operator.ordering() && (type == AttributeType.BOOLEAN || type == AttributeType.BINARY);
        return new Filter.Compare(path, unfit ? Operator.EQ : operator, value(path.leaf()));
    }

    public ScimResource user() {
        JsonObjectBuilder json = JsonParts.object().add("userName", "u" + random.nextInt(5));
        for (String name : List.of("title", "nickName")) {
            if (random.nextBoolean()) {
                json.add(name, nonEmpty());
            }
        }
        if (random.nextBoolean()) {
            json.add("active", random.nextBoolean());
        }
        if (random.nextBoolean()) {
            json.add("name", JsonParts.object().add("familyName", nonEmpty()));
        }
        var emails = JsonParts.array();
        int count = random.nextInt(3);
        for (int each = 0; each < count; each++) {
            JsonObjectBuilder email = JsonParts.object().add("value", nonEmpty() + each);
            if (random.nextBoolean()) {
                email.add("type", random.nextBoolean() ? "work" : "Home");
            }
            if (random.nextBoolean()) {
                email.add("primary", each == 0);
            }
            emails.add(email);
        }
        if (count > 0) {
            json.add("emails", emails);
        }
        if (random.nextBoolean()) {
            json.add(Samples.ENTERPRISE, JsonParts.object().add("department", nonEmpty()));
        }
        if (random.nextBoolean()) {
            json.add(Samples.CUSTOM, custom());
        }
        return new ScimResource(ResourceType.USER, json.build());
    }

    private JsonObjectBuilder custom() {
        JsonObjectBuilder json = JsonParts.object().add("floor", random.nextInt(4) - 2);
        for (String each : List.of("worksite", "since", "remote", "share")) {
            if (random.nextBoolean()) {
                json.add(each, value(path(each).leaf()));
            }
        }
        if (random.nextBoolean()) {
            json.add("tags", JsonParts.array().add("a").add(nonEmpty() + "2"));
        }
        if (random.nextBoolean()) {
            json.add(
                    "desks",
                    JsonParts.array()
                            .add(JsonParts.object().add("value", nonEmpty()).add("height", random.nextInt(3))));
        }
        return json;
    }

    private JsonValue value(Attribute attribute) {
        return switch (attribute.type()) {
            case BOOLEAN -> JsonParts.bool(random.nextBoolean());
            case INTEGER -> JsonParts.number(random.nextInt(4) - 2);
            case DECIMAL -> JsonParts.number(BigDecimal.valueOf(random.nextInt(40) - 20, 1));
            case DATE_TIME -> JsonParts.text(one(DATES));
            default -> JsonParts.text(one(WORDS));
        };
    }

    private String nonEmpty() {
        String word = one(WORDS);
        return word.isEmpty() ? "a" : word;
    }

    private static AttributePath path(String text) {
        return Samples.WITH_CUSTOM.resolve(ResourceType.USER, text, Resolution.REGISTERED);
    }

    private <T> T one(List<T> several) {
        return several.get(random.nextInt(several.size()));
    }
}
