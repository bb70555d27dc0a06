package dev.usher.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * A running Usher: {@code java -jar target/usher.jar} on a free loopback port with a data folder of its own. Most tests
 * share one; where {@code -Dit.base=http://…} and {@code -Dit.password=…} are given, that is another server's.
 */
public final class UsherServer implements AutoCloseable {
    /** The password of {@code admin}. */
    public static final String PASSWORD = System.getProperty("it.password", "correct horse battery staple");

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Path JAR = Path.of(System.getProperty("it.jar", "target/usher.jar"));
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
            int port = freePort();
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
            var builder = new ProcessBuilder(
                    java, "-Xmx512m", "-jar", JAR.toAbsolutePath().toString());
            builder.environment().keySet().removeIf(name -> name.startsWith("USHER_"));
            builder.environment().putAll(settings(dataDir, port));
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

    public Path dataDir() {
        return dataDir;
    }

    /** Everything it printed, all starts together. */
    public String log() {
        try {
            return Files.readString(log, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@code kill -9}: the process gets no chance to do anything. */
    public void kill() {
        process.destroyForcibly();
        await(Duration.ofSeconds(20));
    }

    /** As Ctrl-C; the exit status. */
    public int stop() {
        process.destroy();
        if (!await(Duration.ofSeconds(60))) {
            kill();
            throw new AssertionError("did not stop within a minute, see " + log);
        }
        return process.exitValue();
    }

    /** Starts it again on the same port and data, and waits until it is ready. */
    public void startAgain() {
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
                "USHER_SERVER_TIMING",
                "true");
    }

    private static int freePort() throws IOException {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    private static final class Shared {
        private static final UsherServer SERVER = start();

        private static UsherServer start() {
            var environment = new TreeMap<String, String>();
            for (String name :
                    new String[] {"USHER_DB_URL", "USHER_DB_USER", "USHER_DB_PASSWORD", "USHER_SECRET_KEY"}) {
                String value = System.getProperty("it." + name, "");
                if (!value.isEmpty()) {
                    environment.put(name, value);
                }
            }
            var server = UsherServer.start("shared-" + ProcessHandle.current().pid(), environment);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop-usher"));
            return server;
        }
    }
}
