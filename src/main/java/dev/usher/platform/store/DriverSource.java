package dev.usher.platform.store;

import dev.usher.platform.DataFolder;
import dev.usher.platform.Settings;
import dev.usher.platform.SqlCount;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Makes each time a new connection to where the settings say that the database is; {@link ConnectionPool} keeps them.
 *
 * <p>It holds a driver object of its own: {@code DriverManager} would find the server's drivers, which are older.
 * Connections are READ COMMITTED, since InnoDB's default takes gap locks on insert-if-absent.
 */
public final class DriverSource extends PlainDataSource {
    private static final Logger LOG = System.getLogger(DriverSource.class.getName());
    /** Whether the log has that the folder stays open; there are several of these in a process. */
    private static final AtomicBoolean SAID = new AtomicBoolean();

    private final Settings settings;
    private final Map<String, String> more;
    private @Nullable Driver driver;
    private @Nullable EmbeddedFile file;

    /** Where these settings say. */
    public DriverSource(Settings settings) {
        this(settings, Map.of());
    }

    /** The same, with properties of Connector/J that stand above Usher's own; H2 knows none of them. */
    DriverSource(Settings settings, Map<String, String> more) {
        this.settings = settings;
        this.more = Map.copyOf(more);
    }

    @Override
    public Connection getConnection() throws SQLException {
        String url = ConnectionUrl.complete(settings);
        Connection connection =
                connect(file().filter(EmbeddedFile::open).isPresent() ? ConnectionUrl.another(url) : url);
        try {
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            return Counted.connection(connection, !settings.dbEmbedded(), file(url, connection));
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private synchronized @Nullable EmbeddedFile file(String url, Connection connection) {
        // With AUTO_SERVER this process serves others too, whose commits we would not see.
        boolean ours = !url.toUpperCase(Locale.ROOT).contains(";AUTO_SERVER=TRUE");
        file = ours ? EmbeddedFile.of(connection) : null;
        return file;
    }

    /** The file of an embedded database that is written by us, once there was a connection. */
    synchronized Optional<EmbeddedFile> file() {
        return Optional.ofNullable(file);
    }

    private Connection connect(String url) throws SQLException {
        try {
            return Optional.ofNullable(driver().connect(url, properties(url)))
                    .orElseThrow(() -> new SQLException("USHER_DB_URL is no URL that its driver takes", "08001"));
        } catch (SQLException e) {
            SqlCount.refused();
            throw e;
        }
    }

    private synchronized Driver driver() throws SQLException {
        Driver known = driver;
        if (known == null) {
            prepareFolder();
            known = settings.dbEmbedded() ? new org.h2.Driver() : new com.mysql.cj.jdbc.Driver();
            driver = known;
        }
        return known;
    }

    /** Else H2 makes it, for everybody to read; the launcher has seen to it before, other servers have not. */
    private void prepareFolder() {
        if (!settings.dbInDataDir()) {
            return;
        }
        Path folder = settings.dataDir();
        try {
            DataFolder.make(folder);
            List<String> foreign = DataFolder.close(folder);
            if (!foreign.isEmpty() && SAID.compareAndSet(false, true)) {
                LOG.log(
                        Level.WARNING,
                        "{0} may be read by others; it stays so, since it holds what is not Usher''s ({1}). Make"
                                + " USHER_DATA_DIR a folder of its own",
                        folder,
                        String.join(", ", foreign));
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the data folder cannot be made, or kept to its owner", e);
        }
    }

    private Properties properties(String url) {
        var properties = new Properties();
        properties.setProperty("user", settings.dbUser());
        properties.setProperty("password", settings.dbPassword().reveal());
        if (!settings.dbEmbedded()) {
            ConnectionUrl.mysqlDefaults(url).forEach(properties::setProperty);
            more.forEach(properties::setProperty);
        }
        return properties;
    }
}
