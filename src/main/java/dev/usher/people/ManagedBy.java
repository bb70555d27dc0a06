package dev.usher.people;

/** Who keeps a user's data. A manual user becomes the identity provider's by its first write. The order is stored. */
public enum ManagedBy {
    MANUAL,
    IDP
}
