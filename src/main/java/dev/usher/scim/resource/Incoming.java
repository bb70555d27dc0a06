package dev.usher.scim.resource;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A resource as a client sent it, made canonical, and what had to be forgiven. Read-only attributes are gone;
 * {@code sentId} is the body's {@code id}, empty when absent: it is ignored, and noted by who knows the true one.
 */
public record Incoming(ScimResource resource, String sentId, List<Note> notes) {
    /** Checks and copies. */
    public Incoming {
        requireNonNull(resource, "resource");
        requireNonNull(sentId, "sentId");
        notes = List.copyOf(notes);
    }

    /** One whose body had no {@code id}. */
    public Incoming(ScimResource resource, List<Note> notes) {
        this(resource, "", notes);
    }
}
