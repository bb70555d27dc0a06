package dev.usher.journal.store;

import dev.usher.journal.DayActivity;
import dev.usher.platform.Settings;
import dev.usher.platform.StatementTimeout;
import dev.usher.tenant.TenantId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The numbers of days that have ended, which do not change while all of the day's events are kept, and the days that took
 * too long to count. <b>Threads:</b> safe.
 */
@Dependent
class RememberedDays {
    /** Until then an event of the day may still be written: clocks differ, and calls take their time. */
    static final Duration MARGIN = Duration.ofMinutes(15);

    /** How long a day is not counted again that took too long. */
    static final Duration SPARED = Duration.ofMinutes(10);

    private static final Logger LOG = System.getLogger(RememberedDays.class.getName());
    private static final int MOST = 10_000;

    private final Clock clock;
    private final Settings settings;

    private final Map<DayKey, Remembered> days = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<DayKey, Remembered> eldest) {
            return size() > MOST;
        }
    };

    private record DayKey(TenantId tenant, LocalDate day) {}

    private record Remembered(Optional<DayActivity.Numbers> numbers, Instant until) {}

    @Inject
    RememberedDays(Clock clock, Settings settings) {
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * What is remembered of the day, else what {@code count} gives before {@code enough}. Empty where that is too late or
     * takes too long, and for a day of which events were deleted.
     */
    Optional<DayActivity.Numbers> numbers(
            TenantId tenant, LocalDate day, Instant enough, Supplier<DayActivity.Numbers> count) {
        Instant now = clock.instant();
        if (settings.eventLife()
                .filter(life -> start(day).isBefore(now.minus(life)))
                .isPresent()) {
            return Optional.empty();
        }
        var key = new DayKey(tenant, day);
        Optional<Remembered> known = known(key).filter(found -> now.isBefore(found.until()));
        if (known.isPresent()) {
            return known.get().numbers();
        }
        return now.isBefore(enough) ? counted(key, now, count) : Optional.empty();
    }

    private Optional<DayActivity.Numbers> counted(DayKey key, Instant now, Supplier<DayActivity.Numbers> count) {
        try {
            var counted = Optional.of(count.get());
            if (!now.isBefore(start(key.day().plusDays(1)).plus(MARGIN))) {
                remember(key, new Remembered(counted, Instant.MAX));
            }
            return counted;
        } catch (StatementTimeout e) {
            LOG.log(Level.WARNING, "the events of {0} in tenant {1} took too long to count", key.day(), key.tenant());
            remember(key, new Remembered(Optional.empty(), now.plus(SPARED)));
            return Optional.empty();
        }
    }

    private Optional<Remembered> known(DayKey key) {
        synchronized (days) {
            return Optional.ofNullable(days.get(key));
        }
    }

    private void remember(DayKey key, Remembered what) {
        synchronized (days) {
            days.put(key, what);
        }
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
