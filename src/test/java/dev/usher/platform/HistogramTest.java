package dev.usher.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HistogramTest {
    private final AtomicLong now = new AtomicLong();
    private final Histogram histogram = new Histogram(now::get);

    @Test
    void givesPercentilesAtMostAQuarterTooHigh() {
        for (int i = 1; i <= 1000; i++) {
            histogram.record(Duration.ofMillis(i).toNanos());
        }

        assertThat(histogram.percentileMillis(0.5)).isBetween(500d, 625d);
        assertThat(histogram.percentileMillis(0.95)).isBetween(950d, 1187d);
        assertThat(histogram.percentileMillis(1)).isBetween(1000d, 1250d);
        assertThat(histogram.count()).isEqualTo(1000);
        assertThat(histogram.seconds()).isCloseTo(500.5, within(0.001));
    }

    @Test
    void countsExactlyUpToABound() {
        histogram.record(Duration.ofMillis(10).toNanos());
        histogram.record(Duration.ofMillis(10).toNanos() + 1);

        assertThat(histogram.atMost(Duration.ofMillis(10))).isEqualTo(1);
        assertThat(histogram.atMost(Duration.ofMillis(25))).isEqualTo(2);
    }

    @Test
    void forgetsForPercentilesWhatIsSixMinutesOldAndKeepsTheSum() {
        histogram.record(Duration.ofSeconds(5).toNanos());
        now.addAndGet(Duration.ofMinutes(5).toNanos());
        histogram.record(Duration.ofMillis(1).toNanos());

        assertThat(histogram.percentileMillis(1)).isEqualTo(5000);
        now.addAndGet(Duration.ofMinutes(1).toNanos());
        assertThat(histogram.percentileMillis(1)).isEqualTo(1);
        assertThat(histogram.count()).isEqualTo(2);
    }

    @Test
    void keepsWhatLastsLongerThanItsLastBound() {
        histogram.record(Duration.ofHours(1).toNanos());
        histogram.record(-1);

        assertThat(histogram.count()).isEqualTo(2);
        assertThat(histogram.percentileMillis(1)).isEqualTo(100_000);
    }
}
