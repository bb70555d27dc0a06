package dev.usher.platform;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Native SQL over the one data source, for all stores. Inject it.
 *
 * <p><b>Transaction:</b> joins the caller's JTA transaction, and never begins or ends one; without one each statement
 * commits by itself. The connection is returned after every call, so nothing is held between two.
 *
 * <p><b>Parameters</b> are bound by their type: {@code UUID} as 16 bytes, {@code Instant} as a UTC {@code DATETIME(6)}
 * cut to microseconds, {@code Boolean} as 1 or 0, an enum as its ordinal (so its order of constants is part of the
 * schema), {@code Optional} as its content or NULL, {@code byte[]}, text and numbers as they are.
 *
 * <p><b>Errors:</b> a {@link DatabaseFault}: {@link DuplicateRow}, {@link Contention}, {@link DatabaseUnavailable},
 * {@link StatementTimeout} or {@link BrokenStatement}.
 *
 * <p><b>Threads:</b> safe for use by many.
 */
public final class Database {
    /** Rows sent in one batch; more are sent in several (15 to 30 thousand documents a second were reached with it). */
    public static final int BATCH_ROWS = 500;

    private final DataSource source;
    private final Dialect dialect;
    private final int timeoutSeconds;

    /** Opens one connection to learn which database it is. */
    public Database(DataSource source) {
        this(source, Dialect.of(source), 0);
    }

    private Database(DataSource source, Dialect dialect, int timeoutSeconds) {
        this.source = requireNonNull(source, "source");
        this.dialect = requireNonNull(dialect, "dialect");
        this.timeoutSeconds = timeoutSeconds;
    }

    /** Which database this is, and the clauses that differ between them. */
    public Dialect dialect() {
        return dialect;
    }

    /** The same database, where a statement that takes longer (rounded up to seconds) is a {@link StatementTimeout}. */
    public Database within(Duration limit) {
        return new Database(
                source, dialect, (int) Math.max(1, limit.plusMillis(999).toSeconds()));
    }

    /** All rows, in the order of the database; the caller's SQL carries the limit. */
    public <T> List<T> query(String sql, Function<Row, T> reader, Object... parameters) {
        return run(sql, statement -> {
            bind(statement, parameters);
            try (ResultSet found = statement.executeQuery()) {
                var rows = new ArrayList<T>();
                var row = new Row(found);
                while (found.next()) {
                    rows.add(reader.apply(row));
                }
                return rows;
            }
        });
    }

    /** The first row, or empty when there is none. */
    public <T> Optional<T> one(String sql, Function<Row, T> reader, Object... parameters) {
        return run(sql, statement -> {
            bind(statement, parameters);
            try (ResultSet found = statement.executeQuery()) {
                return found.next() ? Optional.of(reader.apply(new Row(found))) : Optional.empty();
            }
        });
    }

    /** The number of a {@code SELECT COUNT(*)} or {@code SUM}; 0 when there is no row or it is NULL. */
    public long count(String sql, Object... parameters) {
        return one(sql, row -> row.number(1), parameters).orElse(0L);
    }

    /** An INSERT, UPDATE, DELETE or DDL statement; the number of rows that it changed. */
    public int update(String sql, Object... parameters) {
        return run(sql, statement -> {
            bind(statement, parameters);
            return statement.executeUpdate();
        });
    }

    /**
     * The same statement for many rows of parameters, {@value #BATCH_ROWS} to a round trip. No counts come back:
     * rewritten batches do not know them.
     */
    public void batch(String sql, Iterable<Object[]> rows) {
        run(sql, statement -> {
            int waiting = 0;
            for (Object[] row : rows) {
                bind(statement, row);
                statement.addBatch();
                waiting++;
                if (waiting == BATCH_ROWS) {
                    statement.executeBatch();
                    waiting = 0;
                }
            }
            if (waiting > 0) {
                statement.executeBatch();
            }
            return waiting;
        });
    }

    /** {@code ?,?,?} for an IN list of that many values. */
    public static String marks(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("an IN list needs at least one value");
        }
        return "?" + ",?".repeat(count - 1);
    }

    private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            Parameters.bind(statement, i + 1, parameters[i]);
        }
    }

    private <T> T run(String sql, Work<T> work) {
        try (Connection connection = open();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return timeoutSeconds == 0 ? work.with(statement) : limited(statement, work);
        } catch (SQLException e) {
            throw DatabaseFault.of(e);
        }
    }

    /** Takes the limit back: H2 keeps it for the connection, and Connector/J for a statement that it has prepared. */
    private <T> T limited(PreparedStatement statement, Work<T> work) throws SQLException {
        statement.setQueryTimeout(timeoutSeconds);
        T result;
        try {
            result = work.with(statement);
        } catch (SQLException | RuntimeException e) {
            try {
                statement.setQueryTimeout(0);
            } catch (SQLException second) {
                e.addSuppressed(second); // the connection is gone, and the limit with it
            }
            throw e;
        }
        statement.setQueryTimeout(0);
        return result;
    }

    private Connection open() {
        try {
            return source.getConnection();
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }
}
