package dev.usher.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.it.AtOnce;
import dev.usher.it.Wait;
import dev.usher.platform.Database;
import dev.usher.platform.Setting;
import dev.usher.platform.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * H2 takes what it writes map by map, while others change them. What a crash leaves holds then one half of a transaction
 * in one table and the other half not in the next, or rows that are locked for ever.
 */
@Timeout(180)
class WholeVersionsTest {
    private static final int CLIENTS = 6;
    private static final int ACCOUNTS = 8;
    private static final int KILLS = 40;

    @TempDir
    Path folder;

    private final AtomicInteger moves = new AtomicInteger();
    private DriverSource source;

    @BeforeEach
    void open() {
        source = source("usher");
        var database = new Database(source);
        database.update("CREATE TABLE account (id INT NOT NULL PRIMARY KEY, n BIGINT NOT NULL, moves BIGINT NOT NULL)");
        database.update("CREATE INDEX ix_n ON account (n)");
        for (int id = 0; id < ACCOUNTS; id++) {
            database.update("INSERT INTO account (id, n, moves) VALUES (?, 0, 0)", id);
        }
        database.update("CREATE TABLE move (id BIGINT NOT NULL PRIMARY KEY, line VARCHAR(100) NOT NULL)");
        database.update("CREATE UNIQUE INDEX uq_line ON move (line)");
    }

    @AfterEach
    void close() {
        new Database(source).update("SHUTDOWN");
    }

    @Test
    void leavesNoHalfOfATransaction() throws Exception {
        var over = new AtomicBoolean();
        var copies = new ArrayList<String>();
        AtOnce.calls(CLIENTS + 1, client -> {
            if (client < CLIENTS) {
                while (!over.get()) {
                    move(client);
                }
            } else {
                for (int kill = 0; kill < KILLS; kill++) {
                    copies.add(copy("killed-" + kill));
                }
                over.set(true);
            }
            return client;
        });

        var faults = new ArrayList<String>();
        for (String copy : copies) {
            faults.addAll(faults(copy));
        }
        assertThat(faults).isEmpty();
    }

    /** As Usher does: rows are locked, some transactions are rolled back, some statements fail, some meet in a deadlock. */
    private void move(int client) {
        var random = ThreadLocalRandom.current();
        int from = random.nextInt(ACCOUNTS);
        int to = random.nextInt(ACCOUNTS);
        int id = moves.incrementAndGet();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            String insert = "INSERT INTO move (id, line) VALUES (" + id + ", 'by " + client + " as " + id + "')";
            statement.executeUpdate(insert);
            if (id % 7 == 0) {
                assertThatThrownBy(() -> statement.executeUpdate(insert)).isInstanceOf(SQLException.class);
            }
            statement
                    .executeQuery("SELECT n FROM account WHERE id=" + Math.min(from, to) + " FOR UPDATE")
                    .close();
            statement.executeUpdate("UPDATE account SET n=n-1, moves=moves+1 WHERE id=" + from);
            statement.executeUpdate("UPDATE account SET n=n+1 WHERE id=" + to);
            if (id % 5 == 0) {
                connection.rollback();
            } else {
                connection.commit();
            }
        } catch (SQLException e) {
            if (!(e.getCause() instanceof MVStoreException)) { // else a deadlock's
                throw new AssertionError(e);
            }
        }
    }

    private String copy(String name) {
        Wait.pause(Duration.ofMillis(20));
        try {
            Files.write(folder.resolve(name + ".mv.db"), Files.readAllBytes(folder.resolve("usher.mv.db")));
            return name;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with it for H2, before Usher mends what it can. */
    private List<String> faults(String copy) throws SQLException {
        var faults = new ArrayList<String>();
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:h2:file:" + folder.resolve(copy) + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE", "sa", "");
                Statement statement = connection.createStatement()) {
            var session = (SessionLocal) ((JdbcConnection) connection).getSession();
            var open = session.getDatabase().getStore().getTransactionStore().getOpenTransactions();
            if (!open.isEmpty()) {
                faults.add(copy + " has left open " + open);
            }
            same(faults, copy, statement, "SELECT SUM(n) FROM account", "SELECT 0");
            same(faults, copy, statement, "SELECT COUNT(*) FROM move", "SELECT SUM(moves) FROM account");
            same(
                    faults,
                    copy,
                    statement,
                    "SELECT COUNT(*) FROM move",
                    "SELECT COUNT(*) FROM move USE INDEX (uq_line) WHERE line >= ''");
            same(
                    faults,
                    copy,
                    statement,
                    "SELECT COUNT(*) FROM account",
                    "SELECT COUNT(*) FROM account USE INDEX (ix_n) WHERE n > -1000000");
            statement.execute("SHUTDOWN");
        }
        return faults;
    }

    private static void same(List<String> faults, String copy, Statement statement, String one, String other)
            throws SQLException {
        long first = number(statement, one);
        long second = number(statement, other);
        if (first != second) {
            faults.add(copy + ": " + first + " by " + one + ", " + second + " by " + other);
        }
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private DriverSource source(String name) {
        return new DriverSource(Settings.with(Map.of(Setting.DB_URL, "jdbc:h2:file:" + folder.resolve(name))));
    }
}
