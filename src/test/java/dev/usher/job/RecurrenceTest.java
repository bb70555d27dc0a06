package dev.usher.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.platform.store.EntityUnit;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RecurrenceTest {
    private static final String DUE_IN_A_MINUTE = "SELECT COUNT(*) FROM job_lease WHERE name = ? AND until_at >"
            + " LOCALTIMESTAMP(6) AND until_at <= TIMESTAMPADD(SECOND, 61, LOCALTIMESTAMP(6))";

    @Test
    void oneThatFailsIsDueSoonAndKeepsNoOtherFromBeginning() {
        try (var unit = new EntityUnit()) {
            var leases = unit.bean(Leases.class);
            var begun = new AtomicInteger();
            List<Recurrence> all = List.of(
                    recurrence("broken", () -> {
                        throw new IllegalStateException("not now");
                    }),
                    recurrence("sound", begun::incrementAndGet));

            assertThatThrownBy(() -> JobRunner.recur(all, leases)).hasMessage("not now");

            assertThat(begun).hasValue(1);
            assertThat(unit.database().count(DUE_IN_A_MINUTE, "every:broken")).isEqualTo(1);
            assertThat(unit.database().count(DUE_IN_A_MINUTE, "every:sound")).isZero();
            JobRunner.recur(all, leases);
            assertThat(begun).hasValue(1);
        }
    }

    private static Recurrence recurrence(String name, Runnable work) {
        return new Recurrence() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Duration every() {
                return Duration.ofHours(1);
            }

            @Override
            public void begin() {
                work.run();
            }
        };
    }
}
