package dev.usher.platform.store;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What JDBC wants of a data source beside connections. */
abstract sealed class PlainDataSource implements DataSource permits DriverSource, UsherDataSource {
    private int loginTimeout;
    private @Nullable PrintWriter log;

    /** The settings decide who connects, not the caller. */
    @Override
    public final Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public final @Nullable PrintWriter getLogWriter() {
        return log;
    }

    @Override
    public final void setLogWriter(@Nullable PrintWriter writer) {
        log = writer;
    }

    @Override
    public final void setLoginTimeout(int seconds) {
        loginTimeout = seconds;
    }

    @Override
    public final int getLoginTimeout() {
        return loginTimeout;
    }

    @Override
    public final Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public final <T> T unwrap(Class<T> type) throws SQLException {
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        throw new SQLException("not a " + type.getName());
    }

    @Override
    public final boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }

    @Override
    public final String toString() {
        return getClass().getSimpleName(); // the URL may hold a password
    }
}
