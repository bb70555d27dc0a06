package dev.usher.scim.resource;

import static java.util.Objects.requireNonNull;

import dev.usher.scim.JsonParts;
import dev.usher.scim.schema.AttributePath;
import dev.usher.scim.schema.ResourceType;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A resource as one canonical document: names as the schemas spell them, absent in one form only (no {@code null}, no
 * empty array, object or text), extensions under their URN. Immutable; changing gives a new one that shares the rest.
 */
public record ScimResource(ResourceType type, JsonObject document) {
    /** Checks. */
    public ScimResource {
        requireNonNull(type, "type");
        requireNonNull(document, "document");
    }

    /** The attribute's whole value (an array where multi-valued), whatever sub-attribute the path names. */
    public Optional<JsonValue> value(AttributePath path) {
        JsonObject holder = document;
        if (path.extension()) {
            if (!(document.get(path.schema()) instanceof JsonObject extension)) {
                return Optional.empty();
            }
            holder = extension;
        }
        return Optional.ofNullable(holder.get(path.attribute().name()));
    }

    /** Every value at the end of the path, elements of multi-valued attributes apart, in their order. */
    public List<JsonValue> values(AttributePath path) {
        Optional<JsonValue> whole = value(path);
        if (whole.isEmpty()) {
            return List.of();
        }
        List<JsonValue> found = new ArrayList<>();
        for (JsonValue element : JsonParts.elements(whole.get())) {
            if (path.sub().isEmpty()) {
                found.add(element);
            } else if (element instanceof JsonObject object) {
                JsonValue part = object.get(path.leaf().name());
                if (part != null) {
                    found.addAll(JsonParts.elements(part));
                }
            }
        }
        return found;
    }

    /** As {@link #values}, each as text: strings as they are, booleans and numbers as JSON; objects left out. */
    public List<String> texts(AttributePath path) {
        List<String> found = new ArrayList<>();
        for (JsonValue each : values(path)) {
            if (each instanceof JsonString string) {
                found.add(string.getString());
            } else if (each instanceof JsonNumber || JsonValue.TRUE.equals(each) || JsonValue.FALSE.equals(each)) {
                found.add(each.toString());
            }
        }
        return found;
    }

    /** The text of a top-level string attribute, as {@code userName}. */
    public Optional<String> text(String name) {
        return document.get(name) instanceof JsonString string ? Optional.of(string.getString()) : Optional.empty();
    }

    /** A top-level boolean, as {@code active}. */
    public Optional<Boolean> bool(String name) {
        JsonValue value = document.getOrDefault(name, JsonValue.NULL);
        return switch (value.getValueType()) {
            case TRUE -> Optional.of(true);
            case FALSE -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** The same with one top-level member set. */
    public ScimResource with(String name, JsonValue value) {
        return new ScimResource(
                type, JsonParts.object(document).add(name, value).build());
    }

    /** The same without these top-level members. */
    public ScimResource without(String... names) {
        JsonObjectBuilder changed = JsonParts.object(document);
        for (String each : names) {
            changed.remove(each);
        }
        return new ScimResource(type, changed.build());
    }

    /** The {@code value}s of {@code members}, in their order, each once. */
    public List<String> memberIds() {
        Set<String> ids = new LinkedHashSet<>();
        for (JsonValue each : JsonParts.elements(document.getOrDefault("members", JsonValue.EMPTY_JSON_ARRAY))) {
            if (each instanceof JsonObject member && member.get("value") instanceof JsonString id) {
                ids.add(id.getString());
            }
        }
        return List.copyOf(ids);
    }
}
