package dev.usher.mapping;

import dev.usher.platform.Problem;
import dev.usher.scim.JsonParts;
import dev.usher.scim.error.ScimException;
import dev.usher.scim.filter.Path;
import dev.usher.scim.schema.Attribute;
import dev.usher.scim.schema.AttributePath;
import dev.usher.scim.schema.Mutability;
import dev.usher.scim.schema.ResourceType;
import dev.usher.scim.schema.SchemaRegistry;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Criteria as JSON: {@code {"type":"ALL_USERS"}} or {@code {"type":"ATTRIBUTE","attribute":…,"values":…}} with values as
 * an array or as one text separated by commas. <b>Errors:</b> a 400 {@link Problem} names the field.
 */
public final class CriteriaJson {
    private static final String ATTRIBUTE = "criteria.attribute";
    private static final String VALUES = "criteria.values";

    private CriteriaJson() {}

    /** What an administrator sent, its attribute resolved by the tenant's schemas of today. */
    public static Criteria read(SchemaRegistry registry, JsonObject json) {
        if (!(json.get("type") instanceof JsonString type)) {
            throw Problem.field("criteria.type", "The type of criteria is ATTRIBUTE or ALL_USERS.");
        }
        return switch (type.getString()) {
            case "ALL_USERS" -> allUsers(json);
            case "ATTRIBUTE" -> attribute(registry, json);
            default -> throw Problem.field("criteria.type", "The type of criteria is ATTRIBUTE or ALL_USERS.");
        };
    }

    /** As {@link #read} takes it, with the resolved {@code path} besides. */
    public static JsonObject of(Criteria criteria) {
        if (criteria instanceof AttributeCriteria attribute) {
            return JsonParts.object()
                    .add("type", "ATTRIBUTE")
                    .add("attribute", attribute.attribute())
                    .add("path", attribute.path())
                    .add("values", JsonParts.texts(attribute.values()))
                    .build();
        }
        return JsonParts.object().add("type", "ALL_USERS").build();
    }

    /** What {@link #of} wrote. */
    public static Criteria stored(JsonObject json) {
        if (json.getString("type").equals("ALL_USERS")) {
            return new AllUsers();
        }
        List<String> values = json.getJsonArray("values").getValuesAs(JsonString::getString);
        return new AttributeCriteria(json.getString("path"), json.getString("attribute"), values);
    }

    /** The one path that a text means in this tenant, as it is stored. */
    public static String resolve(SchemaRegistry registry, String text) {
        try {
            Path path = Path.parseAny(registry, ResourceType.USER, text);
            String resolved = complete(registry, path).toString();
            CriteriaPath.stored(resolved); // what is stored must stand without the tenant's own schemas
            return resolved;
        } catch (ScimException e) {
            var problem = Problem.field(ATTRIBUTE, sentence(e.detail()));
            problem.initCause(e);
            throw problem;
        }
    }

    private static AllUsers allUsers(JsonObject json) {
        if (json.containsKey("attribute") || json.containsKey("values")) {
            throw Problem.field("criteria.type", "Criteria for ALL_USERS have neither attribute nor values.");
        }
        return new AllUsers();
    }

    private static AttributeCriteria attribute(SchemaRegistry registry, JsonObject json) {
        if (!(json.get("attribute") instanceof JsonString text)
                || text.getString().isBlank()) {
            throw Problem.field(ATTRIBUTE, "The SCIM attribute is missing, as department or name.familyName.");
        }
        String typed = text.getString().strip();
        return new AttributeCriteria(
                resolve(registry, typed), typed, values(json.getOrDefault("values", JsonValue.NULL)));
    }

    private static List<String> values(JsonValue json) {
        if (json instanceof JsonString text) {
            return ValueList.parse(text.getString());
        }
        if (!(json instanceof JsonArray array)) {
            throw Problem.field(VALUES, "Values are an array of texts, or one text with commas between them.");
        }
        var values = new ArrayList<String>(array.size());
        for (JsonValue each : array) {
            values.add(value(each));
        }
        return values;
    }

    private static String value(JsonValue json) {
        if (json instanceof JsonString text) {
            return text.getString();
        }
        boolean simple = json instanceof JsonNumber
                || json.getValueType() == JsonValue.ValueType.TRUE
                || json.getValueType() == JsonValue.ValueType.FALSE;
        if (!simple) {
            throw Problem.field(VALUES, "Each value is a text, a number, true or false.");
        }
        return json.toString();
    }

    /** The path to something that can be compared and that an identity provider can send. */
    private static Path complete(SchemaRegistry registry, Path path) {
        AttributePath way = path.attribute();
        if (way.wholeExtension()) {
            throw Problem.field(ATTRIBUTE, "This is a whole extension; name one of its attributes.");
        }
        if (way.text().equals("schemas")) {
            throw Problem.field(ATTRIBUTE, "'schemas' is not kept as it was sent, so it matches nobody.");
        }
        Attribute leaf = way.leaf();
        if (way.attribute().readOnly() || leaf.readOnly()) {
            throw Problem.field(
                    ATTRIBUTE,
                    "'" + way.text() + "' is read-only: no identity provider sends it, so it matches nobody.");
        }
        if (leaf.mutability() == Mutability.WRITE_ONLY) {
            throw Problem.field(ATTRIBUTE, "'" + way.text() + "' is never kept, so it cannot be compared.");
        }
        if (!leaf.complex()) {
            return path;
        }
        if (leaf.sub("value").isEmpty()) {
            String parts = leaf.subAttributes().stream().map(Attribute::name).collect(Collectors.joining(", "));
            throw Problem.field(ATTRIBUTE, "'" + way.text() + "' has parts; name one of them: " + parts + ".");
        }
        return Path.parseAny(registry, ResourceType.USER, path + ".value");
    }

    private static String sentence(String detail) {
        return Character.toUpperCase(detail.charAt(0)) + detail.substring(1) + ".";
    }
}
