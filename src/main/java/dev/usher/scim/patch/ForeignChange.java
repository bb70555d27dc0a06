package dev.usher.scim.patch;

import static dev.usher.scim.error.ScimException.invalidValue;

import dev.usher.scim.JsonParts;
import dev.usher.scim.patch.PatchOperation.Kind;
import dev.usher.scim.resource.Draft;
import dev.usher.scim.resource.Leniency;
import dev.usher.scim.resource.Notes;
import dev.usher.scim.resource.ValueReader;
import dev.usher.scim.schema.AttributePath;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Edits of an extension that nobody registered: JSON is all that is known of its values. */
final class ForeignChange {
    private final Draft draft;
    private final Notes notes;

    ForeignChange(Draft draft, Notes notes) {
        this.draft = draft;
        this.notes = notes;
    }

    void whole(Kind kind, String urn, JsonValue value) {
        if (kind != Kind.REMOVE && value instanceof JsonObject members) {
            notes.add(Leniency.UNREGISTERED_EXTENSION_KEPT, urn);
            members.forEach((name, each) -> attribute(kind, AttributePath.unregistered(urn, name), each));
        } else if (kind == Kind.REMOVE || kind == Kind.REPLACE && JsonValue.NULL.equals(value)) {
            draft.removeName(urn);
        } else if (!JsonValue.NULL.equals(value)) {
            throw invalidValue("'" + urn + "' takes an object");
        }
    }

    void attribute(Kind kind, AttributePath path, JsonValue value) {
        AttributePath whole = path.parent();
        Optional<JsonValue> before = draft.get(whole);
        Optional<JsonValue> after = path.sub().isEmpty()
                ? changed(kind, before, value)
                : part(kind, path.leaf().name(), before, value);
        if (after.isPresent() && !draft.has(path.schema())) {
            notes.add(Leniency.UNREGISTERED_EXTENSION_KEPT, path.schema());
        }
        after.ifPresentOrElse(one -> draft.set(whole, one), () -> draft.remove(whole));
    }

    private static Optional<JsonValue> part(Kind kind, String name, Optional<JsonValue> before, JsonValue value) {
        if (before.isPresent() && !(before.get() instanceof JsonObject)) {
            if (kind == Kind.REMOVE) {
                return before;
            }
            throw invalidValue("'" + name + "' would be a part of something that is no object");
        }
        Map<String, JsonValue> parts = new LinkedHashMap<>();
        before.ifPresent(object -> parts.putAll(object.asJsonObject()));
        String spelled = JsonParts.spelled(parts, name);
        Optional<JsonValue> after = changed(kind, Optional.ofNullable(parts.get(spelled)), value);
        parts.keySet().removeIf(each -> each.equalsIgnoreCase(name) && !each.equals(spelled));
        after.ifPresentOrElse(one -> parts.put(spelled, one), () -> parts.remove(spelled));
        return parts.isEmpty() ? Optional.empty() : Optional.of(JsonParts.object(parts));
    }

    private static Optional<JsonValue> changed(Kind kind, Optional<JsonValue> before, JsonValue value) {
        Optional<JsonValue> sent = Optional.ofNullable(
                ValueReader.untypedObject(JsonParts.object(Map.of("it", value))).get("it"));
        List<JsonValue> old = before.isPresent() && before.get() instanceof JsonArray array ? array : List.of();
        return switch (kind) {
            case REPLACE -> sent;
            case REMOVE -> {
                if (sent.isEmpty() || old.isEmpty()) {
                    yield Optional.empty();
                }
                List<JsonValue> left = new ArrayList<>(old);
                Set<JsonValue> named = new LinkedHashSet<>(JsonParts.elements(sent.get()));
                left.removeIf(named::contains);
                yield left.isEmpty() ? Optional.empty() : Optional.of(JsonParts.array(left));
            }
            case ADD -> {
                if (sent.isEmpty() || old.isEmpty()) {
                    yield sent.isEmpty() ? before : sent;
                }
                Set<JsonValue> all = new LinkedHashSet<>(old);
                all.addAll(JsonParts.elements(sent.get()));
                yield Optional.of(JsonParts.array(all));
            }
        };
    }
}
