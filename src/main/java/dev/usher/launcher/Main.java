package dev.usher.launcher;

import dev.usher.platform.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.Arrays;

/**
 * {@code java -jar usher.jar}: reads the settings, starts the server, says when it is ready and where. Whatever keeps it
 * from starting is one line on the error stream and exit code 1. It stops cleanly by Ctrl-C or SIGTERM.
 */
public final class Main {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Main() {}

    public static void main(String[] arguments) {
        // The server redirects both streams to its log while it starts; what we say goes out as it is.
        PrintStream out = System.out;
        PrintStream error = System.err;
        try {
            if (arguments.length > 0) {
                throw new IllegalArgumentException("usher.jar takes no arguments but " + Arrays.toString(arguments)
                        + " were given; settings are USHER_* variables or -Dusher.* before -jar");
            }
            run(out);
        } catch (IllegalArgumentException | IllegalStateException | IOException e) {
            error.println("Usher cannot start: " + reason(e));
            System.exit(1);
        }
    }

    private static void run(PrintStream out) throws IOException {
        var settings = Settings.ofProcess();
        int port = freePort(settings.httpAddress(), settings.httpPort());
        var files = ServerFiles.write(settings, port);
        out.println("Usher is starting; its data is in " + settings.dataDir());
        EmbeddedServer.start(files.arguments(port));

        var readiness = new Readiness(settings.httpAddress(), port);
        open(EmbeddedServer.hasApplication(), EmbeddedServer::listen, readiness);
        Termination.bySignals(settings.drainTime());
        String password =
                settings.adminPassword().isPresent() ? "from USHER_ADMIN_PASSWORD" : "as printed at the first start";
        out.println("Usher is ready at " + readiness.home() + " (administrator: admin, password: " + password
                + ", unless changed since). Ctrl-C stops it.");
    }

    /** The port to listen on, proved to be free, so that a busy one is one clear line before the server starts. */
    static int freePort(String address, int wanted) throws IOException {
        try (var probe = new ServerSocket(wanted, 1, InetAddress.getByName(address))) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new IOException(
                    "cannot listen on " + address + " port " + wanted + " (" + e.getMessage()
                            + "); USHER_HTTP_PORT chooses another port",
                    e);
        }
    }

    /** The port's door. */
    @FunctionalInterface
    interface Door {
        void listen(boolean open) throws IOException;
    }

    /** Lets requests in where there is an application to answer them, and keeps them out again unless it gets ready. */
    static void open(boolean application, Door door, Readiness readiness) throws IOException {
        if (application) {
            door.listen(true);
            if (readiness.awaited(PATIENCE)) {
                return;
            }
            door.listen(false); // stopping takes seconds, and requests would be told meanwhile that nothing exists
        }
        throw new IOException("it is not ready; the lines above say why");
    }

    /** What an operator can act on: of some exceptions the message is a path alone, and the type says what is wrong. */
    static String reason(Throwable e) {
        String message = String.valueOf(e.getMessage());
        if (e instanceof AccessDeniedException denied) {
            return denied.getFile() + " may not be used by who runs Usher (" + user() + "): permission denied";
        }
        if (e instanceof NoSuchFileException missing) {
            return missing.getFile() + " does not exist";
        }
        if (e instanceof FileAlreadyExistsException other) {
            return other.getFile() + " is there already, and is no folder";
        }
        if (e instanceof IllegalStateException && e.getCause() != null) {
            return message + " (" + e.getCause() + ")";
        }
        return e.getMessage() == null ? e.toString() : message;
    }

    private static String user() {
        return System.getProperty("user.name", "");
    }
}
