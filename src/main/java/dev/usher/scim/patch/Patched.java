package dev.usher.scim.patch;

import static java.util.Objects.requireNonNull;

import dev.usher.scim.resource.Note;
import dev.usher.scim.resource.ScimResource;
import java.util.List;

/** A resource after its attribute edits; unchanged means equal to the one before, so that nothing is written. */
public record Patched(ScimResource resource, boolean changed, List<Note> notes) {
    /** Checks and copies. */
    public Patched {
        requireNonNull(resource, "resource");
        notes = List.copyOf(notes);
    }
}
