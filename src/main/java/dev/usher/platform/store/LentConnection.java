package dev.usher.platform.store;

import dev.usher.platform.DatabaseFault;
import dev.usher.platform.DuplicateRow;
import dev.usher.platform.StatementTimeout;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A connection that holds a real one only while there is something to do: from the first statement of a transaction to
 * its commit or rollback, or, outside of one, until the last open statement is closed. A server's pool can therefore
 * keep it through a restart of the database: the next transaction simply borrows another.
 *
 * <p>Without a real one nothing fails and nothing costs: a transaction without a statement is no round trip.
 */
final class LentConnection implements InvocationHandler {
    private final DataSource pool;
    private final DatabaseDescription description;
    private final boolean modeForgotten;
    private final Connection face;
    private @Nullable Connection real;
    private boolean autoCommit = true;
    private boolean closed;
    /** Why what was done in the transaction may be gone, so that nothing more may be done in it; null while it stands. */
    private @Nullable SQLException lost;
    /** Open statements of the present loan. */
    private int statements;

    /** Counts the loans, so that a statement which is closed after its loan has no say in the next. */
    private int loan;

    private LentConnection(DataSource pool, DatabaseDescription description, boolean modeForgotten) {
        this.pool = pool;
        this.description = description;
        this.modeForgotten = modeForgotten;
        this.face = proxy(Connection.class, this);
    }

    /**
     * Borrows from this pool, of whose database this is the description. With {@code modeForgotten} the server does not turn
     * autocommit on again after a transaction whose end failed, though it turns it off for each: what it did then outside of
     * one would never be committed.
     */
    static Connection from(DataSource pool, DatabaseDescription description, boolean modeForgotten) {
        return new LentConnection(pool, description, modeForgotten).face;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        Object @Nullable [] given = arguments;
        if (method.getDeclaringClass() == Object.class) {
            return ofObject(face, method, given);
        }
        switch (method.getName()) {
            case "close", "abort" -> {
                closed = true;
                giveBack();
                return null;
            }
            case "isClosed" -> {
                return closed;
            }
            case "isValid" -> {
                return !closed;
            }
            case "getAutoCommit" -> {
                return autoCommit;
            }
            case "setAutoCommit" -> {
                setAutoCommit(Objects.requireNonNull(given)[0] == Boolean.TRUE);
                return null;
            }
            case "commit" -> {
                ended(this::commit);
                return null;
            }
            case "getTransactionIsolation" -> {
                return Connection.TRANSACTION_READ_COMMITTED;
            }
            case "setTransactionIsolation" -> {
                requireReadCommitted(Objects.requireNonNull(given)[0]);
                return null;
            }
            case "getMetaData" -> {
                return description.of(face, () -> real);
            }
            case "isReadOnly" -> {
                return false;
            }
            case "getWarnings", "clearWarnings", "setReadOnly", "beginRequest", "endRequest" -> {
                return null; // servers say these when they lend it or put it away; nothing of ours depends on them
            }
            default -> {
                if (method.getName().equals("rollback") && given == null) {
                    ended(this::rollback);
                    return null;
                }
                return onReal(method, given);
            }
        }
    }

    private static void requireReadCommitted(@Nullable Object isolation) throws SQLException {
        if (!Objects.equals(isolation, Connection.TRANSACTION_READ_COMMITTED)) {
            throw new SQLFeatureNotSupportedException("the connections are READ COMMITTED, all of them");
        }
    }

    private @Nullable Object onReal(Method method, Object @Nullable [] arguments) throws Throwable {
        Connection borrowed = borrow();
        try {
            Object result = call(method, borrowed, arguments);
            return result instanceof Statement statement ? opened(statement) : result;
        } finally {
            giveBackIfIdle();
        }
    }

    private Connection borrow() throws SQLException {
        if (closed) {
            throw new SQLException("the connection is closed", "08003");
        }
        Connection held = real;
        if (held != null && held.isClosed()) { // the pool has thrown it away, for it broke
            giveBack();
            held = null;
            lost = autoCommit ? null : new SQLException("the connection was lost within a transaction", "08003");
        }
        demandWhole();
        if (held == null) {
            held = borrowed();
            real = held;
            loan++;
        }
        return held;
    }

    private Connection borrowed() throws SQLException {
        Connection fresh = pool.getConnection();
        try {
            if (!autoCommit) {
                fresh.setAutoCommit(false);
            }
            return fresh;
        } catch (SQLException e) {
            fresh.close();
            throw e;
        }
    }

    private void demandWhole() throws SQLException {
        SQLException why = lost;
        if (why != null) {
            throw again(why);
        }
    }

    private static SQLException again(SQLException why) {
        return new SQLException(why.getMessage(), why.getSQLState(), why.getErrorCode(), why);
    }

    /**
     * Databases roll back a transaction by themselves to end a deadlock, or where they run out of something; what came after
     * would be committed without what came before. Only these two are known to undo no more than their statement.
     */
    private void failed(SQLException failure) {
        DatabaseFault fault = DatabaseFault.of(failure);
        if (!autoCommit && !(fault instanceof DuplicateRow) && !(fault instanceof StatementTimeout)) {
            lost = failure;
        }
    }

    private void giveBackIfIdle() throws SQLException {
        if (autoCommit && statements == 0) {
            giveBack();
        }
    }

    private void giveBack() throws SQLException {
        Connection held = real;
        real = null;
        statements = 0;
        if (held != null) {
            held.close();
        }
    }

    private void setAutoCommit(boolean wanted) throws SQLException {
        if (wanted == autoCommit) {
            return;
        }
        SQLException why = lost;
        Connection held = real;
        if (held != null) {
            if (why != null) {
                held.rollback();
            }
            held.setAutoCommit(wanted); // JDBC: commits the transaction that was open
        }
        autoCommit = wanted;
        lost = null;
        giveBackIfIdle();
        if (why != null) {
            throw again(why);
        }
    }

    private void ended(End end) throws SQLException {
        boolean well = false;
        try {
            end.run();
            well = true;
        } finally {
            autoCommit |= modeForgotten && !well;
        }
    }

    @FunctionalInterface
    private interface End {
        void run() throws SQLException;
    }

    private void commit() throws SQLException {
        SQLException why = lost;
        if (why != null) {
            rollback();
            throw again(why);
        }
        Connection held = real;
        if (held != null) {
            endedOn(held::commit);
        }
    }

    private void rollback() throws SQLException {
        lost = null;
        Connection held = real;
        if (held != null) {
            endedOn(() -> {
                try {
                    held.rollback();
                } catch (SQLException e) {
                    if (!held.isClosed()) { // the pool has thrown away what broke, and the database has rolled it back
                        throw e;
                    }
                }
            });
        }
    }

    /** Ends the transaction and the loan; where both fail, it is the transaction's failure that says why. */
    private void endedOn(End end) throws SQLException {
        try {
            end.run();
        } catch (Throwable e) {
            try {
                giveBack();
            } catch (SQLException | RuntimeException second) {
                if (second != e) {
                    e.addSuppressed(second);
                }
            }
            throw e;
        }
        giveBack();
    }

    private Statement opened(Statement statement) {
        statements++;
        int mine = loan;
        Class<? extends Statement> type = statement instanceof CallableStatement
                ? CallableStatement.class
                : statement instanceof PreparedStatement ? PreparedStatement.class : Statement.class;
        return proxy(type, new InvocationHandler() {
            private boolean open = true;

            @Override
            public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
                    throws Throwable {
                if (method.getDeclaringClass() == Object.class) {
                    return ofObject(proxy, method, arguments);
                }
                if (method.getName().equals("getConnection")) {
                    return face;
                }
                boolean executes = mine == loan && method.getName().startsWith("execute");
                try {
                    if (executes) {
                        demandWhole();
                    }
                    return call(method, statement, arguments);
                } catch (SQLException e) {
                    if (executes) {
                        failed(e);
                    }
                    throw e;
                } finally {
                    if (method.getName().equals("close") && open) {
                        open = false; // also where the database is gone, and closing fails
                        closed(mine);
                    }
                }
            }
        });
    }

    private void closed(int ofLoan) throws SQLException {
        if (ofLoan == loan && real != null) {
            statements--;
            giveBackIfIdle();
        }
    }

    private static @Nullable Object call(Method method, Object target, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    /** It is equal to itself alone. */
    private static Object ofObject(Object self, Method method, Object @Nullable [] arguments) {
        return switch (method.getName()) {
            case "equals" -> arguments != null && arguments[0] == self;
            case "hashCode" -> System.identityHashCode(self);
            default -> "LentConnection@" + Integer.toHexString(System.identityHashCode(self));
        };
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(LentConnection.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
