package dev.usher.scim.patch;

import static dev.usher.scim.error.ScimException.invalidValue;
import static dev.usher.scim.error.ScimException.mutability;
import static dev.usher.scim.error.ScimException.noTarget;

import dev.usher.scim.error.ScimException;
import dev.usher.scim.filter.FilterLimits;
import dev.usher.scim.filter.Path;
import dev.usher.scim.patch.PatchOperation.Kind;
import dev.usher.scim.resource.Leniency;
import dev.usher.scim.resource.Notes;
import dev.usher.scim.resource.Passwords;
import dev.usher.scim.schema.Attribute;
import dev.usher.scim.schema.AttributePath;
import dev.usher.scim.schema.AttributeType;
import dev.usher.scim.schema.ResourceType;
import dev.usher.scim.schema.Schema;
import dev.usher.scim.schema.SchemaRegistry;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One reading of one PATCH: operations into edits, a path-less object's members into an edit each. */
final class PatchReading {
    private final SchemaRegistry registry;
    private final ResourceType type;
    private final FilterLimits limits;
    private final Notes notes = new Notes();
    private final List<AttributeEdit> edits = new ArrayList<>();
    private final MemberReading members = new MemberReading(notes);

    PatchReading(SchemaRegistry registry, ResourceType type, FilterLimits limits) {
        this.registry = registry;
        this.type = type;
        this.limits = limits;
    }

    List<AttributeEdit> edits() {
        return edits;
    }

    MemberEdits members() {
        return members.edits();
    }

    Notes notes() {
        return notes;
    }

    void take(PatchOperation operation) {
        if (!operation.path().isEmpty() && !wholeResource(operation)) {
            explicit(operation);
        } else if (operation.kind() == Kind.REMOVE) {
            throw noTarget("'remove' needs a 'path'");
        } else if (operation.value() instanceof JsonObject object) {
            object.forEach((key, value) -> member(operation.kind(), key, value));
        } else {
            throw invalidValue("without a 'path' the 'value' is an object of attributes");
        }
    }

    /** The URN of the core schema as a path means the resource itself, as the URN of an extension means its object. */
    private boolean wholeResource(PatchOperation operation) {
        return operation.kind() != Kind.REMOVE && operation.path().equalsIgnoreCase(type.schema());
    }

    private void explicit(PatchOperation operation) {
        if (Passwords.named(registry, type, operation.path())) {
            notes.add(Leniency.PASSWORD_DROPPED, "password");
            return;
        }
        Path path = Path.parse(registry, type, operation.path(), limits);
        AttributePath target = path.attribute();
        if (target.text().equals("schemas")) {
            notes.add(Leniency.READ_ONLY_IGNORED, "schemas");
            return;
        }
        if (readOnly(target)) {
            throw mutability("'" + target.text() + "' is read-only");
        }
        if (!path.toString().equals(operation.path())) {
            noteSpelling(operation.path(), target);
        }
        boolean object = operation.kind() != Kind.REMOVE && operation.value() instanceof JsonObject;
        if (object && target.registered() && target.wholeExtension()) {
            member(operation.kind(), target.schema(), operation.value());
            return;
        }
        add(operation.kind(), path, operation.value());
    }

    private void add(Kind kind, Path path, JsonValue value) {
        if (type == ResourceType.GROUP && path.attribute().parent().text().equals("members")) {
            members.take(kind, path, value);
        } else {
            edits.add(new AttributeEdit(kind, path, value));
        }
    }

    private void member(Kind kind, String key, JsonValue value) {
        if (Passwords.named(registry, type, key)) {
            notes.add(Leniency.PASSWORD_DROPPED, "password");
            return;
        }
        if (key.equalsIgnoreCase("schemas")) {
            return;
        }
        Optional<Schema> schema = key.indexOf(':') < 0 ? Optional.empty() : registry.schema(type, key);
        if (schema.isPresent() && value instanceof JsonObject object) {
            boolean core = schema.get().id().equals(type.schema());
            object.forEach(
                    (name, each) -> member(kind, core ? name : schema.get().id() + ":" + name, each));
            return;
        }
        Optional<Path> path = path(key, value);
        if (path.isEmpty()) {
            notes.add(Leniency.UNKNOWN_ATTRIBUTE_IGNORED, key);
        } else if (readOnly(path.get().attribute())) {
            notes.add(Leniency.READ_ONLY_IGNORED, path.get().attribute().text());
        } else {
            if (!path.get().toString().equals(key) || key.indexOf('.') >= 0) {
                noteSpelling(key, path.get().attribute());
            }
            add(kind, path.get(), value);
        }
    }

    private Optional<Path> path(String key, JsonValue value) {
        boolean foreign =
                key.regionMatches(true, 0, "urn:", 0, 4) && key.indexOf('[') < 0 && !registry.covers(type, key);
        try {
            Path path = Path.parse(registry, type, key, limits);
            boolean known = path.attribute().registered();
            return Optional.of(known || !(value instanceof JsonObject) ? path : wholeExtension(key));
        } catch (ScimException unknown) {
            // Inside an object a name that leads nowhere is an unknown attribute, unless it brings an extension.
            return foreign && value instanceof JsonObject ? Optional.of(wholeExtension(key)) : Optional.empty();
        }
    }

    /** The object of an extension that nobody registered. */
    private static Path wholeExtension(String urn) {
        Attribute container = Attribute.simple(urn, AttributeType.UNTYPED);
        return Path.of(AttributePath.whole(urn, container, false));
    }

    private void noteSpelling(String sent, AttributePath path) {
        if (sent.indexOf('[') >= 0) {
            notes.add(Leniency.VALUE_PATH_KEY, path.text());
        } else if (path.extension() && sent.indexOf(':') < 0) {
            notes.add(Leniency.BARE_EXTENSION_NAME, path.text());
        } else if (sent.indexOf(':') >= 0) {
            notes.add(Leniency.URN_KEY, path.text());
        } else {
            notes.add(sent.indexOf('.') >= 0 ? Leniency.DOTTED_KEY : Leniency.NAME_CASE, path.text());
        }
    }

    private static boolean readOnly(AttributePath path) {
        return path.attribute().readOnly() || path.leaf().readOnly();
    }
}
