package dev.usher.platform.store;

import dev.usher.platform.DataFolder;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.IdentityHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.message.DbException;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.RandomAccessStore;
import org.jspecify.annotations.Nullable;

/**
 * The file of an embedded H2, written and kept small by us. With {@code WRITE_DELAY=0} H2 writes it at each commit, one
 * by one, and never gathers what is left of old writes; with any other delay it answers a commit before it is in the file.
 *
 * <p><b>Group commit:</b> whoever commits while another writes is written with the next; and who writes waits
 * {@value #PATIENCE_MILLIS} ms for others that have changed something and not yet committed. One that is alone waits for
 * nobody. <b>Threads:</b> safe for use by many.
 */
final class EmbeddedFile {
    private static final Logger LOG = System.getLogger(EmbeddedFile.class.getName());

    private static final int PATIENCE_MILLIS = 3;
    /** Who waits for more gains little: they share few pages. */
    private static final int COMPANIONS = 3;

    /** Parts of which less is in use are written anew, per cent. */
    private static final int WORTH_KEEPING = 50;

    /** Written anew in one step, in bytes; commits wait meanwhile, 0.1 s for a megabyte on a slow machine. */
    private static final int BUSY_BYTES = 1 << 20;

    private static final int QUIET_BYTES = 4 << 20;

    /** The file is shortened where less of it is in use, per cent, and it is not small anyway. */
    private static final int DENSE = 50;

    private static final long SMALL = 4 << 20;

    /** Moved in one step: more than one commit writes, so that nothing at the end is too large to be moved. */
    private static final long MOVED_BYTES = 16 << 20;

    /** Fewer commits than these since the last step: nobody waits for what this one does. */
    private static final int QUIET_COMMITS = 10;

    /** Those of this process: whoever opens one again writes it together with the others. */
    private static final IdentityHashMap<MVStore, EmbeddedFile> FILES = new IdentityHashMap<>();

    private final MVStore store;
    /** A transaction that goes on is written once so much is not, in bytes. */
    private final int worthWriting;

    private final ReentrantLock lock = new ReentrantLock();
    private final ChangeGate gate = new ChangeGate();
    private final Condition news = lock.newCondition();

    /** Transactions that have changed something and not ended. */
    private final AtomicInteger changing = new AtomicInteger();
    /** Commits so far; the first {@link #written} of them are in the file. */
    private final AtomicLong committed = new AtomicLong();

    private long written;
    private boolean writing;
    /** Of the last step; the steps come one after another. */
    private long committedAtTidy;

    private EmbeddedFile(MVStore store, int worthWriting) {
        this.store = store;
        this.worthWriting = worthWriting;
    }

    /**
     * Takes the file's writing over from H2; null when there is no file in this process, or the URL names another
     * {@code WRITE_DELAY}. A connection whose URL names any sets H2's own writing again, so call it for each.
     */
    static @Nullable EmbeddedFile of(Connection connection) {
        if (!(connection instanceof JdbcConnection h2) || !(h2.getSession() instanceof SessionLocal session)) {
            return null;
        }
        MVStore store = session.getDatabase().getStore().getMvStore();
        if (!session.getDatabase().isPersistent() || store.getAutoCommitDelay() > 0) {
            return null;
        }
        store.setAutoCommitDelay(-1); // a commit writes nothing by itself, and no thread of H2 does
        synchronized (FILES) {
            FILES.keySet().removeIf(MVStore::isClosed);
            return FILES.computeIfAbsent(store, found -> takenOver(session, found));
        }
    }

    private static EmbeddedFile takenOver(SessionLocal session, MVStore store) {
        keepToOwner(Path.of(store.getFileStore().getFileName()));
        H2Inside.endCutCommits(session.getDatabase().getStore().getTransactionStore());
        int worthWriting = store.getAutoCommitMemory() / 2;
        H2Inside.writeLate(store);
        return new EmbeddedFile(store, worthWriting);
    }

    /** H2 makes it for everybody to read where the process does. */
    private static void keepToOwner(Path file) {
        try {
            DataFolder.takeFromOthers(file);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the database file cannot be kept to its owner", e);
        }
    }

    /** A transaction has made its first change. */
    void changes() {
        changing.incrementAndGet();
    }

    /** Before a statement that may change H2's maps; say afterwards that it has ended, and only then how. */
    ChangeGate.Change statement(SessionLocal session) {
        return gate.statement(session);
    }

    /** The same before the end of a transaction, or of a part of it. */
    ChangeGate.Change end(SessionLocal session) {
        return gate.end(session);
    }

    /** A transaction that goes on has changed something: writes it where it is large, before H2 would do so by itself. */
    void relieve() throws SQLException {
        if (store.getUnsavedMemory() > worthWriting) {
            write();
        }
    }

    /** A transaction that had changed something was rolled back. */
    void rolledBack() {
        lock.lock();
        try {
            changing.decrementAndGet();
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** A transaction that had changed something was committed; returns when that is in the file. */
    void committed() throws SQLException {
        long mine;
        lock.lock();
        try {
            changing.decrementAndGet();
            mine = committed.incrementAndGet();
            news.signalAll();
            while (writing && written < mine) {
                news.awaitUninterruptibly();
            }
            if (written >= mine) {
                return;
            }
            writing = true;
        } finally {
            lock.unlock();
        }
        long done = 0;
        try {
            done = writtenWith(mine);
        } finally {
            writingEnded(done);
        }
    }

    /** Writes what is committed after a moment's wait; how many commits are in the file then. */
    private long writtenWith(long mine) throws SQLException {
        awaitCompanions(mine);
        long upTo = write();
        if (store.isClosed()) { // as after an OutOfMemoryError within H2; a commit says nothing then
            throw new SQLException("the database was closed before this was in its file", "90098", 90098);
        }
        return upTo;
    }

    /** How many commits are in the file then, at least. */
    private long write() throws SQLException {
        var upTo = new AtomicLong();
        try {
            gate.alone(() -> {
                upTo.set(committed.get());
                store.commit();
            });
            return upTo.get();
        } catch (MVStoreException e) {
            throw DbException.toSQLException(e);
        }
    }

    private void awaitCompanions(long mine) {
        lock.lock();
        try {
            long enough = mine + Math.min(COMPANIONS, changing.get());
            long left = TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
            while (committed.get() < enough && changing.get() > 0 && left > 0) {
                left = news.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private void writingEnded(long done) {
        lock.lock();
        try {
            writing = false;
            written = Math.max(written, done);
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * One step: writes anew what is in use of the emptiest parts of the file, so that their room is used again; when
     * little is committed, also moves what is at the end forward and shortens the file. Nothing is written over before
     * what replaces it is on the disk. Call it by {@code OnlineBackup.unlessRunning}, one after another.
     */
    void tidy() {
        try {
            boolean quiet = quiet();
            gate.alone(() -> gather(quiet ? QUIET_BYTES : BUSY_BYTES));
            if (quiet && store.getFileStore() instanceof RandomAccessStore file && file.size() > SMALL) {
                gate.alone(() -> {
                    file.compactMoveChunks(DENSE, MOVED_BYTES, store);
                    store.commit();
                });
            }
        } catch (RuntimeException e) { // H2's own, or one around an interrupt
            LOG.log(store.isClosed() ? Level.DEBUG : Level.WARNING, "H2's file could not be made smaller", e);
        }
    }

    private void gather(int bytes) {
        MVStore.TxCounter use = store.registerVersionUsage(); // what it replaces stays until this is given back
        try {
            boolean gathered = store.compact(WORTH_KEEPING, bytes);
            store.commit();
            if (gathered) {
                store.sync();
            }
        } finally {
            store.deregisterVersionUsage(use);
        }
    }

    /** Whether the database was not shut down since. */
    boolean open() {
        return !store.isClosed();
    }

    /** Transactions that have changed something and not ended. */
    int changing() {
        return changing.get();
    }

    private boolean quiet() {
        long before = committedAtTidy;
        committedAtTidy = committed.get();
        return committedAtTidy - before < QUIET_COMMITS;
    }
}
