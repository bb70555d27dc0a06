package dev.usher.journal;

/** What became of it. The order of constants is stored: append only. */
public enum Outcome {
    /** Done. */
    ACCEPTED,
    /** Nothing differed. */
    NO_CHANGE,
    /** Answered with an error; nothing was stored. */
    REFUSED,
    /** Answered with the true state, since a rule of ours stood against the wish. */
    CONFLICT
}
