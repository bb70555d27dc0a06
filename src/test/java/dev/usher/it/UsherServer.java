package dev.usher.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A running Usher on a free loopback port with a data folder and a database of its own, carried by {@link TestServer}. Most
 * tests share one; where {@code -Dit.base=http://…} and {@code -Dit.password=…} are given, that is another server's.
 */
public final class UsherServer implements AutoCloseable {
    /** The password of {@code admin}. */
    public static final String PASSWORD = System.getProperty("it.password", "correct horse battery staple");

    /** For the server's JVM; the benchmark gives none. */
    public static final String JAVA_OPTIONS =
            System.getProperty("it.java.options", TestServer.chosen().quickStart());

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Path FOLDER = Path.of(System.getProperty("it.folder", "target/it"));

    private final URI base;
    private final Path dataDir;
    private final Path log;
    private final ProcessBuilder builder;
    private Process process;

    private UsherServer(URI base, Path dataDir, ProcessBuilder builder) throws IOException {
        this.base = base;
        this.dataDir = dataDir;
        this.log = dataDir.resolveSibling(dataDir.getFileName() + ".log");
        this.builder = builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        this.process = builder.start();
    }

    /** The one that tests share, started at the first call and stopped with the virtual machine. */
    public static UsherServer shared() {
        return Shared.SERVER;
    }

    /** Where the shared server, or the one of {@code -Dit.base}, answers. */
    public static Http http() {
        String given = System.getProperty("it.base", "");
        return Http.at(given.isEmpty() ? shared().base() : URI.create(given));
    }

    /** A server of its own in this folder of {@code target/it}, kept if it is there; returns when it is ready. */
    public static UsherServer start(String folder, Map<String, String> environment) {
        return startIn(FOLDER.resolve(folder).toAbsolutePath(), environment);
    }

    /** The same in any folder. */
    public static UsherServer startIn(Path dataDir, Map<String, String> environment) {
        try {
            Files.createDirectories(dataDir);
            int port = FreePort.next();
            var builder = new ProcessBuilder(TestServer.chosen().command(dataDir, port));
            builder.environment().keySet().removeIf(name -> name.startsWith("USHER_"));
            builder.environment().put("LAUNCH_JBOSS_IN_BACKGROUND", "true"); // its script passes signals on then
            builder.environment().put("JAVA_TOOL_OPTIONS", JAVA_OPTIONS);
            builder.environment().putAll(settings(dataDir, port));
            builder.environment().putAll(TestDatabase.settings(dataDir));
            builder.environment().putAll(environment);
            var server = new UsherServer(URI.create("http://127.0.0.1:" + port), dataDir, builder);
            server.awaitReady();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without a slash at the end. */
    public URI base() {
        return base;
    }

    /** The id of its Java process, which a start script may have begun. */
    public long pid() {
        return process.descendants()
                .filter(each -> each.info().command().orElse("").endsWith("java"))
                .mapToLong(ProcessHandle::pid)
                .findFirst()
                .orElse(process.pid());
    }

    public Path dataDir() {
        return dataDir;
    }

    /** Works in its database; while the server runs only where that is not embedded. */
    public void inDatabase(DatabaseWork work) throws SQLException {
        try (Connection connection = TestDatabase.open(dataDir)) {
            work.with(connection);
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
            if (TestDatabase.embedded()) {
                connection
                        .createStatement()
                        .execute("SHUTDOWN"); // the file's own setting keeps it open in this process
            }
        }
    }

    /** Everything it printed, all starts together. */
    public String log() {
        try {
            return Files.readString(log, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What its threads do now, as {@code jcmd} tells it. */
    public String threads() {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            Path told = dataDir.resolveSibling("threads.txt");
            var asked = new ProcessBuilder(jcmd, Long.toString(pid()), "Thread.print", "-l")
                    .redirectErrorStream(true)
                    .redirectOutput(told.toFile())
                    .start();
            if (!asked.waitFor(20, TimeUnit.SECONDS)) {
                asked.destroyForcibly();
            }
            return Files.readString(told, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "not told: " + e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** As {@code kill -9}: the process gets no chance to do anything. */
    public void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly); // a start script's child is the server
        process.destroyForcibly();
        await(Duration.ofSeconds(20));
    }

    /** As Ctrl-C; the exit status. */
    public int stop() {
        var parts = process.descendants().toList(); // a start script's child is the server
        parts.forEach(ProcessHandle::destroy);
        process.destroy();
        boolean ended = await(Duration.ofSeconds(60));
        parts.forEach(part -> part.onExit().orTimeout(60, TimeUnit.SECONDS).join());
        if (!ended) {
            kill();
            throw new AssertionError("did not stop within a minute, see " + log);
        }
        return process.exitValue();
    }

    /** Starts it again on the same port and data, and waits until it is ready. */
    public void startAgain() {
        startAgain(Map.of());
    }

    /** The same, with these settings from now on. */
    public void startAgain(Map<String, String> environment) {
        builder.environment().putAll(environment);
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        awaitReady();
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
    }

    private void awaitReady() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            try {
                if (Http.at(base).get("/ops/health/ready").status() == 200) {
                    return;
                }
            } catch (UncheckedIOException e) {
                // not listening yet
            }
            if (await(Duration.ofMillis(200))) {
                throw new AssertionError("Usher ended by itself:\n" + log());
            }
        }
        kill();
        throw new AssertionError("Usher was not ready in time:\n" + log());
    }

    private boolean await(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> settings(Path dataDir, int port) {
        return Map.of(
                "USHER_HTTP_PORT",
                Integer.toString(port),
                "USHER_DATA_DIR",
                dataDir.toString(),
                "USHER_ADMIN_PASSWORD",
                PASSWORD,
                "USHER_RATE_LIMIT",
                "0",
                "USHER_DRAIN_SECONDS",
                "0",
                "USHER_SERVER_TIMING",
                "true");
    }

    /** What to do with a connection. */
    @FunctionalInterface
    public interface DatabaseWork {
        void with(Connection connection) throws SQLException;
    }

    private static final class Shared {
        private static final UsherServer SERVER = start();

        private static UsherServer start() {
            var server = UsherServer.start("shared-" + ProcessHandle.current().pid(), Map.of());
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop-usher"));
            return server;
        }
    }
}
