package dev.usher.audit;

import static java.util.Objects.requireNonNull;

/**
 * Something that is not as it was recorded. {@code first} and {@code last} are numbers of acts, and equal for a single
 * one; for {@link Kind#SWAPPED} they are the two.
 */
public record ChainFault(Kind kind, long first, long last, String detail) {
    public ChainFault {
        requireNonNull(kind, "kind");
        requireNonNull(detail, "detail");
    }

    /** What happened to it. */
    public enum Kind {
        /** The row does not hold what was recorded. */
        CHANGED,
        /** Recorded, but not there any more. */
        DELETED,
        /** There, but never recorded. */
        INSERTED,
        /** Two rows stand in each other's place. */
        SWAPPED,
        /** The row stands where another was recorded. */
        MOVED,
        /** The chain's recorded end is not as Usher wrote it. */
        FORGED
    }
}
