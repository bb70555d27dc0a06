package dev.usher.journal.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.journal.DayActivity.Numbers;
import dev.usher.platform.DatabaseFault;
import dev.usher.platform.SettableClock;
import dev.usher.platform.Setting;
import dev.usher.platform.Settings;
import dev.usher.tenant.TenantId;
import java.sql.SQLTimeoutException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RememberedDaysTest {
    private static final TenantId TENANT = new TenantId(1);
    private static final LocalDate DAY = LocalDate.parse("2026-03-01");
    private static final Instant OVER = Instant.parse("2026-03-02T00:00:00Z");

    private final AtomicLong counts = new AtomicLong();
    private final SettableClock clock = new SettableClock(OVER);
    private final RememberedDays days = new RememberedDays(clock, Settings.with(Map.of(Setting.EVENT_DAYS, "30")));

    @Test
    void countsAnewUntilNothingOfTheDayCanComeAnyMore() {
        assertThat(at(OVER.minusSeconds(1))).contains(numbers(1));
        assertThat(at(OVER.plusSeconds(1))).contains(numbers(2));
        assertThat(at(OVER.plus(RememberedDays.MARGIN).minusSeconds(1))).contains(numbers(3));
        assertThat(at(OVER.plus(RememberedDays.MARGIN))).contains(numbers(4));
        assertThat(at(OVER.plusSeconds(86_400))).contains(numbers(4));
    }

    @Test
    void knowsNothingOfADayThatIsNotKeptWhole() {
        Instant last = OVER.plusSeconds(29 * 86_400L);

        assertThat(at(last)).contains(numbers(1));
        assertThat(at(last.plusSeconds(1))).isEmpty();
        assertThat(counts).hasValue(1);
    }

    @Test
    void doesNotCountAgainForAWhileWhatTookTooLong() {
        Instant first = OVER.plus(RememberedDays.MARGIN);

        assertThat(at(first, this::slow)).isEmpty();
        assertThat(at(first.plus(RememberedDays.SPARED).minusSeconds(1))).isEmpty();
        assertThat(counts).hasValue(0);
        assertThat(at(first.plus(RememberedDays.SPARED))).contains(numbers(1));
    }

    @Test
    void countsNothingOnceItIsEnough() {
        clock.set(OVER);

        assertThat(days.numbers(TENANT, DAY, OVER, this::quick)).isEmpty();
        assertThat(days.numbers(TENANT, DAY, OVER.plusSeconds(1), this::quick)).contains(numbers(1));
    }

    private Optional<Numbers> at(Instant now) {
        return at(now, this::quick);
    }

    private Optional<Numbers> at(Instant now, Supplier<Numbers> count) {
        clock.set(now);
        return days.numbers(TENANT, DAY, now.plusSeconds(5), count);
    }

    private Numbers quick() {
        return numbers(counts.incrementAndGet());
    }

    private Numbers slow() {
        throw DatabaseFault.of(new SQLTimeoutException("cancelled", "57014"));
    }

    private static Numbers numbers(long created) {
        return new Numbers(created, 0, 0);
    }
}
