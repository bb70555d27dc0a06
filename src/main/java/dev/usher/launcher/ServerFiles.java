package dev.usher.launcher;

import dev.usher.platform.DataFolder;
import dev.usher.platform.JsonLine;
import dev.usher.platform.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What Payara Micro reads when it starts: commands that close whatever it would open beside Usher, and a quiet log.
 * Written anew at each start, below the data folder.
 */
record ServerFiles(Path preBoot, Path postBoot, Path logging, Path runtime, FolderLock lock) {
    private static final String FOLDER = "server-";
    private static final String RUNTIME = "runtime";
    private static final String CONFIG = "configs.config.server-config.";
    private static final String LISTENER = CONFIG + "network-config.network-listeners.network-listener.http-listener.";
    private static final String OPEN = LISTENER + "enabled=";
    private static final String HTTP = CONFIG + "network-config.protocols.protocol.http-listener.http.";

    /** Takes the folder for as long as this process lives; refuses where another has it. */
    static ServerFiles write(Settings settings, int port) throws IOException {
        close(settings.dataDir());
        Path folder = settings.dataDir().resolve(FOLDER + port);
        DataFolder.make(folder);
        FolderLock lock = FolderLock.await(folder)
                .orElseThrow(() -> new IOException("another Usher on port " + port + " works in " + folder
                        + ", and would lose its files; stop it, or give this one a USHER_DATA_DIR of its own"));
        var files = new ServerFiles(
                folder.resolve("pre-boot.txt"),
                folder.resolve("post-boot.txt"),
                folder.resolve("logging.properties"),
                folder.resolve(RUNTIME),
                lock);
        deleteFolders(folder);
        takeOver(settings.dataDir(), folder);
        deleteFolders(folder);
        Files.write(files.preBoot, preBootCommands(settings, port));
        Files.write(files.postBoot, postBootCommands());
        Files.write(files.logging, logProperties(settings));
        return files;
    }

    /** The folder holds people's data and a key; no folder that is somebody else's is taken from them for that. */
    private static void close(Path folder) throws IOException {
        DataFolder.make(folder);
        List<String> foreign;
        try {
            foreign = DataFolder.close(folder);
        } catch (IOException e) {
            throw new IOException(
                    folder + " must belong to who runs Usher, for nobody else may read it (" + Main.reason(e)
                            + "); make USHER_DATA_DIR a folder inside it, which Usher then makes itself",
                    e);
        }
        if (!foreign.isEmpty()) {
            throw new IOException(folder + " may be read by others and holds what is not Usher's ("
                    + String.join(", ", foreign) + "); make USHER_DATA_DIR a folder inside it, which Usher then makes"
                    + " itself, or take it from others: chmod 700 " + folder);
        }
    }

    /**
     * The server unpacks itself (126 MB) and cleans up when it stops; after a kill that is left to the next start, on
     * whatever port. Under the lock of its own folder it is moved here only, so that who starts there need not wait.
     */
    private static void takeOver(Path data, Path folder) throws IOException {
        try (var others = Files.newDirectoryStream(data, FOLDER + "*")) {
            for (Path other : others) {
                if (!other.equals(folder) && FolderLock.known(other) && Files.exists(other.resolve(RUNTIME))) {
                    FolderLock.whereFree(
                            other, () -> Files.move(other.resolve(RUNTIME), folder.resolve(other.getFileName())));
                }
            }
        }
    }

    private static void deleteFolders(Path folder) throws IOException {
        try (var files = Files.newDirectoryStream(folder, Files::isDirectory)) {
            for (Path left : files) {
                DataFolder.delete(left);
            }
        }
    }

    String[] arguments(int port) {
        return new String[] {
            "--nohazelcast",
            "--disablephonehome",
            "--port",
            Integer.toString(port),
            "--unpackdir",
            runtime.toString(),
            "--prebootcommandfile",
            preBoot.toString(),
            "--postbootcommandfile",
            postBoot.toString(),
            "--logproperties",
            logging.toString()
        };
    }

    private static List<String> preBootCommands(Settings settings, int port) {
        return List.of(
                "set " + LISTENER + "address=" + settings.httpAddress(),
                "set " + LISTENER + "port=" + port,
                // Without the application the server would answer 404, which means to a client that a user is gone. The
                // launcher opens it when the application is there; a file of commands after the deployment is obeyed
                // also when that failed.
                "set " + OPEN + false,
                "set " + HTTP + "xpowered-by=false",
                "set " + HTTP + "server-header=false",
                // Some identity providers send a body with DELETE; without this the server says 400 by itself.
                "set " + HTTP + "allow-payload-for-undefined-http-methods=true",
                // A filter may have 8,192 characters, and each may be three when encoded.
                "set " + HTTP + "header-buffer-length-bytes=32768",
                // Usher refuses long bodies by what they announce, and reads none further than its limit. The server's
                // own limit would answer with a page where every error is promised in the words of the interface.
                "set " + HTTP + "max-post-size-bytes=-1",
                // Who begins a body and stalls holds a thread: 300 such clients kept everybody waiting for 30 s.
                "set " + CONFIG + "network-config.transports.transport.tcp.read-timeout-millis=3000",
                "set " + CONFIG + "thread-pools.thread-pool.http-thread-pool.max-thread-pool-size=400",
                "set " + CONFIG + "microprofile-metrics-configuration.enabled=false");
    }

    /** What lets requests in, or keeps further ones out. */
    static String listenerOpen(boolean open) {
        return OPEN + open;
    }

    /** Usher has its own health and metrics below /ops, and its own OpenAPI document; the server's are open to all. */
    private static List<String> postBootCommands() {
        return List.of(
                "set-openapi-configuration --enabled=false",
                "set-microprofile-healthcheck-configuration --enabled=false");
    }

    private static List<String> logProperties(Settings settings) {
        return List.of(
                "handlers=java.util.logging.ConsoleHandler",
                "java.util.logging.ConsoleHandler.level=FINE",
                "java.util.logging.ConsoleHandler.filter=" + QuietLog.class.getName(),
                "java.util.logging.ConsoleHandler.formatter="
                        + (settings.logsJson() ? JsonLine.class.getName() : "java.util.logging.SimpleFormatter"),
                "java.util.logging.SimpleFormatter.format=%1$tFT%1$tT.%1$tL%1$tz %4$s %3$s: %5$s%6$s%n",
                ".level=WARNING",
                "dev.usher.level=INFO",
                // What these say at every start is about the server's own insides, and nobody can act on it.
                "PayaraMicro.level=SEVERE",
                "jakarta.enterprise.web.util.level=SEVERE",
                "javax.enterprise.system.security.ssl.level=SEVERE",
                // One line for each connection that is lost, which the data source says once.
                "javax.enterprise.resource.resourceadapter.level=SEVERE",
                "jakarta.enterprise.resource.resourceadapter.level=SEVERE",
                "javax.enterprise.system.tools.deployment.dol.level=SEVERE");
    }
}
