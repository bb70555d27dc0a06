package dev.usher.platform;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/** The counters of this node since its start; they take no lock and do not survive a restart. Inject it. */
public final class Meters {
    /** What is counted. */
    public enum Meter {
        /** Requests answered, whatever the answer. */
        REQUESTS,
        /** Answers 400 to 499. */
        REFUSALS,
        /** Answers 500 to 599. */
        FAILURES,
        /** Requests answered 429. */
        THROTTLED,
        /** Users made by SCIM. */
        USERS_CREATED,
        /** Users that no mapping matched. */
        USERS_UNMATCHED
    }

    private final Map<Meter, LongAdder> counts = new EnumMap<>(Meter.class);

    /** All at 0. */
    public Meters() {
        for (Meter meter : Meter.values()) {
            counts.put(meter, new LongAdder());
        }
    }

    /** One more. */
    public void add(Meter meter) {
        adder(meter).increment();
    }

    /** How many so far. */
    public long sum(Meter meter) {
        return adder(meter).sum();
    }

    private LongAdder adder(Meter meter) {
        return Optional.ofNullable(counts.get(meter)).orElseThrow();
    }
}
