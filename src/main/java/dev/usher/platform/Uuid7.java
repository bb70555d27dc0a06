package dev.usher.platform;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes ids that sort by the time of their making (RFC 9562 §5.7), so that new rows go to the end of every index. Inject
 * it: two ids of one node never come out of order, also within a millisecond or when the clock steps back.
 *
 * <p>Ids are no secrets: who knows one can guess that others are near. <b>Threads:</b> safe, without a lock.
 */
public final class Uuid7 {
    /** rand_a of the RFC, used as a counter below the milliseconds. */
    private static final int COUNTER_BITS = 12;

    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long RANDOM = 0x3FFF_FFFF_FFFF_FFFFL;

    private final Clock clock;
    private final AtomicLong last = new AtomicLong();

    /** Ids that carry this clock's milliseconds. */
    public Uuid7(Clock clock) {
        this.clock = requireNonNull(clock, "clock");
    }

    /** The next id, greater than every one before. */
    public UUID next() {
        // Not millis(): a clock that ticks in less than a millisecond divides by zero there (JDK 17).
        long now = clock.instant().toEpochMilli() << COUNTER_BITS;
        // A full counter borrows from the next millisecond, so the order holds at any speed.
        long stamp = last.updateAndGet(before -> Math.max(before + 1, now));
        long high = (stamp >>> COUNTER_BITS << 16) | VERSION | (stamp & 0xFFF);
        long low = VARIANT | (ThreadLocalRandom.current().nextLong() & RANDOM);
        return new UUID(high, low);
    }

    /** When the id was made, to the millisecond (RFC 9562 §5.7). */
    public static Instant time(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }

    /** The 16 bytes of an id, as its BINARY(16) column holds them. */
    public static byte[] bytes(UUID id) {
        return Parameters.bytes(id);
    }

    /** The id in 16 bytes. */
    public static UUID uuid(byte[] bytes) {
        if (bytes.length != 16) {
            throw new IllegalArgumentException("an id has 16 bytes, not " + bytes.length);
        }
        return Parameters.uuid(bytes);
    }
}
