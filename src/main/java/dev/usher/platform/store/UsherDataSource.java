package dev.usher.platform.store;

import dev.usher.platform.Settings;
import dev.usher.platform.SqlCount;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Optional;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The one data source, which asks the settings where the database is; the server pools what it gives. So the same WAR
 * runs on any server over any database without a word of server configuration.
 *
 * <p>It holds a driver object of its own: {@code DriverManager} would find the server's drivers, which are older.
 * Connections are READ COMMITTED, since InnoDB's default takes gap locks on insert-if-absent.
 */
public class UsherDataSource implements DataSource {
    private final Settings settings;
    private String config = "usher";
    private int loginTimeout;
    private @Nullable PrintWriter log;
    private @Nullable Driver driver;

    /** Called by the server, which knows no CDI; the settings are those of the process. */
    public UsherDataSource() {
        this(Settings.ofProcess());
    }

    /** For tests and tools. */
    public UsherDataSource(Settings settings) {
        this.settings = settings;
    }

    /** WildFly refuses a definition without properties; this one has no other use. */
    public void setConfig(String config) {
        this.config = config;
    }

    public String getConfig() {
        return config;
    }

    @Override
    public Connection getConnection() throws SQLException {
        String url = ConnectionUrl.complete(settings.dbUrl());
        Connection connection = connect(url);
        try {
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            return Counted.connection(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private Connection connect(String url) throws SQLException {
        try {
            return Optional.ofNullable(driver(url).connect(url, properties(url)))
                    .orElseThrow(() -> new SQLException("USHER_DB_URL is no URL that its driver takes", "08001"));
        } catch (SQLException e) {
            SqlCount.refused();
            throw e;
        }
    }

    /** The settings decide who connects, not the caller. */
    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    private synchronized Driver driver(String url) throws SQLException {
        Driver known = driver;
        if (known == null) {
            known = url.startsWith("jdbc:h2:") ? new org.h2.Driver() : new com.mysql.cj.jdbc.Driver();
            driver = known;
        }
        return known;
    }

    private Properties properties(String url) {
        var properties = new Properties();
        properties.setProperty("user", settings.dbUser());
        properties.setProperty("password", settings.dbPassword().reveal());
        if (!url.startsWith("jdbc:h2:")) {
            ConnectionUrl.mysqlDefaults(url).forEach(properties::setProperty);
        }
        return properties;
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return log;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter writer) {
        log = writer;
    }

    @Override
    public void setLoginTimeout(int seconds) {
        loginTimeout = seconds;
    }

    @Override
    public int getLoginTimeout() {
        return loginTimeout;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        throw new SQLException("not a " + type.getName());
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }

    @Override
    public String toString() {
        return "UsherDataSource"; // the URL may hold a password
    }
}
