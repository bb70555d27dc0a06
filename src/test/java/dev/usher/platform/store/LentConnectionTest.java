package dev.usher.platform.store;

import static dev.usher.platform.store.Deadlock.assertContention;
import static dev.usher.platform.store.Things.count;
import static dev.usher.platform.store.Things.insert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.usher.platform.Setting;
import dev.usher.platform.Settings;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LentConnectionTest {
    private HikariDataSource pool;
    private DatabaseDescription description;

    @BeforeEach
    void opens() throws SQLException {
        opens("30");
    }

    private void opens(String waitSeconds) throws SQLException {
        pool = ConnectionPool.of(Settings.with(Map.of(
                Setting.DB_URL,
                "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20",
                Setting.DB_POOL_MAX,
                "2",
                Setting.DB_POOL_MIN,
                "0",
                Setting.DB_POOL_WAIT_SECONDS,
                waitSeconds)));
        description = new DatabaseDescription(pool);
        Things.create(lent());
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
        Connection connection = brokenWithin(false);

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
        Connection connection = brokenWithin(false);

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

    /** The database may have rolled back all of it: what came after would stand alone, or commit by itself. */
    @Test
    void commitsNothingOfATransactionThatMetContention() throws SQLException {
        insert(lent(), 1);
        Connection first = lent();
        first.setAutoCommit(false);
        Things.change(first, 1, 11);
        Connection second = inTransaction(2);

        assertContention(() -> Things.change(second, 1, 12));
        assertContention(() -> insert(second, 3));
        assertContention(second::commit);

        assertThat(count(lent())).isOne();
        insert(second, 4);
        assertContention(() -> Things.change(second, 1, 12));
        assertContention(() -> second.setAutoCommit(true));
        assertThat(count(second)).isOne();
        first.commit();
        insert(second, 3);
        assertThat(count(lent())).isEqualTo(2);
        assertThat(inUse()).isZero();
    }

    /** H2 and the servers roll back all of what they choose, so what it did before is gone. */
    @Test
    void commitsNothingOfATransactionThatADeadlockEnded() throws Exception {
        insert(lent(), 1);
        insert(lent(), 2);

        Deadlock.between(waiting(), waiting()).assertVictimIsOver();

        assertThat(count(lent())).isEqualTo(2);
    }

    /** As Payara uses it, where the database goes away as a transaction is committed. */
    @Test
    void isInAutocommitModeAfterATransactionThatCouldNotBeEnded() throws SQLException {
        Connection connection = brokenWithin(true);
        assertThatThrownBy(connection::commit).isInstanceOf(SQLException.class);

        insert(connection, 2);
        assertThat(count(lent())).isOne();
        assertThat(inUse()).isZero();
        connection.setAutoCommit(false);
        insert(connection, 3);
        connection.rollback();

        assertThat(count(lent())).isOne();
    }

    /** As WildFly uses it, which knows what mode it has set and sets another where it needs it. */
    @Test
    void staysInItsModeAfterATransactionThatCouldNotBeEnded() throws SQLException {
        Connection connection = brokenWithin(false);
        assertThatThrownBy(connection::commit).isInstanceOf(SQLException.class);

        insert(connection, 2);
        connection.rollback();

        assertThat(count(lent())).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"commit", "rollback"})
    void saysWhyATransactionCouldNotBeEndedAlsoWhereGivingBackFails(String end) throws Exception {
        try (Connection real = pool.getConnection()) {
            Connection failing = proxy(Connection.class, (method, arguments) -> {
                if (Set.of("commit", "rollback", "close").contains(method.getName())) {
                    throw new SQLException(method.getName() + " failed", "40001");
                }
                return method.invoke(real, arguments);
            });
            Connection connection =
                    LentConnection.from(proxy(DataSource.class, (method, arguments) -> failing), description, false);
            connection.setAutoCommit(false);
            insert(connection, 1);

            assertThatThrownBy(end.equals("commit") ? connection::commit : connection::rollback)
                    .hasMessage(end + " failed")
                    .satisfies(e -> assertThat(e.getSuppressed())
                            .singleElement()
                            .satisfies(second -> assertThat(second).hasMessage("close failed")));
        }
    }

    /** Its statement failed by itself; Usher writes another row instead. */
    @Test
    void goesOnAfterADuplicateRow() throws SQLException {
        Connection connection = inTransaction(1);

        assertThatThrownBy(() -> insert(connection, 1)).isInstanceOf(SQLException.class);
        insert(connection, 2);
        connection.commit();

        assertThat(count(lent())).isEqualTo(2);
    }

    @Test
    void executesNothingMoreByAStatementThatIsOpen() throws SQLException {
        insert(lent(), 1);
        Connection first = lent();
        first.setAutoCommit(false);
        Things.change(first, 1, 11);
        Connection second = inTransaction(2);
        try (var open = second.prepareStatement("INSERT INTO thing VALUES (3)")) {
            assertContention(() -> Things.change(second, 1, 12));
            assertContention(open::executeUpdate);
        }
        second.rollback();
        first.rollback();

        assertThat(count(lent())).isOne();
    }

    @Test
    void rollsBackWhatIsOpenWhereItIsClosed() throws SQLException {
        inTransaction(1).close();

        assertThat(inUse()).isZero();
        Connection next = lent();
        assertThat(count(next)).isZero();
        insert(next, 2); // outside of a transaction, so it stands at once
        Connection holding = inTransaction(3);
        assertThat(count(lent())).isOne();
        holding.rollback();
    }

    @Test
    void commitsWhatIsOpenWhereAutocommitIsTurnedOn() throws SQLException {
        Connection connection = lent();
        connection.setAutoCommit(false);
        try (var insert = connection.prepareStatement("INSERT INTO thing VALUES (?)")) {
            insert.setInt(1, 1);
            insert.executeUpdate();
            connection.setAutoCommit(true);
            assertThat(count(lent())).isOne();
            insert.setInt(1, 2);
            insert.executeUpdate();
            assertThat(count(lent())).isEqualTo(2);
            connection.setAutoCommit(false);
            insert.setInt(1, 3);
            insert.executeUpdate();
            assertThat(count(lent())).isEqualTo(2);
            connection.rollback();
        }

        assertThat(count(lent())).isEqualTo(2);
        assertThat(inUse()).isZero();
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
        pool.close();
        opens("1");
        Connection first = inTransaction(1);
        Connection second = inTransaction(2);

        assertThatThrownBy(() -> count(lent())).isInstanceOf(SQLException.class);
        first.rollback();
        second.rollback();
    }

    private Connection lent() {
        return LentConnection.from(pool, description, false);
    }

    /** One that has inserted this and not ended. */
    private Connection inTransaction(int id) throws SQLException {
        Connection connection = lent();
        connection.setAutoCommit(false);
        insert(connection, id);
        return connection;
    }

    /** One whose real connection the pool has taken away in the middle of a transaction that inserted 1. */
    private Connection brokenWithin(boolean modeForgotten) throws SQLException {
        var real = new ArrayDeque<Connection>();
        Connection connection = LentConnection.from(kept(real), description, modeForgotten);
        connection.setAutoCommit(false);
        insert(connection, 1);
        real.getLast().close();
        return connection;
    }

    private int inUse() {
        return pool.getHikariPoolMXBean().getActiveConnections();
    }

    /** The pool, with each connection that it gave. */
    private DataSource kept(Deque<Connection> given) {
        return proxy(DataSource.class, (method, arguments) -> {
            Connection connection = pool.getConnection();
            given.add(connection);
            return connection;
        });
    }

    @FunctionalInterface
    private interface Called {
        Object by(Method method, Object[] arguments) throws Exception;
    }

    private static <T> T proxy(Class<T> type, Called called) {
        return type.cast(Proxy.newProxyInstance(
                LentConnectionTest.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> called.by(method, arguments)));
    }

    /** One in a transaction that waits long for locks. */
    private Connection waiting() throws SQLException {
        Connection connection = lent();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("SET LOCK_TIMEOUT 5000");
        }
        return connection;
    }
}
