package dev.usher.scim.resource;

import dev.usher.scim.JsonParts;
import dev.usher.scim.error.ScimException;
import dev.usher.scim.schema.Attribute;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;

/**
 * Entra's way to send app roles: {@code "value": "{\"id\":…,\"value\":\"Admin\",\"displayName\":\"Admin\"}"}, or the
 * whole array as one string. Only roles and entitlements are looked at, so that no other text is ever taken for JSON.
 */
final class JsonInString {
    private static final JsonLimits SMALL = new JsonLimits(1L << 20, 8, 10_000);

    private JsonInString() {}

    static boolean expectedIn(Attribute attribute) {
        return attribute.complex()
                && (attribute.name().equals("roles") || attribute.name().equals("entitlements"));
    }

    /** The object or array in the text; empty when it is just text. */
    static Optional<JsonValue> read(String text) {
        String trimmed = text.trim();
        if (!trimmed.startsWith("{") && !trimmed.startsWith("[")) {
            return Optional.empty();
        }
        try {
            // The reader takes objects only, so an array goes in as a member.
            JsonObject wrapped = JsonText.read("{\"it\":" + trimmed + "}", SMALL);
            JsonValue inner = wrapped.getOrDefault("it", JsonValue.NULL);
            return inner instanceof JsonObject object ? Optional.of(renamed(object)) : Optional.of(inner);
        } catch (ScimException plainText) {
            // Text that only looks like JSON is a role's name like any other.
            return Optional.empty();
        }
    }

    /** The element with the object inside its {@code value} spread out; what stands outside wins. */
    static Optional<JsonObject> merged(JsonObject element) {
        Optional<JsonValue> inner = element.get("value") instanceof JsonString text
                ? read(text.getString())
                : Optional.ofNullable(element.get("value")).filter(JsonObject.class::isInstance);
        if (inner.isEmpty() || !(inner.get() instanceof JsonObject object)) {
            return Optional.empty();
        }
        JsonObjectBuilder merged = JsonParts.object(renamed(object));
        element.forEach((name, value) -> {
            if (!name.equals("value")) {
                merged.add(name, value);
            }
        });
        return Optional.of(merged.build());
    }

    private static JsonObject renamed(JsonObject role) {
        JsonObjectBuilder known = JsonParts.object();
        role.forEach((name, value) -> {
            switch (name) {
                case "displayName" -> known.add("display", value);
                case "id" -> {
                    if (!role.containsKey("value")) {
                        known.add("value", value);
                    }
                }
                default -> known.add(name, value);
            }
        });
        return known.build();
    }
}
