package dev.usher.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class Uuid7Test {
    private static final Instant NOW = Instant.parse("2026-05-01T12:00:00.123Z");

    @Test
    void carriesVersionVariantAndTime() {
        var id = new Uuid7(Clock.fixed(NOW, ZoneOffset.UTC)).next();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
    }

    @Test
    void keepsTheOrderWhenTheClockStandsStillOrStepsBack() {
        var times = new ArrayList<>(List.of(NOW, NOW, NOW.minusSeconds(5), NOW.plusMillis(1)));
        var ids = new Uuid7(new ListClock(times));

        byte[] before = new byte[16];
        for (int i = 0; i < 10_000; i++) {
            byte[] next = Uuid7.bytes(ids.next());
            assertThat(Arrays.compareUnsigned(before, next)).isNegative();
            before = next;
        }
    }

    @Test
    void makesNoIdTwiceForManyThreads() throws Exception {
        var ids = new Uuid7(Clock.systemUTC());
        var pool = Executors.newFixedThreadPool(4);
        var all = new HashSet<UUID>();
        try {
            Callable<List<UUID>> twentyThousand =
                    () -> Stream.generate(ids::next).limit(20_000).toList();
            for (var made : pool.invokeAll(Collections.nCopies(4, twentyThousand))) {
                all.addAll(made.get());
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(all).hasSize(80_000);
    }

    @Test
    void becomesSixteenBytesAndBack() {
        var id = new Uuid7(Clock.systemUTC()).next();

        assertThat(Uuid7.uuid(Uuid7.bytes(id))).isEqualTo(id);
        assertThatThrownBy(() -> Uuid7.uuid(new byte[15])).isInstanceOf(IllegalArgumentException.class);
    }

    /** Gives these times one by one, and the last for ever. */
    private static final class ListClock extends Clock {
        private final List<Instant> times;

        ListClock(List<Instant> times) {
            this.times = times;
        }

        @Override
        public Instant instant() {
            return times.size() > 1 ? times.remove(0) : times.get(0);
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
