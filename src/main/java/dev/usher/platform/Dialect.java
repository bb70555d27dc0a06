package dev.usher.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;

/** Which database it is, and the few clauses in which they differ. */
public enum Dialect {
    /** H2 in MySQL mode; it has no shared row lock, so the exclusive one stands in. */
    H2("FOR UPDATE"),
    /** MySQL 8 or newer. */
    MYSQL("FOR SHARE"),
    /** MariaDB; it does not know {@code FOR SHARE}. */
    MARIADB("LOCK IN SHARE MODE");

    private final String shareLock;

    Dialect(String shareLock) {
        this.shareLock = shareLock;
    }

    /** The clause at the end of a SELECT that keeps its rows from being changed or deleted until the transaction ends. */
    public String shareLock() {
        return shareLock;
    }

    /** Whether it is the embedded one. */
    public boolean embedded() {
        return this == H2;
    }

    /** Which database this connection speaks to. */
    public static Dialect of(Connection connection) throws SQLException {
        var about = connection.getMetaData();
        return of(about.getDatabaseProductName(), about.getDatabaseProductVersion());
    }

    static Dialect of(DataSource source) {
        try (Connection connection = source.getConnection()) {
            return of(connection);
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    /** MariaDB calls itself MySQL when Connector/J asks; its version does not lie. */
    static Dialect of(String product, String version) {
        String both = (product + " " + version).toLowerCase(Locale.ROOT);
        if (both.contains("mariadb")) {
            return MARIADB;
        }
        if (both.contains("mysql")) {
            return MYSQL;
        }
        if (both.startsWith("h2")) {
            return H2;
        }
        throw new IllegalStateException("Usher does not know the database " + product);
    }
}
