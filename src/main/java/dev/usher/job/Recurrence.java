package dev.usher.job;

import java.time.Duration;

/** Something that begins again and again, once in the cluster each time. Providers are beans. */
public interface Recurrence {
    /** Names it in the cluster, at most 50 characters. */
    String name();

    /** The time from one beginning to the next. */
    Duration every();

    /**
     * How long it rests where it was due for longer than {@link #every} and nothing began it: no node ran, or the database
     * is a restored one, and what it judges by may be of another time. Zero: it begins at once.
     */
    default Duration restAfterStandstill() {
        return Duration.ZERO;
    }

    /** Begins; short, usually by starting a job. Called outside any transaction. */
    void begin();
}
