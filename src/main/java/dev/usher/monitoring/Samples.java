package dev.usher.monitoring;

import jakarta.enterprise.context.ApplicationScoped;

/** The last sample, for everything that shows numbers: reading it never waits for the database. */
@ApplicationScoped
public class Samples {
    private volatile Sample last = Sample.NONE;

    /** The last one. */
    public Sample last() {
        return last;
    }

    void put(Sample sample) {
        last = sample;
    }
}
