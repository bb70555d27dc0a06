package dev.usher.people;

/**
 * What of a resource an answer needs beyond its own document, so that SQL reads no more: a user's {@code groups} and
 * assignment extension, what is known of its manager, a group's {@code members}.
 */
public record Parts(boolean groups, boolean members, boolean assignment, boolean manager) {
    /** Everything that is returned by default. */
    public static final Parts ALL = new Parts(true, true, true, true);
    /** The document alone. */
    public static final Parts NONE = new Parts(false, false, false, false);
}
