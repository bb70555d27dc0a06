package dev.usher.token;

/** What becomes of a connection's live token when a new one is made. */
public enum Previous {
    /** It ends at once. */
    END,
    /** Both are valid until 24 hours after the new one's first successful write, or the overlap is over. */
    OVERLAP
}
