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
 * <p>Who sleeps within H2 for a row of another transaction is not waited for; the other one could not end else. Some of
 * those who wait do not sleep, so who wants to be alone and cannot lets others through from time to time, ever longer.
 * <b>Threads:</b> safe for use by many; not reentrant.
 */
final class ChangeGate {
    /** A statement that was waited for so long, while it did not sleep, is not waited for any more. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);

    /** Between two looks: nothing tells that a change has begun to wait for a row. */
    private static final long LOOK_NANOS = TimeUnit.MICROSECONDS.toNanos(200);

    /** How long new statements wait, at first, for those that run. */
    private static final long CLOSING_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    /** How long they do not wait, at first, where somebody still runs then. */
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private final ReentrantLock lock = new ReentrantLock();
    /** Waited for by who wants to get through, or to be alone next. */
    private final Condition opened = lock.newCondition();
    /** Waited for by who is alone next. */
    private final Condition left = lock.newCondition();

    private final List<Change> running = new ArrayList<>();
    /** Somebody is alone, or is next. */
    private boolean claimed;

    private State state = State.OPEN;

    private enum State {
        OPEN,
        /** Only what ends transactions gets through. */
        CLOSING,
        CLOSED
    }

    /** Before a statement of this session; say afterwards that it has ended. Waits for who is alone, or is so next. */
    Change statement(SessionLocal session) {
        return enter(new Change(session, true));
    }

    /** The same before the end of a transaction, or of a part of it. It waits only for who is alone already. */
    Change end(SessionLocal session) {
        return enter(new Change(session, false));
    }

    private Change enter(Change change) {
        lock.lock();
        try {
            while (state == State.CLOSED || state == State.CLOSING && change.statement) {
                opened.awaitUninterruptibly();
            }
            running.add(change);
        } finally {
            lock.unlock();
        }
        return change;
    }

    /**
     * Runs it while no change runs, or beside statements that were waited for for two seconds. An interrupt that came before
     * is kept back until it is done: H2 closes its file for one.
     */
    void alone(Runnable work) {
        claim();
        boolean interrupted = Thread.interrupted();
        try {
            interrupted |= awaitQuiet();
            work.run();
        } finally {
            open();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void claim() {
        lock.lock();
        try {
            while (claimed) {
                opened.awaitUninterruptibly();
            }
            claimed = true;
        } finally {
            lock.unlock();
        }
    }

    private void open() {
        lock.lock();
        try {
            claimed = false;
            state = State.OPEN;
            opened.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether the thread was interrupted meanwhile; it no longer is. */
    private boolean awaitQuiet() {
        boolean interrupted = false;
        lock.lock();
        try {
            state = State.CLOSING;
            int turns = 0;
            long looked = System.nanoTime();
            long end = looked + CLOSING_NANOS;
            while (!quiet()) {
                try {
                    left.awaitNanos(LOOK_NANOS);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
                long now = System.nanoTime();
                for (Change each : running) {
                    each.waitedFor(now - looked);
                }
                looked = now;
                if (now > end) {
                    end = now + turned(turns++);
                }
            }
            state = State.CLOSED;
            return interrupted;
        } finally {
            lock.unlock();
        }
    }

    /** From closing to open or back; for how long. Each time longer, so that any statement may end, and who it waits for. */
    private long turned(int turns) {
        boolean pause = state == State.CLOSING;
        state = pause ? State.OPEN : State.CLOSING;
        if (pause) {
            opened.signalAll();
        }
        return (pause ? PAUSE_NANOS : 2 * CLOSING_NANOS) << Math.min(turns / 2, 10);
    }

    /** Looked at twice: before the first look at the last one, it may have woken another as the victim of a deadlock. */
    private boolean quiet() {
        for (int look = 0; look < 2; look++) {
            for (Change each : running) {
                if (!quiet(each)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** One that ends a transaction may itself wait for a statement of the same session. */
    private boolean quiet(Change change) {
        for (Change each : running) {
            if (each.session == change.session && (each.overdue() || each.sleeps())) {
                return true;
            }
        }
        return false;
    }

    private void left(Change change) {
        lock.lock();
        try {
            running.remove(change);
            if (claimed) {
                left.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** One that runs. */
    final class Change {
        private final Thread thread = Thread.currentThread();
        private final SessionLocal session;
        private final boolean statement;
        private long waitedFor;

        private Change(SessionLocal session, boolean statement) {
            this.session = session;
            this.statement = statement;
        }

        private void waitedFor(long nanos) {
            waitedFor = sleeps() ? 0 : waitedFor + nanos;
        }

        private boolean overdue() {
            return statement && waitedFor > PATIENCE_NANOS;
        }

        /** Within H2, for a row of another transaction; the victim of a deadlock may seem to, but is being rolled back. */
        private boolean sleeps() {
            return session.getBlockingSessionId() != 0
                    && thread.getState() == Thread.State.TIMED_WAITING
                    && H2Inside.open(session);
        }

        /** Lets who waits for it be alone. */
        void ended() {
            left(this);
        }
    }
}
