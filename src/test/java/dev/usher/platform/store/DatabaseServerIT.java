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

/** A database server ends a deadlock by rolling back all of one transaction, and goes on in it as if it were a new one. */
class DeadlockIT {
    private static final String SCHEMA = "it_deadlock";

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

    private Connection inTransaction() throws SQLException {
        Connection connection = lent();
        connection.setAutoCommit(false);
        return connection;
    }

    private Connection lent() {
        return LentConnection.from(pool, description, false);
    }
}
