package dev.usher.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class MicrosecondClockTest {
    private final MicrosecondClock clock = new MicrosecondClock();

    @Test
    void tellsWholeMicroseconds() {
        assertThat(clock.instant().getNano() % 1_000).isZero();
    }

    @Test
    void tellsMillisecondsToo() {
        assertThat(Instant.ofEpochMilli(clock.millis()))
                .isBetween(clock.instant().minusSeconds(60), clock.instant());
    }

    @Test
    void makesIds() {
        assertThat(new Uuid7(clock).next().version()).isEqualTo(7);
    }
}
