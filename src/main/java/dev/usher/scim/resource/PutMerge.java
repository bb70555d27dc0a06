package dev.usher.scim.resource;

import dev.usher.scim.JsonParts;
import dev.usher.scim.error.ScimException;
import dev.usher.scim.schema.Attribute;
import dev.usher.scim.schema.AttributePath;
import dev.usher.scim.schema.Mutability;
import dev.usher.scim.schema.ResourceType;
import dev.usher.scim.schema.SchemaRegistry;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * PUT (RFC 7644 §3.5.1): the client's writable resource takes the place of the stored one. Kept although absent:
 * {@code active}, {@code externalId}, immutable and write-only attributes that have a value, and everything read-only.
 * Changing an immutable value is 400 {@code mutability}. A group's {@code members} are left out on both sides: they are no part of
 * the document, and {@link ScimResource#memberIds()} of the incoming resource says who they shall be.
 */
public record PutMerge(ScimResource resource, boolean changed, List<String> removed) {
    private static final Set<String> KEPT = Set.of("active", "externalId");

    /** Checks and copies; {@code removed} holds canonical paths that had a value and have none now. */
    public PutMerge {
        removed = List.copyOf(removed);
    }

    /** What a PUT makes of the current resource. */
    public static PutMerge of(SchemaRegistry registry, ScimResource current, Incoming incoming) {
        ResourceType type = current.type();
        ScimResource before = type == ResourceType.GROUP ? current.without("members") : current;
        ScimResource wanted = incoming.resource();
        Draft draft = new Draft((type == ResourceType.GROUP ? wanted.without("members") : wanted).document());
        for (AttributePath path : registry.attributes(type)) {
            keep(draft, before, wanted, path);
        }
        JsonObject merged = draft.build();
        boolean changed = !merged.equals(before.document());
        return new PutMerge(new ScimResource(type, merged), changed, removed(before.document(), merged));
    }

    private static void keep(Draft draft, ScimResource before, ScimResource wanted, AttributePath path) {
        Optional<JsonValue> had = before.value(path);
        if (had.isEmpty()) {
            return;
        }
        Attribute attribute = path.attribute();
        Optional<JsonValue> asked = wanted.value(path);
        boolean immutable = attribute.mutability() == Mutability.IMMUTABLE;
        boolean unseen = attribute.mutability() == Mutability.WRITE_ONLY; // who read it cannot send it back
        if (immutable && asked.isPresent() && !asked.equals(had)) {
            throw ScimException.mutability("'" + path.text() + "' is immutable and has a value");
        }
        if (attribute.readOnly() || asked.isEmpty() && (immutable || unseen || KEPT.contains(path.text()))) {
            draft.set(path, had.get());
        } else if (asked.isPresent()
                && asked.get() instanceof JsonObject after
                && had.get() instanceof JsonObject old) {
            keepParts(draft, path, old, after);
        }
    }

    /** Read-only and immutable parts of a complex value stay, a manager's displayName only while it is the same manager. */
    private static void keepParts(Draft draft, AttributePath path, JsonObject old, JsonObject after) {
        JsonObjectBuilder parts = JsonParts.object(after);
        for (Attribute sub : path.attribute().subAttributes()) {
            JsonValue had = old.get(sub.name());
            JsonValue asked = after.get(sub.name());
            if (had == null || sub.mutability() == Mutability.READ_WRITE) {
                continue;
            }
            boolean sameValue = JsonParts.text("").equals(old.getOrDefault("value", JsonParts.text("")))
                    || old.getOrDefault("value", JsonValue.NULL).equals(after.getOrDefault("value", JsonValue.NULL));
            if (sub.readOnly() && sameValue) {
                parts.add(sub.name(), had);
            } else if (!sub.readOnly() && asked == null) {
                parts.add(sub.name(), had);
            } else if (sub.mutability() == Mutability.IMMUTABLE && !had.equals(asked)) {
                throw ScimException.mutability("'" + path.text() + "." + sub.name() + "' is immutable and has a value");
            }
        }
        draft.set(path, parts.build());
    }

    private static List<String> removed(JsonObject before, JsonObject after) {
        List<String> gone = new ArrayList<>();
        before.forEach((name, value) -> {
            JsonValue now = after.get(name);
            boolean extension = name.indexOf(':') >= 0 && value instanceof JsonObject;
            if (now == null && !extension) {
                gone.add(name);
            } else if (value instanceof JsonObject parts) {
                String joint = extension ? ":" : ".";
                var stay = new TreeSet<>(String.CASE_INSENSITIVE_ORDER); // an unregistered name may be spelled anew
                if (now instanceof JsonObject left) {
                    stay.addAll(left.keySet());
                }
                parts.keySet().stream()
                        .filter(part -> !stay.contains(part))
                        .forEach(part -> gone.add(name + joint + part));
            }
        });
        return gone;
    }
}
