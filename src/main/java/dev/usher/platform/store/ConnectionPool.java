package dev.usher.platform.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.usher.platform.PoolState;
import dev.usher.platform.Settings;
import org.jspecify.annotations.Nullable;

/** The process's real connections, as many as the settings allow, made by {@link DriverSource} and proved before use. */
final class ConnectionPool {
    private static @Nullable HikariDataSource open;

    private ConnectionPool() {}

    /** Opened at the first call; fails when the database cannot be reached then. */
    static synchronized HikariDataSource ofProcess() {
        HikariDataSource pool = open;
        if (pool == null) {
            pool = of(Settings.ofProcess());
            PoolState.watch(pool.getHikariPoolMXBean());
            open = pool;
        }
        return pool;
    }

    /** Closes every connection; what still asks for one is refused. */
    static synchronized void close() {
        HikariDataSource pool = open;
        if (pool != null) {
            pool.close();
        }
    }

    static HikariDataSource of(Settings settings) {
        var configuration = new HikariConfig();
        configuration.setPoolName("usher");
        configuration.setDataSource(new DriverSource(settings));
        configuration.setMaximumPoolSize(settings.dbPoolMax());
        configuration.setMinimumIdle(Math.min(settings.dbPoolMin(), settings.dbPoolMax()));
        configuration.setConnectionTimeout(settings.dbPoolWait().toMillis());
        configuration.setValidationTimeout(Math.min(2_000, settings.dbPoolWait().toMillis()));
        return new HikariDataSource(configuration);
    }
}
