package dev.usher.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.it.Wait;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class ChangeGateTest {
    private static final Duration SHORTER_THAN_PATIENCE = Duration.ofMillis(500);
    private static final Duration LONGER_THAN_PATIENCE = Duration.ofMillis(2_500);
    private static final Duration SOON = Duration.ofSeconds(10);

    private final ChangeGate gate = new ChangeGate();

    /** The common pool may have fewer than wait here for each other. */
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @TempDir
    Path folder;

    private Connection one;
    private Connection other;

    @BeforeEach
    void open() throws SQLException {
        String url = "jdbc:h2:file:" + folder.resolve("usher") + ";LOCK_TIMEOUT=20000";
        one = DriverManager.getConnection(url);
        other = DriverManager.getConnection(url);
        execute(one, "CREATE TABLE note (id INT NOT NULL PRIMARY KEY, line VARCHAR(10) UNIQUE)");
        execute(one, "INSERT INTO note (id) VALUES (1)");
        one.setAutoCommit(false);
        other.setAutoCommit(false);
    }

    @AfterEach
    void close() throws SQLException {
        threads.shutdown();
        other.close();
        one.close();
    }

    @Test
    void waitsForTheEndOfATransactionHoweverLongItTakes() {
        var change = gate.end(session(one));
        var alone = alone();
        Wait.pause(LONGER_THAN_PATIENCE);
        assertThat(alone).isNotDone();

        change.ended();

        assertThat(alone).succeedsWithin(SOON);
    }

    @Test
    void waitsForAStatementOnceAndNotForEver() {
        var change = gate.statement(session(one));
        var alone = alone();
        Wait.pause(SHORTER_THAN_PATIENCE);
        assertThat(alone).isNotDone();
        assertThat(alone).succeedsWithin(SOON);

        assertThat(alone()).succeedsWithin(Duration.ofMillis(1_500));

        change.ended();
    }

    @Test
    void doesNotWaitForWhoWaitsForARow() {
        execute(other, "UPDATE note SET line='other' WHERE id=1");
        var waits = within(gate::end, () -> execute(one, "UPDATE note SET line='one' WHERE id=1"));
        Wait.until(SOON, () -> session(one).getBlockingSessionId() != 0);

        assertThat(alone()).succeedsWithin(SOON);

        assertThat(waits).isNotDone();
        rollback(other);
        assertThat(waits).succeedsWithin(SOON);
    }

    /** However long it slept, it changes something when it wakes. */
    @Test
    void waitsForAStatementThatHasSlept() {
        execute(other, "UPDATE note SET line='other' WHERE id=1");
        var goOn = new CountDownLatch(1);
        var waits = within(gate::statement, () -> {
            execute(one, "UPDATE note SET line='one' WHERE id=1");
            await(goOn);
        });
        Wait.until(SOON, () -> session(one).getBlockingSessionId() != 0);
        Wait.pause(LONGER_THAN_PATIENCE);
        rollback(other);
        Wait.until(SOON, () -> session(one).getBlockingSessionId() == 0);

        var alone = alone();

        Wait.pause(SHORTER_THAN_PATIENCE);
        assertThat(alone).isNotDone();
        goOn.countDown();
        assertThat(alone).succeedsWithin(SOON);
        assertThat(waits).succeedsWithin(SOON);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** H2 lets wait without sleep for a transaction that has undone a statement: that one has to get on. */
    @Test
    void letsThroughForWhomAnotherWaitsWithoutSleep() {
        execute(other, "UPDATE note SET line='other' WHERE id=1");
        assertThatThrownBy(() -> execute(other, "INSERT INTO note (id) VALUES (1)"))
                .hasCauseInstanceOf(SQLException.class);

        assertEndsThough(() -> execute(one, "UPDATE note SET line='one' WHERE id=1"));
    }

    /** Nor do those sleep who wait for a key of an index. */
    @Test
    void letsThroughForWhomAnotherWaitsAtAUniqueIndex() {
        execute(other, "INSERT INTO note (id, line) VALUES (2, 'same')");

        assertEndsThough(() -> execute(one, "INSERT INTO note (id, line) VALUES (3, 'same')"));
    }

    /** A pool that is closed does so to connections in use: it waits for their statement, and that for a row. */
    @Test
    void doesNotWaitForAnEndBehindASleepingStatement() {
        execute(other, "UPDATE note SET line='other' WHERE id=1");
        var waits = within(gate::statement, () -> execute(one, "UPDATE note SET line='one' WHERE id=1"));
        Wait.until(SOON, () -> session(one).getBlockingSessionId() != 0);
        var end = within(gate::end, () -> rollback(one));
        Wait.pause(SHORTER_THAN_PATIENCE);

        assertThat(alone()).succeedsWithin(SOON);

        rollback(other);
        assertThat(waits).succeedsWithin(SOON);
        assertThat(end).succeedsWithin(SOON);
    }

    /** One waits for the other within the gate; somebody wants to be alone; the other has a statement to do and ends. */
    private void assertEndsThough(Runnable waiting) {
        var waits = within(
                gate::end,
                () -> { // whom it waits for however long that takes
                    try {
                        waiting.run();
                    } catch (AssertionError e) {
                        assertThat(e).hasCauseInstanceOf(SQLException.class);
                    }
                });
        Wait.pause(SHORTER_THAN_PATIENCE);
        var alone = alone();
        Wait.pause(SHORTER_THAN_PATIENCE);
        assertThat(waits).isNotDone();
        assertThat(alone).isNotDone();

        gate.statement(session(other)).ended();
        var end = gate.end(session(other));
        rollback(other);
        end.ended();

        assertThat(alone).succeedsWithin(SOON);
        assertThat(waits).succeedsWithin(SOON);
    }

    @Test
    void letsNobodyThroughWhileSomebodyIsAlone() {
        var entered = new AtomicReference<CompletableFuture<Void>>();

        gate.alone(() -> {
            entered.set(within(gate::statement, () -> {}));
            Wait.pause(SHORTER_THAN_PATIENCE);
            assertThat(entered.get()).isNotDone();
        });

        assertThat(entered.get()).succeedsWithin(SOON);
    }

    @Test
    void keepsAnInterruptBackUntilTheWorkIsDone() {
        Thread.currentThread().interrupt();

        gate.alone(() -> assertThat(Thread.currentThread().isInterrupted()).isFalse());

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void opensAgainAfterAFailure() {
        assertThatThrownBy(() -> gate.alone(() -> {
                    throw new IllegalStateException("no room");
                }))
                .hasMessage("no room");

        gate.statement(session(one)).ended();
    }

    /** Does it on this session between entering the gate so and telling that it has ended. */
    private CompletableFuture<Void> within(Function<SessionLocal, ChangeGate.Change> entering, Runnable work) {
        return CompletableFuture.runAsync(
                () -> {
                    var change = entering.apply(session(one));
                    try {
                        work.run();
                    } finally {
                        change.ended();
                    }
                },
                threads);
    }

    private CompletableFuture<Void> alone() {
        return CompletableFuture.runAsync(() -> gate.alone(() -> {}), threads);
    }

    private static SessionLocal session(Connection connection) {
        return (SessionLocal) ((JdbcConnection) connection).getSession();
    }

    private static void rollback(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static void execute(Connection connection, String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
