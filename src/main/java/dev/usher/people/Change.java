package dev.usher.people;

import static java.util.Objects.requireNonNull;

/**
 * What a write did. {@code changed} is false when nothing had to be written: then version and {@code lastModified} are
 * as before.
 */
public record Change(StoredResource resource, boolean changed, Result result) {
    /** How it came about; a POST answers 201 whatever it is. */
    public enum Result {
        CREATED,
        RESTORED,
        REPLACED,
        PATCHED,
        UNCHANGED
    }

    /** Checks. */
    public Change {
        requireNonNull(resource, "resource");
        requireNonNull(result, "result");
    }
}
