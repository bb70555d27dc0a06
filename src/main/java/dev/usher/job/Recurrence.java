package dev.usher.job;

import java.time.Duration;

/** Something that begins again and again, once in the cluster each time. Providers are beans. */
public interface Recurrence {
    /** Names it in the cluster, at most 50 characters. */
    String name();

    /** The time from one beginning to the next. */
    Duration every();

    /** Begins; short, usually by starting a job. Called outside any transaction. */
    void begin();
}
