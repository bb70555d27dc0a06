package dev.usher.scim.resource;

import dev.usher.scim.JsonParts;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/** The {@code primary} mark of an element: at most one element of an attribute has it (RFC 7643 §2.4). */
public final class Primary {
    private static final String NAME = "primary";

    private Primary() {}

    /** Whether the element carries the mark. */
    public static boolean isSet(JsonValue element) {
        return element instanceof JsonObject object && JsonValue.TRUE.equals(object.get(NAME));
    }

    /** The element with the mark taken off. */
    public static JsonValue cleared(JsonValue element) {
        return element instanceof JsonObject object
                ? JsonParts.object(object).add(NAME, JsonValue.FALSE).build()
                : element;
    }
}
