package dev.usher.launcher;

import dev.usher.platform.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What Payara Micro reads when it starts: commands that close whatever it would open beside Usher, and a quiet log.
 * Written anew at each start, below the data folder.
 */
record ServerFiles(Path preBoot, Path postBoot, Path logging) {
    private static final String CONFIG = "configs.config.server-config.";
    private static final String HTTP = CONFIG + "network-config.protocols.protocol.http-listener.http.";

    static ServerFiles write(Settings settings, int port) throws IOException {
        Path folder = settings.dataDir().resolve("server");
        Files.createDirectories(folder);
        var files = new ServerFiles(
                folder.resolve("pre-boot.txt"), folder.resolve("post-boot.txt"), folder.resolve("logging.properties"));
        Files.write(files.preBoot, preBootCommands(settings.httpAddress(), port));
        Files.write(files.postBoot, postBootCommands());
        Files.write(files.logging, logProperties());
        return files;
    }

    String[] arguments(int port) {
        return new String[] {
            "--nohazelcast",
            "--disablephonehome",
            "--port",
            Integer.toString(port),
            "--prebootcommandfile",
            preBoot.toString(),
            "--postbootcommandfile",
            postBoot.toString(),
            "--logproperties",
            logging.toString()
        };
    }

    private static List<String> preBootCommands(String address, int port) {
        String listener = CONFIG + "network-config.network-listeners.network-listener.http-listener.";
        return List.of(
                "set " + listener + "address=" + address,
                "set " + listener + "port=" + port,
                "set " + HTTP + "xpowered-by=false",
                "set " + HTTP + "server-header=false");
    }

    /** Usher has its own health and metrics below /ops, and its own OpenAPI document; the server's are open to all. */
    private static List<String> postBootCommands() {
        return List.of(
                "set-openapi-configuration --enabled=false",
                "set-metrics-configuration --enabled=false",
                "set-microprofile-healthcheck-configuration --enabled=false");
    }

    private static List<String> logProperties() {
        return List.of(
                "handlers=java.util.logging.ConsoleHandler",
                "java.util.logging.ConsoleHandler.level=FINE",
                "java.util.logging.ConsoleHandler.formatter=java.util.logging.SimpleFormatter",
                "java.util.logging.SimpleFormatter.format=%1$tFT%1$tT.%1$tL%1$tz %4$s %3$s: %5$s%6$s%n",
                ".level=WARNING",
                "dev.usher.level=INFO");
    }
}
