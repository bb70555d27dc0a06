package dev.usher.monitoring;

import dev.usher.it.FreePort;
import dev.usher.it.Http;
import dev.usher.it.UsherServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * One server for all tests of operations: JSON log, metrics token, loopback as trusted proxy, and the JMX exporter's agent
 * with the configuration that is shipped.
 */
final class OpsServer {
    static final String METRICS_TOKEN = "scrape-7f3b";

    private static final int EXPORTER_PORT = FreePort.next();
    private static final UsherServer SERVER = start();

    private OpsServer() {}

    static UsherServer server() {
        return SERVER;
    }

    static Http http() {
        return Http.at(SERVER.base());
    }

    /** Where the agent answers. */
    static Http exporter() {
        return Http.at(URI.create("http://127.0.0.1:" + EXPORTER_PORT));
    }

    private static UsherServer start() {
        Path agent = Path.of(System.getProperty("it.jmx.exporter", "target/server/jmx-exporter.jar"));
        Path folder = Path.of(System.getProperty("it.folder", "target/it"));
        try {
            Path data = Files.createDirectories(folder)
                    .resolve("ops-" + ProcessHandle.current().pid());
            var environment = new TreeMap<>(Map.of(
                    "USHER_LOG_FORMAT", "json",
                    "USHER_METRICS_TOKEN", METRICS_TOKEN,
                    "USHER_TRUSTED_PROXIES", "127.0.0.1"));
            if (System.getProperty("it.server", "jar").equals("jar")) { // the others have their own ways with agents
                environment.put(
                        "JAVA_TOOL_OPTIONS",
                        UsherServer.JAVA_OPTIONS + " -javaagent:" + agent.toAbsolutePath() + "=127.0.0.1:"
                                + EXPORTER_PORT + ":"
                                + Path.of("packaging/jmx-exporter.yml").toAbsolutePath());
            }
            var server = UsherServer.startIn(data.toAbsolutePath(), environment);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop-ops"));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
