package dev.usher.platform.store;

import dev.usher.platform.SqlCount;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.jspecify.annotations.Nullable;

/**
 * Connections and statements that tell {@link SqlCount} of each round trip, and have an {@link EmbeddedFile} written at each
 * commit. A proxy, for JDBC's interfaces have some 250 methods; it costs about a tenth of a microsecond a call, against
 * 20 and more for the statement itself.
 */
final class Counted {
    private static final Pattern READING = Pattern.compile("\\s*(SELECT|BACKUP)\\b", Pattern.CASE_INSENSITIVE);
    /** What a SELECT locks or changes by, and a second statement; where a text has one of these, it is gated without need. */
    private static final Pattern LOCKING = Pattern.compile("\\bFOR\\s|\\bFINAL\\s|;", Pattern.CASE_INSENSITIVE);

    private final Connection target;
    private final boolean remote;
    private final @Nullable EmbeddedFile file;
    /** Of {@link #target}, where that is H2's in this process. */
    private final @Nullable SessionLocal session;
    /** What the caller has of {@link #target}. */
    private final Connection counted;

    private boolean autoCommit = true;
    /** The present transaction has sent what may have changed rows. */
    private boolean changed;
    /** The present transaction has passed the {@link ChangeGate}; one that only reads changes nothing when it ends. */
    private boolean passed;

    private Counted(Connection target, boolean remote, @Nullable EmbeddedFile file) {
        this.target = target;
        this.remote = remote;
        this.file = file;
        this.session =
                target instanceof JdbcConnection h2 && h2.getSession() instanceof SessionLocal local ? local : null;
        this.counted = connection();
    }

    /** A database elsewhere is told of each change of the connection's mode. */
    static Connection connection(Connection target, boolean remote, @Nullable EmbeddedFile file) {
        SqlCount.opened();
        return new Counted(target, remote, file).counted;
    }

    private Connection connection() {
        return proxy(Connection.class, target, (method, arguments) -> ending(method), (method, arguments, result) -> {
            switch (method.getName()) {
                case "commit" -> {
                    SqlCount.add();
                    passed = false;
                    committed();
                }
                case "rollback" -> {
                    SqlCount.add();
                    if (method.getParameterCount() == 0) { // else only back to a savepoint
                        passed = false;
                        rolledBack();
                    }
                }
                case "setAutoCommit" -> modeSet();
                case "close" -> rolledBack();
                default -> {
                    return result instanceof Statement statement
                            ? statement(statement, arguments == null ? "" : arguments[0].toString())
                            : result;
                }
            }
            return result;
        });
    }

    /** A call to a connection may end its transaction, or a part of it. */
    private ChangeGate.@Nullable Change ending(Method method) {
        if (file == null || session == null || !passed) {
            return null;
        }
        return switch (method.getName()) {
            case "commit", "rollback", "setAutoCommit", "close" -> file.end(session);
            default -> null;
        };
    }

    private ChangeGate.@Nullable Change changing(Method method, boolean reads) {
        if (file == null || session == null || reads || !method.getName().startsWith("execute")) {
            return null;
        }
        passed |= !autoCommit;
        return file.statement(session);
    }

    /** Whether it can change nothing, nor lock a row, which is a change to H2. A backup lasts, and is not waited for. */
    private static boolean reads(String sql) {
        return READING.matcher(sql).lookingAt() && !LOCKING.matcher(sql).find();
    }

    /** With the SQL that it was prepared with, or none. */
    private Statement statement(Statement statement, String prepared) {
        Class<? extends Statement> type = statement instanceof CallableStatement
                ? CallableStatement.class
                : statement instanceof PreparedStatement ? PreparedStatement.class : Statement.class;
        boolean reads = file != null && reads(prepared);
        Before before = (method, arguments) ->
                changing(method, arguments != null && arguments[0] instanceof String sql ? reads(sql) : reads);
        return proxy(type, statement, before, (method, arguments, result) -> {
            String name = method.getName();
            if (name.equals("getConnection")) {
                return counted; // else what it ends were neither counted nor written
            }
            if (name.startsWith("execute")) {
                SqlCount.add();
                if (!name.equals("executeQuery")) {
                    changed();
                }
            }
            return result;
        });
    }

    private void modeSet() throws SQLException {
        boolean now = target.getAutoCommit();
        if (remote && now != autoCommit) {
            SqlCount.add();
        }
        autoCommit = now;
        if (now) {
            committed(); // JDBC: that ends the transaction that was open
        }
    }

    private void changed() throws SQLException {
        if (file == null) {
            return;
        }
        if (!changed) {
            changed = true;
            file.changes();
        }
        if (target.isClosed()) { // by SHUTDOWN, which has written everything
            rolledBack();
        } else if (target.getAutoCommit()) {
            committed();
        } else {
            file.relieve();
        }
    }

    private void committed() throws SQLException {
        if (file != null && changed) {
            changed = false;
            file.committed();
        }
    }

    private void rolledBack() {
        if (file != null && changed) {
            changed = false;
            file.rolledBack();
        }
    }

    /** A batch that fails keeps what came before the failure. */
    private void failed(String method, Throwable failure) {
        if (!method.startsWith("execute")) {
            return;
        }
        SqlCount.failed();
        if (method.endsWith("Batch")) {
            try {
                changed();
            } catch (SQLException e) {
                failure.addSuppressed(e);
            }
        }
    }

    /**
     * Sets H2's limit at its session: the statement {@code SET QUERY_TIMEOUT}, which its driver sends, makes every kept
     * statement of every connection be planned anew.
     */
    private boolean limited(Method method, Object @Nullable [] arguments) {
        if (arguments == null || !method.getName().equals("setQueryTimeout") || session == null) {
            return false;
        }
        session.setQueryTimeout(Math.multiplyExact((int) arguments[0], 1_000));
        return true;
    }

    private <T> T proxy(Class<T> type, Object real, Before before, After after) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            @Nullable Object result;
            try {
                result = limited(method, arguments) ? null : called(real, method, arguments, before);
            } catch (InvocationTargetException e) {
                Throwable failure = e.getCause() == null ? e : e.getCause();
                failed(method.getName(), failure);
                throw failure;
            }
            return after.call(method, arguments, result);
        };
        return type.cast(Proxy.newProxyInstance(Counted.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object called(Object real, Method method, Object @Nullable [] arguments, Before before)
            throws ReflectiveOperationException {
        ChangeGate.Change change = before.enter(method, arguments);
        try {
            return method.invoke(real, arguments);
        } finally {
            if (change != null) {
                change.ended();
            }
        }
    }

    @FunctionalInterface
    private interface After {
        @Nullable
        Object call(Method method, Object @Nullable [] arguments, @Nullable Object result) throws SQLException;
    }

    /** Enters the gate where a call may change H2's maps. */
    @FunctionalInterface
    private interface Before {
        ChangeGate.@Nullable Change enter(Method method, Object @Nullable [] arguments);
    }
}
