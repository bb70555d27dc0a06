package dev.usher.scim.resource;

import dev.usher.scim.JsonParts;
import dev.usher.scim.schema.AttributePath;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A canonical document while it is being changed. Only what is touched is copied; empty objects vanish when it is built.
 * Threads: one.
 */
public final class Draft {
    private final Map<String, JsonValue> top;
    private final Map<String, Map<String, JsonValue>> opened = new LinkedHashMap<>();

    /** Starts with a copy of the document's top level. */
    public Draft(JsonObject start) {
        this.top = new LinkedHashMap<>(start);
    }

    /** The attribute's whole value. */
    public Optional<JsonValue> get(AttributePath path) {
        if (!path.extension()) {
            Map<String, JsonValue> whole = opened.get(path.attribute().name());
            return whole == null
                    ? Optional.ofNullable(top.get(path.attribute().name()))
                    : Optional.of(whole).filter(map -> !map.isEmpty()).map(JsonParts::object);
        }
        Map<String, JsonValue> extension = opened.get(path.schema());
        if (extension == null) {
            return top.get(path.schema()) instanceof JsonObject object
                    ? Optional.ofNullable(object.get(path.attribute().name()))
                    : Optional.empty();
        }
        return Optional.ofNullable(extension.get(path.attribute().name()));
    }

    /** Sets the attribute's whole value. */
    public void set(AttributePath path, JsonValue value) {
        if (path.extension()) {
            open(path.schema()).put(path.attribute().name(), value);
        } else {
            opened.remove(path.attribute().name());
            top.put(path.attribute().name(), value);
        }
    }

    /** Takes the attribute away, whatever it holds. */
    public void remove(AttributePath path) {
        if (path.extension()) {
            if (has(path.schema())) {
                open(path.schema()).remove(path.attribute().name());
            }
        } else {
            opened.remove(path.attribute().name());
            top.remove(path.attribute().name());
        }
    }

    /** Takes everything under a top-level name away, an extension's URN for instance. */
    public void removeName(String name) {
        opened.remove(name);
        top.remove(name);
    }

    /** Whether anything lies under this top-level name. */
    public boolean has(String name) {
        Map<String, JsonValue> extension = opened.get(name);
        return extension == null ? top.containsKey(name) : !extension.isEmpty();
    }

    /** The names at the top, extensions' URNs among them. */
    public Iterable<String> names() {
        return List.copyOf(top.keySet());
    }

    /** The document. */
    public JsonObject build() {
        opened.forEach((urn, members) -> {
            if (members.isEmpty()) {
                top.remove(urn);
            } else {
                top.put(urn, JsonParts.object(members));
            }
        });
        opened.clear();
        return JsonParts.object(top);
    }

    private Map<String, JsonValue> open(String urn) {
        return opened.computeIfAbsent(urn, key -> {
            Map<String, JsonValue> members = new LinkedHashMap<>();
            if (top.get(key) instanceof JsonObject object) {
                members.putAll(object);
            }
            // Keeps the extension's place among the others.
            top.putIfAbsent(key, JsonValue.EMPTY_JSON_OBJECT);
            return members;
        });
    }
}
