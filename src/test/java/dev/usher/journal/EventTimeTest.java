package dev.usher.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.platform.Uuid7;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EventTimeTest {
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.089Z");

    @Test
    void readsTheTimeOutOfAnId() {
        var id = new Uuid7(Clock.fixed(NOW, ZoneOffset.UTC)).next();

        assertThat(EventTime.of(id)).isEqualTo(NOW);
    }

    @Test
    void theFirstIdOfATimeIsBeforeEveryIdOfItAndAfterEveryIdBeforeIt() {
        var of = Uuid7.bytes(new Uuid7(Clock.fixed(NOW, ZoneOffset.UTC)).next());
        var before = Uuid7.bytes(new Uuid7(Clock.fixed(NOW.minusMillis(1), ZoneOffset.UTC)).next());
        var first = Uuid7.bytes(EventTime.first(NOW));

        assertThat(Arrays.compareUnsigned(first, of)).isNotPositive();
        assertThat(Arrays.compareUnsigned(before, first)).isNegative();
    }
}
