package dev.usher.platform.store;

import com.mysql.cj.jdbc.AbandonedConnectionCleanupThread;
import dev.usher.platform.Dialect;
import dev.usher.platform.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings the schema up to date before anything uses it; other beans that start with the application say
 * {@code @DependsOn("Migrations")}. It also checks the settings, and refuses to start with what is wrong with them.
 *
 * <p>A migration of the next version may be there already while nodes are upgraded one by one, so those are ignored.
 */
@DataSourceDefinition(
        name = "java:app/jdbc/usher",
        className = "dev.usher.platform.store.UsherDataSource",
        // What the server pools borrows only; the real connections are in ConnectionPool, sized by settings.
        minPoolSize = 0,
        initialPoolSize = 0,
        maxPoolSize = 1000,
        properties = {"config=usher"})
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Migrations {
    private static final Logger LOG = System.getLogger(Migrations.class.getName());

    /** For the container. */
    public Migrations() {}

    @PostConstruct
    void begin() {
        var settings = Settings.ofProcess();
        for (String variable : Settings.unknown(System.getenv())) {
            LOG.log(Level.WARNING, "{0} is no setting of Usher and has no effect", variable);
        }
        LOG.log(Level.DEBUG, "settings: {0}", settings);
        // An index on a large table takes longer than any request may.
        int done = migrate(new DriverSource(settings, Map.of("socketTimeout", "0")));
        LOG.log(Level.INFO, "database ready, {0} migrations done now", done);
    }

    /** Applies what is missing; the number of migrations done. */
    static int migrate(DataSource source) {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(source)
                .locations("classpath:db/migration")
                .ignoreMigrationPatterns("*:future")
                .load()
                .migrate()
                .migrationsExecuted;
    }

    /**
     * H2 is told to close its file, for nobody else does ({@code DB_CLOSE_ON_EXIT=FALSE}); a server's database stays. Not
     * by a pooled connection: the pool is closed before.
     */
    @PreDestroy
    void close() {
        try {
            ConnectionPool.close();
            closeEmbedded();
        } finally {
            AbandonedConnectionCleanupThread.uncheckedShutdown(); // it would keep an undeployed release in memory
        }
    }

    private static void closeEmbedded() {
        try (Connection connection = new DriverSource(Settings.ofProcess()).getConnection();
                Statement statement = connection.createStatement()) {
            if (Dialect.of(connection).embedded()) {
                statement.execute("SHUTDOWN");
            }
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "the database was closed before", e); // its file is safe: every commit is on disk
        }
    }
}
