package dev.usher.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * UTC in whole microseconds: what is stored is what was said, so a re-read changes no ETag. ({@code Clock.tick} of a
 * microsecond divides by zero in {@code millis()}.)
 */
final class MicrosecondClock extends Clock {
    private final Clock system = Clock.systemUTC();

    @Override
    public Instant instant() {
        return system.instant().truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public long millis() {
        return system.millis();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** Usher keeps no other zone. */
    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
