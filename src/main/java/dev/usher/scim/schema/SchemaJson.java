package dev.usher.scim.schema;

import dev.usher.scim.JsonParts;
import dev.usher.scim.error.ScimException;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/** Schemas as JSON (RFC 7643 §7), both ways. What a definition leaves out is as RFC 7643 §2.2 says. */
public final class SchemaJson {
    private SchemaJson() {}

    /** The schema as discovery shows it, without {@code meta}. */
    public static JsonObject json(Schema schema) {
        return JsonParts.object()
                .add("schemas", JsonParts.texts(List.of(SchemaUrns.SCHEMA)))
                .add("id", schema.id())
                .add("name", schema.name())
                .add("description", schema.description())
                .add("attributes", attributes(schema.attributes()))
                .build();
    }

    private static JsonArrayBuilder attributes(List<Attribute> attributes) {
        JsonArrayBuilder array = JsonParts.array();
        attributes.forEach(each -> array.add(attribute(each)));
        return array;
    }

    private static JsonObjectBuilder attribute(Attribute attribute) {
        JsonObjectBuilder json = JsonParts.object()
                .add("name", attribute.name())
                .add("type", attribute.type().text())
                .add("multiValued", attribute.multiValued())
                .add("description", attribute.description())
                .add("required", attribute.required());
        if (!attribute.canonicalValues().isEmpty()) {
            json.add("canonicalValues", JsonParts.texts(attribute.canonicalValues()));
        }
        json.add("caseExact", attribute.caseExact())
                .add("mutability", attribute.mutability().text())
                .add("returned", attribute.returned().text())
                .add("uniqueness", attribute.uniqueness().text());
        if (!attribute.referenceTypes().isEmpty()) {
            json.add("referenceTypes", JsonParts.texts(attribute.referenceTypes()));
        }
        if (attribute.complex()) {
            json.add("subAttributes", attributes(attribute.subAttributes()));
        }
        return json;
    }

    /**
     * A custom extension that an administrator registers; every simple attribute is indexed. Errors: 400
     * {@code invalidValue} says what is wrong.
     */
    public static Schema custom(JsonObject json) {
        Schema schema = new Schema(
                text(json, "id", ""),
                text(json, "name", ""),
                text(json, "description", ""),
                attributes(json, "attributes", true));
        CustomSchemaRules.check(schema);
        return schema;
    }

    /** A schema from Usher's own data. */
    static Schema trusted(JsonObject json) {
        return new Schema(
                text(json, "id", ""),
                text(json, "name", ""),
                text(json, "description", ""),
                attributes(json, "attributes", false));
    }

    private static List<Attribute> attributes(JsonObject json, String key, boolean indexed) {
        if (!(json.getOrDefault(key, JsonValue.EMPTY_JSON_ARRAY) instanceof JsonArray array)) {
            throw ScimException.invalidValue("'" + key + "' is no array");
        }
        List<Attribute> found = new ArrayList<>(array.size());
        for (JsonValue each : array) {
            if (!(each instanceof JsonObject object)) {
                throw ScimException.invalidValue("'" + key + "' holds something that is no object");
            }
            found.add(attribute(object, indexed));
        }
        return found;
    }

    private static Attribute attribute(JsonObject json, boolean custom) {
        AttributeType type = AttributeType.named(text(json, "type", "string"));
        Mutability mutability = Mutability.named(text(json, "mutability", "readWrite"));
        boolean indexable = type != AttributeType.COMPLEX && type != AttributeType.BINARY;
        return new Attribute(
                text(json, "name", ""),
                type,
                flag(json, "multiValued"),
                text(json, "description", ""),
                flag(json, "required"),
                texts(json, "canonicalValues"),
                // RFC 7643 §2.3.6, §2.3.7: both are case exact, whoever does not say so.
                json.containsKey("caseExact") ? flag(json, "caseExact") : custom && exact(type),
                mutability,
                // RFC 7643 §7: what is write-only shall not be returned, whatever is said of that.
                mutability == Mutability.WRITE_ONLY
                        ? Returned.NEVER
                        : Returned.named(text(json, "returned", "default")),
                Uniqueness.named(text(json, "uniqueness", "none")),
                texts(json, "referenceTypes"),
                attributes(json, "subAttributes", custom),
                custom ? indexable : flag(json, "indexed"));
    }

    private static boolean exact(AttributeType type) {
        return type == AttributeType.REFERENCE || type == AttributeType.BINARY;
    }

    private static String text(JsonObject json, String key, String otherwise) {
        JsonValue value = json.getOrDefault(key, JsonValue.NULL);
        if (JsonValue.NULL.equals(value)) {
            return otherwise;
        }
        if (value instanceof JsonString text) {
            return text.getString();
        }
        throw ScimException.invalidValue("'" + key + "' is no string");
    }

    private static boolean flag(JsonObject json, String key) {
        return switch (json.getOrDefault(key, JsonValue.FALSE).getValueType()) {
            case TRUE -> true;
            case FALSE, NULL -> false;
            default -> throw ScimException.invalidValue("'" + key + "' is no boolean");
        };
    }

    private static List<String> texts(JsonObject json, String key) {
        if (!(json.getOrDefault(key, JsonValue.EMPTY_JSON_ARRAY) instanceof JsonArray array)) {
            throw ScimException.invalidValue("'" + key + "' is no array");
        }
        List<String> found = new ArrayList<>(array.size());
        for (JsonValue each : array) {
            if (!(each instanceof JsonString text)) {
                throw ScimException.invalidValue("'" + key + "' holds something that is no string");
            }
            found.add(text.getString());
        }
        return found;
    }
}
