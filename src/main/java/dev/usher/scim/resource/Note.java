package dev.usher.scim.resource;

import static java.util.Objects.requireNonNull;

import dev.usher.scim.error.ScimException;

/** One thing that was forgiven and where: the attribute's name at most 64 characters, never a value. */
public record Note(Leniency leniency, String attribute) {
    /** Checks, and shortens the name, which may come from outside. */
    public Note {
        requireNonNull(leniency, "leniency");
        attribute = ScimException.shorten(attribute);
    }
}
