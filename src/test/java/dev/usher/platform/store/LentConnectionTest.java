package dev.usher.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.usher.platform.Setting;
import dev.usher.platform.Settings;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LentConnectionTest {
    private HikariDataSource pool;
    private DatabaseDescription description;

    @BeforeEach
    void opens() throws SQLException {
        pool = ConnectionPool.of(Settings.with(Map.of(
                Setting.DB_URL, "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1",
                Setting.DB_POOL_MAX, "2",
                Setting.DB_POOL_MIN, "0",
                Setting.DB_POOL_WAIT_SECONDS, "1")));
        description = new DatabaseDescription(pool);
        Connection connection = lent();
        try (var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE thing(id INT PRIMARY KEY)");
        }
    }

    @AfterEach
    void closes() {
        pool.close();
    }

    @Test
    void borrowsNothingUntilThereIsSomethingToDo() throws SQLException {
        Connection connection = lent();

        connection.setAutoCommit(false);
        connection.commit();
        connection.setAutoCommit(true);

        assertThat(inUse()).isZero();
    }

    /** Servers ask these of a connection before and after each use; each would wait for a database that is away. */
    @Test
    void answersAPoolsQuestionsWithoutARealOne() throws SQLException {
        pool.close();
        Connection connection = lent();

        connection.beginRequest();
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.endRequest();

        assertThat(connection.isReadOnly()).isFalse();
        assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
        assertThat(connection.isValid(1)).isTrue();
        assertThatThrownBy(() -> connection.getMetaData().getClientInfoProperties())
                .isInstanceOf(SQLFeatureNotSupportedException.class);
        assertThatThrownBy(() -> connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE))
                .isInstanceOf(SQLFeatureNotSupportedException.class);
    }

    @Test
    void keepsARealOneFromTheFirstStatementToTheEndOfTheTransaction() throws SQLException {
        Connection connection = lent();

        connection.setAutoCommit(false);
        insert(connection, 1);
        assertThat(inUse()).isOne();
        connection.rollback();
        assertThat(inUse()).isZero();
        insert(connection, 2);
        connection.commit();

        assertThat(inUse()).isZero();
        assertThat(count(lent())).isOne();
    }

    @Test
    void givesBackWithTheLastStatementOutsideOfATransaction() throws SQLException {
        Connection connection = lent();

        try (var first = connection.prepareStatement("SELECT 1");
                var second = connection.prepareStatement("SELECT 2")) {
            first.execute();
            second.execute();
            assertThat(inUse()).isOne();
        }

        assertThat(inUse()).isZero();
    }

    @Test
    void describesTheDatabaseAndKeepsNothing() throws SQLException {
        DatabaseMetaData told = lent().getMetaData();

        assertThat(told.getDatabaseProductName()).isEqualTo("H2");
        assertThat(told.getDatabaseMajorVersion()).isPositive();
        assertThat(inUse()).isZero();
    }

    /** Servers describe each connection that they make, also where the database is away. */
    @Test
    void asksOnceWhatTheDatabaseIs() throws SQLException {
        assertThat(lent().getMetaData().getDatabaseProductName()).isEqualTo("H2");
        assertThat(lent().getMetaData().supportsResultSetType(ResultSet.TYPE_FORWARD_ONLY))
                .isTrue();
        assertThat(inUse()).isZero();
        pool.close();
        Connection later = lent();

        assertThat(later.getMetaData().getDatabaseProductName()).isEqualTo("H2");
        assertThat(later.getMetaData().supportsResultSetType(ResultSet.TYPE_FORWARD_ONLY))
                .isTrue();
        assertThat(later.getMetaData().getConnection()).isSameAs(later);
        assertThatThrownBy(() -> later.getMetaData().getDatabaseMajorVersion()).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> later.getMetaData().getClientInfoProperties())
                .isInstanceOf(SQLFeatureNotSupportedException.class);
    }

    @Test
    void outlivesAConnectionThatBroke() throws SQLException {
        var real = new ArrayDeque<Connection>();
        Connection connection = LentConnection.from(kept(real), description);
        connection.setAutoCommit(false);
        insert(connection, 1);
        real.getLast().close();

        assertThatThrownBy(() -> insert(connection, 2))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).startsWith("08"));
        connection.rollback();
        connection.setAutoCommit(true);

        assertThat(count(connection)).isZero();
        assertThat(inUse()).isZero();
    }

    /** Else what came before the loss would be gone, and what came after it would stand. */
    @Test
    void commitsNothingOfATransactionThatLostItsConnection() throws SQLException {
        var real = new ArrayDeque<Connection>();
        Connection connection = LentConnection.from(kept(real), description);
        connection.setAutoCommit(false);
        insert(connection, 1);
        real.getLast().close();

        for (int statement = 0; statement < 3; statement++) { // however often it is tried, as EclipseLink does
            assertThatThrownBy(() -> insert(connection, 2)).isInstanceOf(SQLException.class);
        }
        assertThatThrownBy(connection::commit)
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).startsWith("08"));

        assertThat(count(lent())).isZero();
        insert(connection, 3);
        connection.commit();
        assertThat(count(lent())).isOne();
    }

    @Test
    void manyOfThemShareOneRealOne() throws SQLException {
        for (int i = 0; i < 20; i++) {
            assertThat(count(lent())).isZero();
        }

        assertThat(inUse()).isZero();
        assertThat(pool.getHikariPoolMXBean().getTotalConnections()).isOne();
    }

    @Test
    void describesByTheRealOneThatItHas() throws SQLException {
        Connection first = inTransaction(1);
        Connection second = inTransaction(2);

        assertThat(first.getMetaData().getDatabaseMajorVersion()).isPositive();
        first.rollback();
        second.rollback();
    }

    @Test
    void saysWithinTheWaitThatNoneIsFree() throws SQLException {
        Connection first = inTransaction(1);
        Connection second = inTransaction(2);

        assertThatThrownBy(() -> count(lent())).isInstanceOf(SQLException.class);
        first.rollback();
        second.rollback();
    }

    private Connection lent() {
        return LentConnection.from(pool, description);
    }

    /** One that has inserted this and not ended. */
    private Connection inTransaction(int id) throws SQLException {
        Connection connection = lent();
        connection.setAutoCommit(false);
        insert(connection, id);
        return connection;
    }

    private int inUse() {
        return pool.getHikariPoolMXBean().getActiveConnections();
    }

    /** The pool, with each connection that it gave. */
    private DataSource kept(Deque<Connection> given) {
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    Connection connection = pool.getConnection();
                    given.add(connection);
                    return connection;
                });
    }

    private static void insert(Connection connection, int id) throws SQLException {
        try (var statement = connection.prepareStatement("INSERT INTO thing VALUES (" + id + ")")) {
            statement.executeUpdate();
        }
    }

    private static int count(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT COUNT(*) FROM thing");
                var found = statement.executeQuery()) {
            found.next();
            return found.getInt(1);
        }
    }
}
