package dev.usher.platform.store;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Method;
import org.h2.mvstore.tx.Transaction;
import org.h2.mvstore.tx.TransactionStore;

/**
 * Commits that a crash cut short: marked as committed in the file, and not yet applied. H2 2.5.252 finds them when it opens
 * the file and leaves them as they are, so that who wants one of their rows waits for ever, through every restart.
 */
final class CutCommits {
    private static final Logger LOG = System.getLogger(CutCommits.class.getName());

    private CutCommits() {}

    /** Ends them, in their order, before anybody uses the file; how many there were. Another H2 may have no need of it. */
    static int end(TransactionStore store) {
        int ended = 0;
        for (Transaction each : store.getOpenTransactions()) {
            if (each.getStatus() == Transaction.STATUS_COMMITTED && end(store, each)) {
                ended++;
            }
        }
        if (ended > 0) {
            LOG.log(Level.INFO, "ended {0} commits that a crash had cut short", ended);
        }
        return ended;
    }

    private static boolean end(TransactionStore store, Transaction cut) {
        try {
            opened(TransactionStore.class.getDeclaredMethod("commit", Transaction.class, boolean.class))
                    .invoke(store, cut, true);
            opened(Transaction.class.getDeclaredMethod("close", boolean.class, Throwable.class))
                    .invoke(cut, true, null);
            return true;
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.log(Level.ERROR, "a commit that a crash had cut short could not be ended: its rows stay locked", e);
            return false;
        }
    }

    private static Method opened(Method method) {
        method.setAccessible(true);
        return method;
    }
}
