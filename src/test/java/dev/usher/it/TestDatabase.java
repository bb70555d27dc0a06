package dev.usher.it;

import dev.usher.platform.Setting;
import dev.usher.platform.Settings;
import dev.usher.platform.store.DriverSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/**
 * Where the tests' servers keep their data: {@code -Dit.database=h2} (their own files), {@code mysql}, {@code mariadb},
 * {@code mariadb-10.11}, or the JDBC URL of a server that runs already, up to the slash, with {@code -Dit.database.user}
 * and {@code -Dit.database.password}. Each server of the tests has a schema of its own, empty when it begins.
 */
public final class TestDatabase {
    private static final String CHOSEN = System.getProperty("it.database", "h2");
    private static final String USER = System.getProperty("it.database.user", "root");
    private static final String PASSWORD = System.getProperty("it.database.password", "");
    /** Only for tests: without a key of its own Usher does not start over a database server. */
    static final String KEY = "dGVzdHMtb25seS10ZXN0cy1vbmx5LXRlc3RzLW9ubHk=";
    /** On loopback, TLS would be most of what a connection costs. */
    private static final String OPTIONS = "?sslMode=DISABLED&allowPublicKeyRetrieval=true";

    private static final Set<String> EMPTIED = ConcurrentHashMap.newKeySet();

    private TestDatabase() {}

    /** Whether it is H2, whose file one process alone may open. */
    public static boolean embedded() {
        return CHOSEN.equals("h2");
    }

    /** Round trips that a transaction takes by itself: its end; over a server also the connection's mode before and after. */
    public static int transaction() {
        return embedded() ? 1 : 3;
    }

    /** {@code USHER_DB_*} of a server with this data folder; a second one with the same gets the same database. */
    public static Map<String, String> settings(Path dataDir) {
        return embedded() ? Map.of() : onServer(dataDir);
    }

    /** The same on {@link #served}, also where the other servers' databases are embedded. */
    public static Map<String, String> onServer(Path dataDir) {
        String schema = schema(dataDir);
        if (EMPTIED.add(schema)) {
            makeEmpty(schema);
        }
        return at(schema);
    }

    /** A connection beside the server with this data folder, which must be stopped where the database is embedded. */
    static Connection open(Path dataDir) throws SQLException {
        if (embedded()) {
            String url = "jdbc:h2:file:" + dataDir.resolve("usher") + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE";
            return DriverManager.getConnection(url, "sa", "");
        }
        var settings = settings(dataDir);
        return new DriverSource(Settings.with(Map.of(
                        Setting.DB_URL, settings.getOrDefault(Setting.DB_URL.variable(), ""),
                        Setting.DB_USER, USER,
                        Setting.DB_PASSWORD, PASSWORD)))
                .getConnection();
    }

    /** An empty schema of this name at the chosen server, as the product's own data source opens it. */
    public static DataSource emptied(String schema) {
        makeEmpty(schema);
        return new DriverSource(Settings.with(Map.of(
                Setting.DB_URL, Running.URL + schema + OPTIONS,
                Setting.DB_USER, USER,
                Setting.DB_PASSWORD, PASSWORD)));
    }

    /** {@code USHER_DB_*} of a server on this schema of {@link #served}. */
    public static Map<String, String> at(String schema) {
        return Map.of(
                Setting.DB_URL.variable(), Running.URL + schema + OPTIONS,
                Setting.DB_USER.variable(), USER,
                Setting.DB_PASSWORD.variable(), PASSWORD,
                Setting.SECRET_KEY.variable(), KEY);
    }

    /** Makes a schema of this name, empty. */
    public static void makeEmpty(String schema) {
        try (Connection connection = DriverManager.getConnection(Running.URL + OPTIONS, USER, PASSWORD);
                var statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + schema);
            statement.execute("CREATE DATABASE " + schema + " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
        } catch (SQLException e) {
            throw new IllegalStateException("no schema " + schema + " at " + Running.URL, e);
        }
    }

    /** The chosen server; where none is, a MariaDB. It lives as long as the tests. */
    public static ServedDatabase served() {
        return Running.SERVER.orElseThrow(() -> new IllegalStateException(CHOSEN + " was started by somebody else"));
    }

    private static String schema(Path dataDir) {
        return "it_" + Integer.toHexString(dataDir.toAbsolutePath().normalize().hashCode());
    }

    private static Optional<ServedDatabase> start() {
        if (CHOSEN.startsWith("jdbc:mysql:")) {
            return Optional.empty();
        }
        ServedDatabase server = CHOSEN.equals("mariadb") || embedded()
                ? MariaDb.start("mariadb-" + ProcessHandle.current().pid())
                : DatabaseServer.start(CHOSEN);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop-database"));
        return Optional.of(server);
    }

    private static final class Running {
        private static final Optional<ServedDatabase> SERVER = start();
        private static final String URL = SERVER.map(ServedDatabase::address).orElse(CHOSEN);
    }
}
