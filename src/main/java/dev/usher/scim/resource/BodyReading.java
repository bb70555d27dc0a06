package dev.usher.scim.resource;

import static dev.usher.scim.error.ScimException.invalidValue;
import static dev.usher.scim.error.ScimException.shorten;

import dev.usher.scim.JsonParts;
import dev.usher.scim.error.ScimException;
import dev.usher.scim.schema.AttributePath;
import dev.usher.scim.schema.Resolution;
import dev.usher.scim.schema.ResourceType;
import dev.usher.scim.schema.Schema;
import dev.usher.scim.schema.SchemaRegistry;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One reading of one body: each member goes where its name leads. */
final class BodyReading {
    private final SchemaRegistry registry;
    private final ResourceType type;
    private final Notes notes;
    private final ValueReader lenient;
    private final ValueReader strict;
    private final Draft draft = new Draft(JsonValue.EMPTY_JSON_OBJECT);
    private final Set<String> given = new HashSet<>();

    BodyReading(SchemaRegistry registry, ResourceType type, Notes notes) {
        this.registry = registry;
        this.type = type;
        this.notes = notes;
        this.lenient = new ValueReader(notes, false);
        this.strict = new ValueReader(notes, true);
    }

    JsonObject document() {
        return draft.build();
    }

    void take(String key, JsonValue value) {
        if (key.equalsIgnoreCase("schemas")) {
            return;
        }
        if (Passwords.named(registry, type, key)) {
            notes.add(Leniency.PASSWORD_DROPPED, "password");
            return;
        }
        Optional<Schema> schema = key.indexOf(':') < 0 ? Optional.empty() : registry.schema(type, key);
        if (schema.isPresent()) {
            takeSchema(schema.get(), value);
            return;
        }
        Optional<AttributePath> path = path(key);
        boolean whole = path.isEmpty() || !path.get().registered();
        boolean foreign = whole && key.regionMatches(true, 0, "urn:", 0, 4) && !registry.covers(type, key);
        if (foreign && value instanceof JsonObject object) {
            takeUnregistered(key, object);
        } else if (path.isPresent()) {
            noteSpelling(key, path.get());
            put(path.get(), value);
        } else if (!JsonValue.NULL.equals(value)) {
            notes.add(Leniency.UNKNOWN_ATTRIBUTE_IGNORED, key);
        }
    }

    private void takeSchema(Schema schema, JsonValue value) {
        if (!(value instanceof JsonObject members)) {
            boolean nothing = JsonValue.NULL.equals(value) || value.equals(JsonParts.text(""));
            if (!nothing) {
                throw invalidValue("'" + schema.id() + "' takes an object");
            }
            return;
        }
        boolean core = schema.id().equals(type.schema());
        members.forEach((name, each) -> {
            if (core) {
                // Some clients put the core attributes under their URN as if it were an extension.
                notes.add(Leniency.URN_KEY, name);
                if (name.indexOf(':') < 0) {
                    take(name, each);
                }
                return;
            }
            Optional<AttributePath> path = path(schema.id() + ":" + name);
            if (path.isEmpty()) {
                notes.add(Leniency.UNKNOWN_ATTRIBUTE_IGNORED, schema.id() + ":" + name);
            } else {
                put(path.get(), each);
            }
        });
    }

    private void takeUnregistered(String urn, JsonObject members) {
        requireNew(urn);
        JsonObject kept = ValueReader.untypedObject(members);
        notes.add(Leniency.UNREGISTERED_EXTENSION_KEPT, urn);
        kept.forEach((name, value) -> draft.set(AttributePath.unregistered(urn, name), value));
    }

    private void requireNew(String name) {
        if (!given.add(name.toLowerCase(Locale.ROOT))) {
            throw invalidValue("'" + shorten(name) + "' is given twice");
        }
    }

    private void noteSpelling(String key, AttributePath path) {
        if (key.equals(path.text())) {
            if (key.indexOf('.') >= 0) {
                notes.add(Leniency.DOTTED_KEY, key);
            }
        } else if (key.indexOf(':') >= 0) {
            notes.add(Leniency.URN_KEY, path.text());
        } else if (path.extension()) {
            notes.add(Leniency.BARE_EXTENSION_NAME, path.text());
        } else {
            notes.add(key.indexOf('.') >= 0 ? Leniency.DOTTED_KEY : Leniency.NAME_CASE, path.text());
        }
    }

    private void put(AttributePath path, JsonValue value) {
        if (path.attribute().readOnly() || path.leaf().readOnly()) {
            boolean nothing = JsonValue.NULL.equals(value) || value.equals(JsonValue.EMPTY_JSON_ARRAY);
            // A client that sends back what it got has id and meta in it; that is no liberty worth a note.
            if (!nothing && !path.text().equals("id") && !path.text().equals("meta")) {
                notes.add(Leniency.READ_ONLY_IGNORED, path.text());
            }
            return;
        }
        requireNew(path.text());
        ValueReader reader = ResourceReader.strict(registry, type, path) ? strict : lenient;
        boolean members = type == ResourceType.GROUP && path.text().equals("members");
        Optional<JsonValue> read = reader.read(path.leaf(), path.text(), members ? MemberLinks.resolved(value) : value);
        if (read.isEmpty()) {
            return;
        }
        if (path.sub().isEmpty()) {
            merge(path, read.get());
        } else if (path.attribute().multiValued()) {
            notes.add(Leniency.UNKNOWN_ATTRIBUTE_IGNORED, path.text());
        } else {
            merge(path, JsonParts.object(Map.of(path.leaf().name(), read.get())));
        }
    }

    /** A complex attribute may come in pieces: as an object, and by dotted keys. */
    private void merge(AttributePath path, JsonValue value) {
        Optional<JsonValue> before = draft.get(path);
        if (before.isPresent() && before.get() instanceof JsonObject first && value instanceof JsonObject second) {
            Map<String, JsonValue> both = new LinkedHashMap<>(first);
            second.forEach((name, each) -> {
                if (both.put(name, each) != null) {
                    throw invalidValue("'" + path.parent().text() + "." + name + "' is given twice");
                }
            });
            draft.set(path, JsonParts.object(both));
        } else {
            draft.set(path, value);
        }
    }

    private Optional<AttributePath> path(String key) {
        try {
            return registry.find(type, key, Resolution.ANY_URN);
        } catch (ScimException unreadable) {
            // In a body a name that is none, or that two extensions share, is just an unknown attribute.
            return Optional.empty();
        }
    }
}
