package dev.usher.job;

/** How far a job is. The order of constants is stored: append only. */
public enum JobState {
    WAITING,
    RUNNING,
    DONE,
    CANCELLED,
    FAILED;

    /** Whether there may be something left to do. */
    public boolean open() {
        return this == WAITING || this == RUNNING;
    }
}
