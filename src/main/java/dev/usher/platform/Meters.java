package dev.usher.platform;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/** The counters of this node since its start; they take no lock and do not survive a restart. Inject it. */
public final class Meters {
    /** What is counted. */
    public enum Meter {
        /** New users for whom a mapping was looked for, found or not. */
        USERS_CLASSIFIED("New users for whom a mapping was looked for"),
        /** Of these, users that no mapping matched. */
        USERS_UNMATCHED("New users that no mapping matched, and that were refused"),
        EVENTS_ACCEPTED("Provisioning events of outcome ACCEPTED"),
        EVENTS_NO_CHANGE("Provisioning events of outcome NO_CHANGE"),
        EVENTS_REFUSED("Provisioning events of outcome REFUSED"),
        EVENTS_CONFLICT("Provisioning events of outcome CONFLICT"),
        AUDIT_EVENTS("Acts of administrators that were recorded in an audit chain"),
        AUDIT_CHAINS_BROKEN("Verifications that found an audit chain broken"),
        EXPIRED_ROWS("Rows that retention has deleted");

        private final String purpose;

        Meter(String purpose) {
            this.purpose = purpose;
        }

        /** Its name in metrics and management beans: {@code users.classified}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '.');
        }

        /** What it counts, for people. */
        public String purpose() {
            return purpose;
        }
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

    /** So many more. */
    public void add(Meter meter, long count) {
        adder(meter).add(count);
    }

    /** How many so far. */
    public long sum(Meter meter) {
        return adder(meter).sum();
    }

    private LongAdder adder(Meter meter) {
        return Optional.ofNullable(counts.get(meter)).orElseThrow();
    }
}
