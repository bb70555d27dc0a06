package dev.usher.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ContentionTest {
    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void repeatsUntilNobodyIsInTheWay() {
        String answer = Contention.retried(() -> {
            if (calls.incrementAndGet() < 3) {
                // As a server wraps what leaves an EJB.
                throw new IllegalStateException(new SQLException("Deadlock found", "40001", 1213));
            }
            return "done";
        });

        assertThat(answer).isEqualTo("done");
        assertThat(calls).hasValue(3);
    }

    @Test
    void givesUpAfterFourTries() {
        assertThatThrownBy(() -> Contention.retried(() -> {
                    calls.incrementAndGet();
                    throw DatabaseFault.of(new SQLException("Deadlock found", "40001", 1213));
                }))
                .isInstanceOf(Contention.class);

        assertThat(calls).hasValue(4);
    }

    @Test
    void repeatsNothingElse() {
        assertThatThrownBy(() -> Contention.retried(() -> {
                    calls.incrementAndGet();
                    throw Problem.invalid("not so");
                }))
                .isInstanceOf(Problem.class);

        assertThat(calls).hasValue(1);
    }
}
