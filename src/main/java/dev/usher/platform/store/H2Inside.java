package dev.usher.platform.store;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import org.h2.engine.SessionLocal;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.tx.Transaction;
import org.h2.mvstore.tx.TransactionStore;

/** What H2 2.5.252 has and does not show; each must be looked at with a new H2 or JDK. */
final class H2Inside {
    private static final Logger LOG = System.getLogger(H2Inside.class.getName());

    /** H2 computes with four times as much in 32 bits. */
    private static final long MOST_UNWRITTEN_BYTES = 1 << 28;

    private static final Field TRANSACTION = field(SessionLocal.class, "transaction");

    private H2Inside() {}

    /** Whether this session's transaction goes on: it is neither being rolled back nor committed, and there is one. */
    static boolean open(SessionLocal session) {
        try {
            // Its getter begins one where there is none, and this is called by other threads than the session's.
            return TRANSACTION.get(session) instanceof Transaction open && open.getStatus() == Transaction.STATUS_OPEN;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** H2 writes by itself once it holds so much, within a statement or a commit and beside others: as late as memory allows. */
    static void writeLate(MVStore store) {
        try {
            field(MVStore.class, "autoCommitMemory").setInt(store, (int)
                    Math.min(MOST_UNWRITTEN_BYTES, Runtime.getRuntime().maxMemory() / 8));
        } catch (IllegalAccessException | RuntimeException e) {
            LOG.log(Level.WARNING, "H2 writes large transactions by itself: a crash meanwhile may leave halves", e);
        }
    }

    /**
     * Ends commits that a crash cut short, in their order: marked as committed in the file, and not yet applied. H2 finds
     * them when it opens the file and leaves them as they are, so that who wants one of their rows waits for ever, through
     * every restart. Call it before anybody else has the file.
     */
    static void endCutCommits(TransactionStore store) {
        int ended = 0;
        try {
            for (Transaction each : store.getOpenTransactions()) {
                if (each.getStatus() == Transaction.STATUS_COMMITTED) {
                    method(TransactionStore.class, "commit", Transaction.class, boolean.class)
                            .invoke(store, each, true);
                    method(Transaction.class, "close", boolean.class, Throwable.class)
                            .invoke(each, true, null);
                    ended++;
                }
            }
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.log(Level.ERROR, "a commit that a crash had cut short could not be ended: its rows stay locked", e);
        }
        if (ended > 0) {
            LOG.log(Level.INFO, "ended {0} commits that a crash had cut short", ended);
        }
    }

    private static Field field(Class<?> of, String name) {
        try {
            Field field = of.getDeclaredField(name);
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("another H2 than this was made for", e);
        }
    }

    private static Method method(Class<?> of, String name, Class<?>... parameters) throws NoSuchMethodException {
        Method method = of.getDeclaredMethod(name, parameters);
        method.setAccessible(true);
        return method;
    }
}
