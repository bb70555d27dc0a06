package dev.usher.platform.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import dev.usher.platform.DatabaseFault;
import dev.usher.platform.DatabaseUnavailable;
import dev.usher.platform.OnlineBackup;
import dev.usher.platform.PoolState;
import dev.usher.platform.SecretBox;
import dev.usher.platform.Settings;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The process's real connections, as many as the settings allow, made by {@link DriverSource} and proved before use. */
final class ConnectionPool {
    private static final Logger LOG = System.getLogger(ConnectionPool.class.getName());

    /** Its JDBC adapter leaves the mode of a connection as it is where a transaction could not be ended. */
    private static final boolean PAYARA = System.getProperty("com.sun.aas.instanceRoot") != null;

    private static @Nullable Opened open;

    private record Opened(HikariDataSource pool, DatabaseDescription description) {}

    private ConnectionPool() {}

    /**
     * A connection that borrows from the pool, which is opened at the first call; fails when the database cannot be
     * reached then. It is what every server asks for first, so here it is refused to start without a key: what needs one
     * would fail later, one after another.
     */
    static synchronized Connection lend() {
        Opened opened = open;
        if (opened == null) {
            Settings settings = Settings.ofProcess();
            demandKey(settings);
            HikariDataSource pool = of(settings);
            PoolState.watch(pool.getHikariPoolMXBean());
            opened = new Opened(pool, new DatabaseDescription(pool));
            open = opened;
        }
        return LentConnection.from(opened.pool, opened.description, PAYARA);
    }

    private static void demandKey(Settings settings) {
        try {
            new SecretBox(settings).prepare();
        } catch (IllegalStateException e) {
            // Said here, since servers differ in what they say of a data source's exceptions.
            LOG.log(Level.ERROR, "Usher cannot start: {0}", e.getMessage());
            throw e;
        }
    }

    /** One step of keeping an embedded database's file small; nothing with a server's, or before the first connection. */
    static void tidy() {
        Opened opened = opened();
        if (opened != null && opened.pool.getDataSource() instanceof DriverSource source) {
            source.file().ifPresent(file -> OnlineBackup.unlessRunning(file::tidy));
        }
    }

    private static synchronized @Nullable Opened opened() {
        return open;
    }

    /** Closes every connection; what still asks for one is refused. */
    static synchronized void close() {
        Opened opened = open;
        if (opened != null) {
            opened.pool.close();
        }
    }

    static HikariDataSource of(Settings settings) {
        var configuration = new HikariConfig();
        configuration.setPoolName("usher");
        configuration.setDataSource(new DriverSource(settings));
        configuration.setMaximumPoolSize(settings.dbPoolMax());
        configuration.setMinimumIdle(Math.min(settings.dbPoolMin(), settings.dbPoolMax()));
        configuration.setConnectionTimeout(settings.dbPoolWait().toMillis());
        configuration.setValidationTimeout(Math.min(1_000, settings.dbPoolWait().toMillis()));
        // Also where the connection itself is well: a former primary answers, but only reads.
        configuration.setExceptionOverride(new SQLExceptionOverride() {
            @java.lang.Override
            public Override adjudicate(SQLException failure) {
                return DatabaseFault.of(failure) instanceof DatabaseUnavailable
                        ? Override.MUST_EVICT
                        : Override.CONTINUE_EVICT;
            }
        });
        return new HikariDataSource(configuration);
    }
}
