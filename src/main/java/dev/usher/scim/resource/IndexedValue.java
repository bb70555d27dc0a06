package dev.usher.scim.resource;

import static java.util.Objects.requireNonNull;

import dev.usher.scim.schema.AttributePath;
import dev.usher.scim.schema.CompareKey;

/**
 * One row for the value table. {@code ordinal} is the element's place, the same for all sub-attributes of one element;
 * {@code representative} marks the element that sorts (the primary, else the first); {@code exact} keeps the case and
 * equals {@code key} where the schema compares exactly anyway.
 */
public record IndexedValue(AttributePath path, int ordinal, boolean representative, CompareKey key, CompareKey exact) {
    /** Checks. */
    public IndexedValue {
        requireNonNull(path, "path");
        requireNonNull(key, "key");
        requireNonNull(exact, "exact");
    }
}
