package dev.usher.scim.resource;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** What the server knows about a resource besides its attributes (RFC 7643 §3.1); {@code location} is absolute. */
public record ResourceMeta(String id, Instant created, Instant lastModified, long version, String location) {
    /** Checks. */
    public ResourceMeta {
        requireNonNull(id, "id");
        requireNonNull(created, "created");
        requireNonNull(lastModified, "lastModified");
        requireNonNull(location, "location");
    }

    /** The entity tag, weak: {@code W/"7"}. */
    public String etag() {
        return "W/\"" + version + "\"";
    }
}
