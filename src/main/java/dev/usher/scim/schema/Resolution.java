package dev.usher.scim.schema;

/** How far {@link SchemaRegistry#resolve} goes to make sense of a path. */
public enum Resolution {
    /** Only what a schema defines: filters, sorting. */
    REGISTERED,
    /** Also any attribute under a full URN that no schema defines: mapping criteria, PATCH, projection. */
    ANY_URN
}
