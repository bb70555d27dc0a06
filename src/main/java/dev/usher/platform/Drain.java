package dev.usher.platform;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Whether this node is about to stop. While it drains it still serves whoever comes, but says so: it is not ready, and each
 * answer asks the client to open its next connection elsewhere. Inject it.
 */
public final class Drain {
    private static final Logger LOG = System.getLogger(Drain.class.getName());

    private final AtomicBoolean begun = new AtomicBoolean();

    public void begin() {
        if (begun.compareAndSet(false, true)) {
            LOG.log(Level.INFO, "draining: not ready from now on, but serving whoever still comes");
        }
    }

    /** It will not stop after all. */
    public void end() {
        if (begun.compareAndSet(true, false)) {
            LOG.log(Level.INFO, "no longer draining");
        }
    }

    public boolean active() {
        return begun.get();
    }
}
