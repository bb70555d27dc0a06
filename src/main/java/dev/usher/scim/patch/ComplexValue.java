package dev.usher.scim.patch;

import dev.usher.scim.JsonParts;
import dev.usher.scim.patch.PatchOperation.Kind;
import dev.usher.scim.resource.ValueReader;
import dev.usher.scim.schema.Attribute;
import dev.usher.scim.schema.AttributePath;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Changes inside one object: a complex attribute's value, or one element. What is not named stays (RFC 7644 §3.5.2.3). */
final class ComplexValue {
    private final AttributePath whole;
    private final ValueReader reader;

    ComplexValue(AttributePath whole, ValueReader reader) {
        this.whole = whole;
        this.reader = reader;
    }

    /** The object with one part set or taken away. */
    Optional<JsonValue> part(Kind kind, Attribute sub, Optional<JsonValue> before, JsonValue value) {
        Map<String, JsonValue> parts = parts(before);
        Optional<JsonValue> old = Optional.ofNullable(parts.get(sub.name()));
        Optional<JsonValue> sent =
                kind == Kind.REMOVE ? Optional.empty() : reader.read(sub, whole.text() + "." + sub.name(), value);
        if (sub.multiValued() && kind == Kind.ADD && old.isPresent() && sent.isPresent()) {
            sent = Optional.of(joined(old.get(), sent.get()));
        }
        if (sent.isEmpty() && kind == Kind.ADD) {
            return before;
        }
        sent.ifPresentOrElse(one -> parts.put(sub.name(), one), () -> parts.remove(sub.name()));
        return built(before, parts);
    }

    /** The object with the parts that are sent; a part sent as nothing goes away. */
    Optional<JsonValue> merged(Kind kind, Optional<JsonValue> before, JsonValue value) {
        Optional<JsonValue> sent = reader.single(whole.attribute(), whole.text(), value);
        boolean emptied = value instanceof JsonObject object && !object.isEmpty();
        if (sent.isEmpty() && !emptied) {
            return kind == Kind.ADD ? before : Optional.empty();
        }
        Map<String, JsonValue> parts = parts(before);
        if (kind == Kind.REPLACE && value instanceof JsonObject object) {
            object.forEach((name, each) -> whole.attribute()
                    .sub(name)
                    .filter(sub -> !sub.readOnly() && nothing(each))
                    .ifPresent(sub -> parts.remove(sub.name())));
        }
        sent.ifPresent(one -> parts.putAll(one.asJsonObject()));
        return built(before, parts);
    }

    private Optional<JsonValue> built(Optional<JsonValue> before, Map<String, JsonValue> parts) {
        dropStale(parts(before), parts);
        Attribute attribute = whole.attribute();
        boolean empty = parts.isEmpty()
                || attribute.multiValued()
                        && attribute.sub("value").isPresent()
                        && Set.of("type", "primary").containsAll(parts.keySet());
        return empty ? Optional.empty() : Optional.of(JsonParts.object(parts));
    }

    /** Another manager has another displayName and address; those of the old one must not stay beside the new id. */
    private void dropStale(Map<String, JsonValue> old, Map<String, JsonValue> parts) {
        JsonValue value = old.get("value");
        if (value == null || value.equals(parts.get("value"))) {
            return;
        }
        for (Attribute sub : whole.attribute().subAttributes()) {
            boolean follows = sub.readOnly() || sub.name().equals("$ref");
            if (follows && old.containsKey(sub.name()) && old.get(sub.name()).equals(parts.get(sub.name()))) {
                parts.remove(sub.name());
            }
        }
    }

    private static Map<String, JsonValue> parts(Optional<JsonValue> value) {
        return value.isPresent() && value.get() instanceof JsonObject object
                ? new LinkedHashMap<>(object)
                : new LinkedHashMap<>();
    }

    private static JsonValue joined(JsonValue old, JsonValue more) {
        Set<JsonValue> all = new LinkedHashSet<>();
        all.addAll(old instanceof JsonArray array ? array : Set.of(old));
        all.addAll(more instanceof JsonArray array ? array : Set.of(more));
        return JsonParts.array(all);
    }

    private static boolean nothing(JsonValue value) {
        return JsonValue.NULL.equals(value)
                || value instanceof JsonString text && text.getString().isEmpty()
                || value instanceof JsonArray array && array.isEmpty();
    }
}
