package dev.usher.scim.resource;

import dev.usher.scim.schema.SchemaRegistry;
import java.util.List;

/**
 * PUT (RFC 7644 §3.5.1): the client's writable resource takes the place of the stored one. Kept although absent:
 * {@code active}, {@code externalId}, immutable attributes that have a value, and everything read-only. Changing an
 * immutable value is 400 {@code mutability}.
 */
public record PutMerge(ScimResource resource, boolean changed, List<String> removed) {
    /** Checks and copies; {@code removed} holds canonical paths that had a value and have none now. */
    public PutMerge {
        removed = List.copyOf(removed);
    }

    /** What a PUT makes of the current resource. */
    public static PutMerge of(SchemaRegistry registry, ScimResource current, Incoming incoming) {
        throw new IllegalStateException();
    }
}
