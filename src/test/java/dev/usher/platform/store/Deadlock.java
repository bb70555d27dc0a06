package dev.usher.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.usher.platform.Contention;
import dev.usher.platform.DatabaseFault;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Two transactions that waited for each other, of which the database has ended one. */
record Deadlock(Connection victim, Connection survivor) {
    /** Over rows 1 and 2 of {@link Things}; the second transaction has inserted 3 before. Both are open already. */
    static Deadlock between(Connection first, Connection second) throws SQLException {
        Things.change(first, 1, 11);
        Things.change(second, 2, 12);
        Things.insert(second, 3);
        var other = CompletableFuture.supplyAsync(() -> contended(() -> Things.change(first, 2, 22)));

        boolean chosen = contended(() -> Things.change(second, 1, 21));

        assertThat(other.join()).isNotEqualTo(chosen);
        return chosen ? new Deadlock(second, first) : new Deadlock(first, second);
    }

    /** The victim can neither write nor commit; then the survivor's work is taken back, so that the table is as before. */
    void assertVictimIsOver() throws SQLException {
        assertContention(() -> Things.insert(victim, 4));
        assertContention(victim::commit);
        survivor.rollback();
    }

    private static boolean contended(ThrowingCallable call) {
        Throwable failure = catchThrowable(call);
        return failure instanceof SQLException error && DatabaseFault.of(error) instanceof Contention;
    }

    static void assertContention(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(DatabaseFault.of(e)).isInstanceOf(Contention.class));
    }
}
