package dev.usher.assignment;

/** What the data lock forbids. */
public enum LockedAct {
    DELETE_USER("be deleted or purged"),
    DELETE_DEVICE("have its devices deleted"),
    DELETE_SNAPSHOT("have its snapshots deleted"),
    CHANGE_SNAPSHOT("have its snapshots changed"),
    CHANGE_PROFILE("get another profile"),
    RELEASE_SEAT("lose its licence");

    private final String words;

    LockedAct(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
