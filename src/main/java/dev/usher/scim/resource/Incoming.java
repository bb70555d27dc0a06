package dev.usher.scim.resource;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** A resource as a client sent it, made canonical, and what had to be forgiven. Read-only attributes are gone. */
public record Incoming(ScimResource resource, List<Note> notes) {
    /** Checks and copies. */
    public Incoming {
        requireNonNull(resource, "resource");
        notes = List.copyOf(notes);
    }
}
