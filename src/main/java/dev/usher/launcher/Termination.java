package dev.usher.launcher;

import java.lang.management.ManagementFactory;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Ends the process by SIGTERM in two steps: the node says that it is not ready, and stops after the time that whoever
 * balances the load needs to see it. Ctrl-C, and a second SIGTERM, stop it at once.
 */
final class Termination {
    /** As a shell counts the end by SIGTERM. */
    private static final int STATUS = 128 + 15;

    private final Duration patience;
    private final AtomicBoolean begun = new AtomicBoolean();

    private Termination(Duration patience) {
        this.patience = patience;
    }

    static void drainFirst(Duration patience) {
        if (!patience.isZero()) {
            onTerm(new Termination(patience)::asked);
        }
    }

    /**
     * The JDK's shutdown hooks come too late, for the server's own stops it at the same time; a signal is heard by
     * {@code sun.misc.Signal} alone, of whose use the compiler warns however it is meant.
     */
    private static void onTerm(Runnable action) {
        try {
            var signal = Class.forName("sun.misc.Signal");
            var handler = Class.forName("sun.misc.SignalHandler");
            Object heard = Proxy.newProxyInstance(
                    Termination.class.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                        action.run();
                        return null;
                    });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance("TERM"), heard);
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            System.err.println("Usher will stop without draining: " + e);
        }
    }

    private void asked() {
        if (begun.compareAndSet(false, true)) {
            new Thread(this::drainAndExit, "usher-stop").start();
        } else {
            Runtime.getRuntime().exit(STATUS);
        }
    }

    private void drainAndExit() {
        drain();
        try {
            Thread.sleep(patience.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().exit(STATUS);
    }

    /** The application has another class loader, so it is asked as any operator would ask it. */
    private static void drain() {
        try {
            ManagementFactory.getPlatformMBeanServer()
                    .invoke(new ObjectName("usher:type=Server"), "drain", new Object[0], new String[0]);
        } catch (JMException e) {
            System.err.println("Usher stops without draining: " + e.getMessage());
        }
    }
}
