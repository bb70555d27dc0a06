package dev.usher.scim.resource;

import static java.util.Objects.requireNonNull;

import dev.usher.scim.schema.AttributePath;
import dev.usher.scim.schema.ResourceType;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;

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

    /** The top attribute's whole value (an array where multi-valued), whatever sub-attribute the path names. */
    public Optional<JsonValue> value(AttributePath path) {
        throw new IllegalStateException();
    }

    /** Every value at the end of the path, elements of multi-valued attributes apart, in their order. */
    public List<JsonValue> values(AttributePath path) {
        throw new IllegalStateException();
    }

    /** As {@link #values}, each as text: strings as they are, booleans and numbers as JSON; objects left out. */
    public List<String> texts(AttributePath path) {
        throw new IllegalStateException();
    }

    /** The text of a top-level string attribute, as {@code userName}. */
    public Optional<String> text(String name) {
        throw new IllegalStateException();
    }

    /** A top-level boolean, as {@code active}. */
    public Optional<Boolean> bool(String name) {
        throw new IllegalStateException();
    }

    /** The same with one top-level member set. */
    public ScimResource with(String name, JsonValue value) {
        throw new IllegalStateException();
    }

    /** The same without these top-level members. */
    public ScimResource without(String... names) {
        throw new IllegalStateException();
    }

    /** The {@code value}s of {@code members}, in their order, each once. */
    public List<String> memberIds() {
        throw new IllegalStateException();
    }
}
