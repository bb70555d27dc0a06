package dev.usher.extension;

import static java.util.Objects.requireNonNull;

import dev.usher.scim.schema.ResourceType;
import dev.usher.scim.schema.Schema;
import java.time.Instant;

/**
 * A schema extension of a tenant. While {@code indexed} is false, users stored before its registration have no value
 * rows for it; then its attributes say they are not indexed, and filters on them read documents. While {@code settled} is
 * false, a request that began before the registration may still have added such a user. {@code createdAt} tells it from
 * others that were registered under its URN before or after.
 */
public record RegisteredSchema(
        ResourceType type, Schema schema, boolean indexed, boolean settled, Instant createdAt, long version) {
    public RegisteredSchema {
        requireNonNull(type, "type");
        requireNonNull(schema, "schema");
        requireNonNull(createdAt, "createdAt");
    }
}
