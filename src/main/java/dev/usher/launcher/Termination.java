package dev.usher.launcher;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.management.JMException;

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

    private final AtomicBoolean begun = new AtomicBoolean();

    private Termination() {}

    /** From now on. */
    static void bySignals(Duration drainTime) {
        var termination = new Termination();
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
            var node = EmbeddedServer.node();
            var beans = ManagementFactory.getPlatformMBeanServer();
            beans.invoke(node, "drain", new Object[0], new String[0]);
            Thread.sleep(drainTime.toMillis());
            long end = System.nanoTime() + LAST_ANSWERS.toNanos();
            while (System.nanoTime() < end && !Long.valueOf(0).equals(beans.getAttribute(node, "RequestsInProgress"))) {
                Thread.sleep(PAUSE.toMillis());
            }
            EmbeddedServer.listen(false);
        } catch (JMException | IOException e) {
            System.err.println("Usher stops without draining: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().exit(status);
    }
}
