package dev.usher.scim.message;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Map;

/** What the messages share: their {@code schemas} must be there, and member names come in any case. */
final class MessageSchemas {
    private MessageSchemas() {}

    static boolean names(JsonObject body, String urn) {
        return member(body, "schemas") instanceof JsonArray array
                && array.stream()
                        .anyMatch(each -> each instanceof JsonString text
                                && text.getString().equalsIgnoreCase(urn));
    }

    /** A member by its name in any case; JSON's null when it is not there. */
    static JsonValue member(JsonObject object, String name) {
        JsonValue exact = object.get(name);
        if (exact != null) {
            return exact;
        }
        for (Map.Entry<String, JsonValue> each : object.entrySet()) {
            if (each.getKey().equalsIgnoreCase(name)) {
                return each.getValue();
            }
        }
        return JsonValue.NULL;
    }

    /** A member's text; empty when it is not there or no text. */
    static String text(JsonObject object, String name) {
        return member(object, name) instanceof JsonString text ? text.getString() : "";
    }
}
