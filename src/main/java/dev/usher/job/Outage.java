package dev.usher.job;

import dev.usher.platform.DatabaseFault;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What a timer says of failures: a database that is away is one line when it goes, not a stack trace each second.
 * <b>Threads:</b> safe.
 */
final class Outage {
    private final Logger log;
    private final AtomicBoolean lasts = new AtomicBoolean();

    Outage(Logger log) {
        this.log = log;
    }

    /** {@code what} could not be done, and is tried again. */
    void failed(String what, RuntimeException error) {
        DatabaseFault fault = DatabaseFault.within(error).orElse(null);
        if (fault == null) {
            log.log(Level.WARNING, what + "; it is tried again", error);
        } else if (lasts.compareAndSet(false, true)) {
            log.log(Level.WARNING, "{0}, and is tried until the database answers: {1}", what, fault.getMessage());
        } else {
            log.log(Level.DEBUG, what, error);
        }
    }

    /** It could be done. */
    void over() {
        lasts.set(false);
    }
}
