package dev.usher.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A real MySQL or MariaDB 10.11 below {@code target/databases}, by {@code src/test/databases/server.sh}. */
public final class DatabaseServer implements ServedDatabase {
    private static final String SCRIPT = "src/test/databases/server.sh";
    /** What a test writes need not outlive the machine; a killed server loses nothing by it. */
    private static final List<String> QUICK = List.of(
            "--innodb-flush-log-at-trx-commit=2",
            "--innodb-buffer-pool-size=256M",
            "--innodb-log-buffer-size=16M",
            "--skip-log-bin",
            "--max-connections=400");

    private final String product;
    private final Path folder;
    private final int port;

    private DatabaseServer(String product, Path folder, int port) {
        this.product = product;
        this.folder = folder;
        this.port = port;
    }

    /** Starts it on a free loopback port; the first time its programs are fetched, which takes a minute. */
    public static DatabaseServer start(String product) {
        Path folder = Path.of(System.getProperty("it.databases", "target/databases"))
                .resolve(product)
                .toAbsolutePath();
        var server = new DatabaseServer(product, folder, FreePort.next());
        server.startAgain();
        return server;
    }

    @Override
    public String address() {
        return "jdbc:mysql://127.0.0.1:" + port + "/";
    }

    @Override
    public ProcessBuilder client(String... arguments) {
        return program(product.equals("mysql") ? "mysql" : "mariadb", arguments);
    }

    @Override
    public ProcessBuilder dump(String... arguments) {
        return program(product.equals("mysql") ? "mysqldump" : "mariadb-dump", arguments);
    }

    private ProcessBuilder program(String program, String... arguments) {
        var command =
                new ArrayList<>(List.of("bash", SCRIPT, "client", folder.toString(), Integer.toString(port), program));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    /** Starts it where it was, with the data it had. */
    public void startAgain() {
        var arguments = new ArrayList<>(List.of("start", product, folder.toString(), Integer.toString(port)));
        arguments.addAll(QUICK);
        run(arguments);
    }

    /** Stops it cleanly. */
    public void stop() {
        run(List.of("stop", folder.toString()));
    }

    @Override
    public void close() {
        stop();
    }

    private static void run(List<String> arguments) {
        var command = new ArrayList<>(List.of("bash", SCRIPT));
        command.addAll(arguments);
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command + " failed: " + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
