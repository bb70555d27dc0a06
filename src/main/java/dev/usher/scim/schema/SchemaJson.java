package dev.usher.scim.schema;

import jakarta.json.JsonObject;

/** Schemas as JSON (RFC 7643 §7), both ways. */
public final class SchemaJson {
    private SchemaJson() {}

    /** The schema as discovery shows it, without {@code meta}. */
    public static JsonObject json(Schema schema) {
        throw new IllegalStateException();
    }

    /** A schema from trusted JSON, or one that an administrator registers: 400 {@code invalidValue} says what is wrong. */
    public static Schema custom(JsonObject json) {
        throw new IllegalStateException();
    }
}
