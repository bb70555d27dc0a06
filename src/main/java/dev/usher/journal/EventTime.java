package dev.usher.journal;

import dev.usher.platform.Uuid7;
import java.time.Instant;
import java.util.UUID;

/** The time inside an event's id (RFC 9562 §5.7): 48 bits of milliseconds lead it. */
public final class EventTime {
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private EventTime() {}

    /** The smallest id that an event of this time can have. */
    public static UUID first(Instant time) {
        return new UUID(Math.max(0, time.toEpochMilli()) << 16 | 0x7000L, VARIANT);
    }

    /** When the event was recorded. */
    public static Instant of(UUID id) {
        return Uuid7.time(id);
    }
}
