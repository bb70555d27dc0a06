package dev.usher.scim.resource;

import dev.usher.scim.JsonParts;
import dev.usher.scim.schema.AttributePath;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A canonical document while it is being changed. Only what is touched is copied; empty objects vanish when it is built.
 * In an extension that nobody registered a name means what is stored under it in any case (RFC 7643 §2.1), and keeps that
 * spelling. Threads: one.
 */
public final class Draft {
    private final Map<String, JsonValue> top;
    private final Map<String, Map<String, JsonValue>> opened = new LinkedHashMap<>();
    // By the URN of an opened extension that nobody registered: the spellings of each name.
    private final Map<String, Map<String, List<String>>> spellings = new HashMap<>();

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
                    ? Optional.ofNullable(object.get(spelled(path, object)))
                    : Optional.empty();
        }
        return Optional.ofNullable(extension.get(spelled(path, extension)));
    }

    /** Sets the attribute's whole value. */
    public void set(AttributePath path, JsonValue value) {
        if (path.extension()) {
            Map<String, JsonValue> members = open(path.schema());
            members.put(onlySpelling(path, members), value);
        } else {
            opened.remove(path.attribute().name());
            top.put(path.attribute().name(), value);
        }
    }

    /** Takes the attribute away, whatever it holds. */
    public void remove(AttributePath path) {
        if (path.extension()) {
            if (has(path.schema())) {
                Map<String, JsonValue> members = open(path.schema());
                members.remove(onlySpelling(path, members));
            }
        } else {
            opened.remove(path.attribute().name());
            top.remove(path.attribute().name());
        }
    }

    /** Takes everything under a top-level name away, an extension's URN for instance. */
    public void removeName(String name) {
        opened.remove(name);
        spellings.remove(name);
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
        spellings.clear();
        return JsonParts.object(top);
    }

    private String spelled(AttributePath path, Map<String, JsonValue> members) {
        String name = path.attribute().name();
        if (path.registered()) {
            return name;
        }
        Map<String, List<String>> known = spellings.get(path.schema());
        return known == null ? JsonParts.spelled(members, name) : chosen(name, known.getOrDefault(name, List.of()));
    }

    /** As it is spelled from now on: an older release stored a name in several cases. */
    private String onlySpelling(AttributePath path, Map<String, JsonValue> members) {
        String name = path.attribute().name();
        if (path.registered()) {
            return name;
        }
        Map<String, List<String>> known = spellings.computeIfAbsent(path.schema(), urn -> {
            // Scanning for each of many names would compare each with each.
            Map<String, List<String>> found = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            members.keySet()
                    .forEach(each -> found.computeIfAbsent(each, first -> new ArrayList<>(1))
                            .add(each));
            return found;
        });
        List<String> stored = known.getOrDefault(name, List.of());
        String kept = chosen(name, stored);
        stored.stream().filter(each -> !each.equals(kept)).forEach(members::remove);
        known.put(name, List.of(kept));
        return kept;
    }

    private static String chosen(String name, List<String> stored) {
        return stored.isEmpty() || stored.contains(name) ? name : stored.get(0);
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
