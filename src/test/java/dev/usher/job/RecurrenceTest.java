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

    @Test
    void oneThatMustNotTrustARestoredDatabaseRestsFirst() {
        try (var unit = new EntityUnit()) {
            var leases = unit.bean(Leases.class);
            var begun = new AtomicInteger();
            List<Recurrence> all = List.of(recurrence("careful", Duration.ofHours(24), begun::incrementAndGet));
            JobRunner.recur(all, leases);
            assertThat(begun).hasValue(1); // a new database: nothing stands still
            ended(unit, -119);
            JobRunner.recur(all, leases);
            assertThat(begun).hasValue(1);
            assertThat(unit.database()
                            .count("SELECT COUNT(*) FROM job_lease WHERE until_at > TIMESTAMPADD(HOUR, 23,"
                                    + " LOCALTIMESTAMP(6))"))
                    .isEqualTo(1);
            ended(unit, -30);

            JobRunner.recur(all, leases);

            assertThat(begun).hasValue(2);
        }
    }

    @Test
    void oneThatNeedNotCareBeginsAtOnceAfterAStandstill() {
        try (var unit = new EntityUnit()) {
            var leases = unit.bean(Leases.class);
            var begun = new AtomicInteger();
            List<Recurrence> all = List.of(recurrence("careless", begun::incrementAndGet));
            JobRunner.recur(all, leases);
            ended(unit, -119);

            JobRunner.recur(all, leases);

            assertThat(begun).hasValue(2);
        }
    }

    private static void ended(EntityUnit unit, int minutes) {
        unit.database().update("UPDATE job_lease SET until_at = TIMESTAMPADD(MINUTE, ?, LOCALTIMESTAMP(6))", minutes);
    }

    private static Recurrence recurrence(String name, Runnable work) {
        return recurrence(name, Duration.ZERO, work);
    }

    private static Recurrence recurrence(String name, Duration rest, Runnable work) {
        return new Recurrence() {
            @Override
            public Duration restAfterStandstill() {
                return rest;
            }

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
