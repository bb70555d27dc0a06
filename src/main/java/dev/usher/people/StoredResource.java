package dev.usher.people;

import static java.util.Objects.requireNonNull;

import dev.usher.scim.resource.ScimResource;
import dev.usher.scim.schema.ResourceType;
import java.time.Instant;
import java.util.UUID;

/**
 * A user or group as it is stored, with what an answer needs besides. Shape: {@code resource} is the whole canonical
 * document without {@code id}, {@code meta} and {@code schemas}; a group's is without {@code members}, which are read in
 * chunks by {@link Groups#members}. What {@link Parts} left out is absent.
 */
public record StoredResource(
        UUID id, ResourceType type, long version, Instant created, Instant modified, ScimResource resource) {
    /** Checks. */
    public StoredResource {
        requireNonNull(id, "id");
        requireNonNull(type, "type");
        requireNonNull(created, "created");
        requireNonNull(modified, "modified");
        requireNonNull(resource, "resource");
    }
}
