package dev.usher.launcher;

import java.lang.management.ManagementFactory;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Ends the process by signals so that no request is answered by half a server. SIGTERM: the node says that it is not ready,
 * serves for the time that whoever balances the load needs to see it, ends what is being served, stops listening, and
 * only then takes the application away. Ctrl-C: the same without that time. A second signal ends it at once.
 */
final class Termination {
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(50);
    /** A shell adds this to the number of the signal that ended a process. */
    private static final int BY_SIGNAL = 128;

    private static final int INTERRUPT = 2;
    private static final int TERMINATE = 15;

    private final String server;
    private final AtomicBoolean begun = new AtomicBoolean();

    private Termination(String server) {
        this.server = server;
    }

    /** From now on; {@code server} is the class by which the server was started. */
    static void bySignals(String server, Duration drainTime) {
        var termination = new Termination(server);
        on("TERM", () -> termination.asked(drainTime, BY_SIGNAL + TERMINATE));
        on("INT", () -> termination.asked(Duration.ZERO, BY_SIGNAL + INTERRUPT));
    }

    /**
     * The JDK's shutdown hooks come too late, for the server's own stops it at the same time; a signal is heard by
     * {@code sun.misc.Signal} alone, of whose use the compiler warns however it is meant.
     */
    private static void on(String name, Runnable action) {
        try {
            var signal = Class.forName("sun.misc.Signal");
            var handler = Class.forName("sun.misc.SignalHandler");
            Object heard = Proxy.newProxyInstance(
                    Termination.class.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                        action.run();
                        return null;
                    });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), heard);
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            System.err.println("Usher will stop without draining: " + e);
        }
    }

    private void asked(Duration drainTime, int status) {
        if (begun.compareAndSet(false, true)) {
            new Thread(() -> end(drainTime, status), "usher-stop").start();
        } else {
            Runtime.getRuntime().halt(status);
        }
    }

    private void end(Duration drainTime, int status) {
        try {
            var node = new ObjectName("usher:type=Server");
            var beans = ManagementFactory.getPlatformMBeanServer();
            // The application has another class loader, so it is asked as any operator would ask it.
            beans.invoke(node, "drain", new Object[0], new String[0]);
            Thread.sleep(drainTime.toMillis());
            long end = System.nanoTime() + LAST_ANSWERS.toNanos();
            while (System.nanoTime() < end && !Long.valueOf(0).equals(beans.getAttribute(node, "RequestsInProgress"))) {
                Thread.sleep(PAUSE.toMillis());
            }
            stopListening();
        } catch (JMException | ReflectiveOperationException e) {
            System.err.println("Usher stops without draining: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().exit(status);
    }

    /**
     * By a command of the server's, as those that it reads when it starts. Its own {@code run} asks the members of a cluster,
     * and there is none; the runner beneath has no public way to it.
     */
    private void stopListening() throws ReflectiveOperationException {
        Class<?> type = Class.forName(server);
        Object runtime = type.getMethod("getRuntime")
                .invoke(type.getMethod("getInstance").invoke(null));
        var beneath = runtime.getClass().getDeclaredField("runtime");
        beneath.setAccessible(true);
        ClassLoader servers = runtime.getClass().getClassLoader();
        Object runner = Class.forName("org.glassfish.embeddable.GlassFish", false, servers)
                .getMethod("getCommandRunner")
                .invoke(beneath.get(runtime));
        Class.forName("org.glassfish.embeddable.CommandRunner", false, servers)
                .getMethod("run", String.class, String[].class)
                .invoke(runner, "set", new String[] {ServerFiles.listenerOpen(false)});
    }
}
