package dev.usher.monitoring.jmx;

import dev.usher.platform.DatabaseFault;
import dev.usher.platform.Problem;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/**
 * What an operation failed with, as an exception that every console has: one of Usher's or of the server's own cannot be
 * read there, and hides what it would say. The log has the whole.
 */
final class PlainFault {
    private static final Logger LOG = System.getLogger(PlainFault.class.getName());
    private static final int DEEPEST = 20;

    private PlainFault() {}

    static RuntimeException of(RuntimeException error) {
        Throwable at = error;
        for (int depth = 0; at != null && depth < DEEPEST; depth++) {
            if (at instanceof Problem problem) {
                return new IllegalStateException(problem.detail());
            }
            if (at instanceof IllegalArgumentException) {
                return new IllegalArgumentException(at.getMessage());
            }
            at = at.getCause();
        }
        Optional<DatabaseFault> fault = DatabaseFault.within(error);
        if (fault.isPresent()) {
            LOG.log(Level.DEBUG, "an operation of a management bean failed", error);
            return new IllegalStateException(fault.get().getMessage());
        }
        LOG.log(Level.WARNING, "an operation of a management bean failed", error);
        return new IllegalStateException("It failed; Usher's log says why.");
    }
}
