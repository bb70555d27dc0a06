package dev.usher.platform.store;

import static dev.usher.platform.store.Things.count;
import static dev.usher.platform.store.Things.insert;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.usher.it.TestDatabase;
import dev.usher.platform.Settings;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a database server does by itself, which H2 does not show: it rolls back all of a transaction to end a deadlock, and goes on in it. */
class DatabaseServerIT {
    private static final String SCHEMA = "it_server";

    private HikariDataSource pool;
    private DatabaseDescription description;

    @BeforeEach
    void opens() throws SQLException {
        TestDatabase.makeEmpty(SCHEMA);
        pool = ConnectionPool.of(Settings.read(new Properties(), TestDatabase.at(SCHEMA)));
        description = new DatabaseDescription(pool);
        Things.create(lent());
        insert(lent(), 1);
        insert(lent(), 2);
    }

    @AfterEach
    void closes() {
        pool.close();
    }

    @Test
    void commitsNothingOfTheVictim() throws SQLException {
        Connection first = inTransaction();
        Connection second = inTransaction();

        Deadlock deadlock = Deadlock.between(first, second);
        deadlock.assertVictimIsOver();

        assertThat(count(lent())).isEqualTo(2);
        insert(deadlock.victim(), 5);
        deadlock.victim().commit();
        assertThat(count(lent())).isEqualTo(3);
    }

    /** Leases and claims run by it, and must not jump with summer time, wherever the server is. */
    @Test
    void theServersClockIsUtc() throws SQLException {
        try (Connection connection = lent();
                var statement = connection.prepareStatement("SELECT @@session.time_zone");
                var found = statement.executeQuery()) {
            assertThat(found.next()).isTrue();
            assertThat(found.getString(1)).isEqualTo("+00:00");
        }
    }

    private Connection inTransaction() throws SQLException {
        Connection connection = lent();
        connection.setAutoCommit(false);
        return connection;
    }

    private Connection lent() {
        return LentConnection.from(pool, description, false);
    }
}
