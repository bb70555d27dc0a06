package dev.usher.tenant;

/** What happens when a changed user would now match another mapping. The order of constants is stored. */
public enum Reclassify {
    /** Nothing: the assignment stays. */
    NEVER,
    /** An administrator is told. */
    SUGGEST,
    /** The user moves, where no lock and no change of storage region stands against it. */
    AUTOMATIC
}
