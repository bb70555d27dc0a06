package dev.usher.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.platform.Database;
import dev.usher.platform.DuplicateRow;
import dev.usher.platform.Setting;
import dev.usher.platform.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class EmbeddedFileTest {
    private static final int ROWS = 1_000;
    private static final int CLIENTS = 4;

    @TempDir
    Path folder;

    private DriverSource source;
    private Database database;

    @BeforeEach
    void open() {
        source = source("usher", "");
        database = new Database(source);
        database.update("CREATE TABLE note (id INT NOT NULL PRIMARY KEY, line VARCHAR(100) NOT NULL)");
        database.update("CREATE INDEX ix_line ON note (line)");
    }

    @AfterEach
    void close() {
        database.update("SHUTDOWN");
    }

    @Test
    void holdsAStatementOfItsOwnOnceItReturns() throws Exception {
        insert(1);

        assertThat(rowsAfterAKill()).isEqualTo(1);
    }

    @Test
    void holdsABatchOnceItReturns() throws Exception {
        database.batch(
                "INSERT INTO note (id, line) VALUES (?, ?)",
                List.of(new Object[] {1, "a"}, new Object[] {2, "b"}, new Object[] {3, "c"}));

        assertThat(rowsAfterAKill()).isEqualTo(3);
    }

    @Test
    void holdsWhatABatchDidBesideItsFailure() throws Exception {
        assertThatThrownBy(() -> database.batch(
                        "INSERT INTO note (id, line) VALUES (?, ?)",
                        List.of(new Object[] {1, "a"}, new Object[] {1, "again"}, new Object[] {2, "b"})))
                .isInstanceOf(DuplicateRow.class);

        assertThat(rowsAfterAKill())
                .isEqualTo(database.count("SELECT COUNT(*) FROM note"))
                .isPositive();
        assertThat(file().changing()).isZero();
    }

    @Test
    void holdsATransactionThatWentBackToASavepoint() throws Exception {
        transaction((connection, statement) -> {
            statement.executeUpdate("INSERT INTO note (id, line) VALUES (1, 'a')");
            var savepoint = connection.setSavepoint();
            statement.executeUpdate("INSERT INTO note (id, line) VALUES (2, 'b')");
            connection.rollback(savepoint);
            connection.setAutoCommit(false);
            assertThat(file().changing()).isEqualTo(1);

            connection.commit();

            assertThat(rowsAfterAKill()).isEqualTo(1);
        });
    }

    @Test
    void holdsATransactionOnceItsCommitReturnsAndNotBefore() throws Exception {
        transaction((connection, statement) -> {
            statement.executeUpdate("INSERT INTO note (id, line) VALUES (1, 'a')");
            insert(2);
            assertThat(rowsAfterAKill()).isEqualTo(1);

            connection.commit();

            assertThat(rowsAfterAKill()).isEqualTo(2);
        });
    }

    @Test
    void holdsATransactionThatAutoCommitEnds() throws Exception {
        transaction((connection, statement) -> {
            statement.executeUpdate("INSERT INTO note (id, line) VALUES (1, 'a')");

            connection.setAutoCommit(true);

            assertThat(rowsAfterAKill()).isEqualTo(1);
        });
    }

    @Test
    void holdsEveryCommitOfManyClients() throws Exception {
        var clients = IntStream.range(0, CLIENTS)
                .mapToObj(client -> new Thread(() -> insert(client, ROWS / CLIENTS)))
                .toList();
        clients.forEach(Thread::start);
        for (Thread client : clients) {
            client.join();
        }

        assertThat(rowsAfterAKill()).isEqualTo(ROWS);
    }

    @Test
    void doesNotWaitForATransactionThatNeverEnds() throws Exception {
        transaction((idle, statement) -> {
            statement.executeUpdate("INSERT INTO note (id, line) VALUES (0, 'never committed')");

            insert(1);

            assertThat(rowsAfterAKill()).isEqualTo(1);
        });
    }

    @Test
    void countsNoTransactionThatWasRolledBackOrClosedOrRefused() throws Exception {
        transaction((connection, statement) -> {
            statement.executeUpdate("INSERT INTO note (id, line) VALUES (1, 'a')");
            assertThat(file().changing()).isEqualTo(1);
            connection.rollback();
            assertThat(file().changing()).isZero();
            statement.executeUpdate("INSERT INTO note (id, line) VALUES (1, 'a')");
        });
        assertThat(file().changing()).isZero();
        insert(1);
        assertThatThrownBy(() -> insert(1)).isInstanceOf(DuplicateRow.class);

        assertThat(file().changing()).isZero();
    }

    @Test
    void writesOnThoughTheThreadWasInterrupted() throws Exception {
        Thread.currentThread().interrupt();
        insert(1);

        assertThat(Thread.interrupted()).isTrue();
        insert(2);
        assertThat(rowsAfterAKill()).isEqualTo(2);
    }

    @Test
    void becomesAsSmallAsItsContentAndKeepsIt() throws Exception {
        insert(0, ROWS);
        Path path = folder.resolve("usher.mv.db");
        long before = Files.size(path);
        database.update("SET RETENTION_TIME 0");

        // The first step comes after many commits, so it does not shorten the file yet.
        for (int step = 0; step < 20 && Files.size(path) >= before / 2; step++) {
            file().tidy();
        }

        assertThat(Files.size(path)).isLessThan(before / 2);
        assertThat(database.count("SELECT COUNT(*) FROM note WHERE line >= ?", ""))
                .isEqualTo(ROWS);
        assertThat(rowsAfterAKill()).isEqualTo(ROWS);
    }

    /** Of what grows further H2 would write a version within a statement, beside others. */
    @Test
    void writesALargeTransactionBetweenItsStatements() throws Exception {
        transaction((connection, statement) -> {
            statement.executeUpdate(
                    "CREATE TABLE picture (id INT NOT NULL PRIMARY KEY, content VARCHAR(20000) NOT NULL)");
            for (int id = 0; id < ROWS; id++) {
                statement.executeUpdate("INSERT INTO picture (id, content) VALUES (" + id + ", REPEAT('x', 6000))");
            }

            assertThat(Files.size(folder.resolve("usher.mv.db"))).isGreaterThan(2 << 20);
            assertThat(rowsAfterAKill("picture")).isZero();

            connection.commit();

            assertThat(rowsAfterAKill("picture")).isEqualTo(ROWS);
        });
    }

    @Test
    void leavesTheWritingToH2WhereTheUrlSaysSo() throws SQLException {
        DriverSource other = source("other", ";WRITE_DELAY=500");
        new Database(other).update("CREATE TABLE note (id INT)");

        assertThat(other.file()).isEmpty();
        new Database(other).update("SHUTDOWN");
    }

    @Test
    void isOneForEverybodyWhoOpensItInThisProcess() throws SQLException {
        DriverSource again = source("usher", "");
        new Database(again).count("SELECT COUNT(*) FROM note");

        assertThat(again.file()).containsSame(file());
    }

    @Test
    void isThereOnlyWhereAFileIs() throws SQLException {
        var memory = new DriverSource(Settings.with(Map.of(Setting.DB_URL, "jdbc:h2:mem:none")));
        new Database(memory).update("CREATE TABLE note (id INT)");

        assertThat(memory.file()).isEmpty();
        new Database(memory).update("SHUTDOWN");
    }

    /** Left open by the work, it ends with its connection. */
    private void transaction(Work work) throws Exception {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            work.with(connection, statement);
        }
    }

    @FunctionalInterface
    private interface Work {
        void with(Connection connection, Statement statement) throws Exception;
    }

    private void insert(int id) {
        database.update(
                "INSERT INTO note (id, line) VALUES (?, ?)",
                id,
                Integer.toHexString(id * 0x9E3779B9).repeat(8));
    }

    private void insert(int client, int count) {
        for (int i = 0; i < count; i++) {
            insert(client * count + i);
        }
    }

    private EmbeddedFile file() {
        return source.file().orElseThrow();
    }

    /** What another process finds in the file as it is now. */
    private long rowsAfterAKill() throws Exception {
        return rowsAfterAKill("note");
    }

    private long rowsAfterAKill(String table) throws Exception {
        Path copy = Files.createTempFile(folder, "copy", ".mv.db");
        Files.write(copy, Files.readAllBytes(folder.resolve("usher.mv.db")));
        String name = copy.getFileName().toString().replace(".mv.db", "");
        var killed = new Database(source(name, ""));
        long rows = killed.count("SELECT COUNT(*) FROM " + table);
        killed.update("SHUTDOWN");
        return rows;
    }

    private DriverSource source(String name, String more) {
        return new DriverSource(Settings.with(Map.of(Setting.DB_URL, "jdbc:h2:file:" + folder.resolve(name) + more)));
    }
}
