package dev.usher.scim.patch;

import static java.util.Objects.requireNonNull;

import jakarta.json.JsonValue;

/**
 * One operation as sent, its path unread. An absent path is the empty text, an absent value is {@code null} in JSON.
 */
public record PatchOperation(Kind kind, String path, JsonValue value) {
    /** What to do. */
    public enum Kind {
        ADD,
        REPLACE,
        REMOVE
    }

    /** Checks. */
    public PatchOperation {
        requireNonNull(kind, "kind");
        requireNonNull(path, "path");
        requireNonNull(value, "value");
    }
}
