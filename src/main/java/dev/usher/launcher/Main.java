package dev.usher.launcher;

import dev.usher.platform.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Arrays;

/**
 * {@code java -jar usher.jar}: reads the settings, starts the server, says when it is ready and where. Whatever keeps it
 * from starting is one line on the error stream and exit code 1. It stops cleanly by Ctrl-C or SIGTERM.
 */
public final class Main {
    private static final String SERVER = "fish.payara.micro.PayaraMicro";
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
        } catch (IllegalArgumentException | IOException e) {
            error.println("Usher cannot start: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void run(PrintStream out) throws IOException {
        var settings = Settings.ofProcess();
        int port = freePort(settings.httpAddress(), settings.httpPort());
        var files = ServerFiles.write(settings, port);
        out.println("Usher is starting; its data is in " + settings.dataDir());
        start(files.arguments(port));

        // The application is deployed, or has failed to: its readiness tells which.
        var readiness = new Readiness(settings.httpAddress(), port);
        if (!readiness.awaited(PATIENCE)) {
            throw new IOException("it is not ready; the lines above say why");
        }
        Termination.bySignals(SERVER, settings.drainTime());
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

    private static void start(String[] arguments) {
        try {
            Class.forName(SERVER).getMethod("main", String[].class).invoke(null, (Object) arguments);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("the server failed to start", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("there is no server in this jar; start target/usher.jar", e);
        }
    }
}
