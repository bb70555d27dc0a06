package dev.usher.scim.message;

/** RFC 7644 §3.4.2.3. */
public enum SortOrder {
    ASCENDING,
    DESCENDING
}
