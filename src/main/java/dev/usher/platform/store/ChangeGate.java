package dev.usher.platform.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.h2.engine.SessionLocal;

/**
 * Lets through what changes H2's maps, and holds it back while the file's next version is taken. H2 takes it map by map:
 * a statement, a commit or a rollback in that moment would be in some of them and not in the others.
 *
 * <p>Who waits within H2 for a row of another transaction changes nothing and is not waited for; the other one could not
 * end else. <b>Threads:</b> safe for use by many; not reentrant.
 */
final class ChangeGate {
    /** Everybody waits meanwhile, so a statement that takes longer is not waited for any more. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);

    /** Between two looks: nothing tells that a change has begun to wait for a row. */
    private static final long LOOK_NANOS = TimeUnit.MICROSECONDS.toNanos(200);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition opened = lock.newCondition();
    private final Condition left = lock.newCondition();
    private final List<Change> running = new ArrayList<>();
    private boolean closed;

    /**
     * Before a change of this session; say afterwards that it has ended. Waits while the gate is closed. One that is not
     * {@code passable} is waited for until it has ended.
     */
    Change enter(SessionLocal session, boolean passable) {
        var change = new Change(Thread.currentThread(), session, passable);
        lock.lock();
        try {
            awaitOpened();
            running.add(change);
        } finally {
            lock.unlock();
        }
        return change;
    }

    /**
     * Runs it while no change runs, or beside a passable one that has not ended within two seconds. An interrupt is kept
     * back until it is done: H2 closes its file for one.
     */
    void alone(Runnable work) {
        boolean interrupted;
        lock.lock();
        try {
            awaitOpened();
            closed = true;
            interrupted = awaitQuiet();
        } finally {
            lock.unlock();
        }
        try {
            work.run();
        } finally {
            open();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void open() {
        lock.lock();
        try {
            closed = false;
            opened.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void awaitOpened() {
        while (closed) {
            opened.awaitUninterruptibly();
        }
    }

    /** Whether the thread was interrupted; it no longer is. */
    private boolean awaitQuiet() {
        boolean interrupted = Thread.interrupted();
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!quiet()) {
            if (System.nanoTime() > end) {
                running.forEach(Change::pass);
            }
            try {
                left.awaitNanos(LOOK_NANOS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        return interrupted;
    }

    /** Looked at twice: before the first look at the last one, it may have woken another as the victim of a deadlock. */
    private boolean quiet() {
        for (int look = 0; look < 2; look++) {
            if (!running.stream().allMatch(Change::quiet)) {
                return false;
            }
        }
        return true;
    }

    private void left(Change change) {
        lock.lock();
        try {
            running.remove(change);
            if (closed) {
                left.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** One that runs. */
    final class Change {
        private final Thread thread;
        private final SessionLocal session;
        private final boolean passable;
        private boolean passed;

        private Change(Thread thread, SessionLocal session, boolean passable) {
            this.thread = thread;
            this.session = session;
            this.passable = passable;
        }

        private void pass() {
            passed = passable;
        }

        private boolean quiet() {
            return passed || waitsForARow();
        }

        private boolean waitsForARow() {
            return session.getBlockingSessionId() != 0 && thread.getState() == Thread.State.TIMED_WAITING;
        }

        /** Lets who waits for it be alone. */
        void ended() {
            left(this);
        }
    }
}
