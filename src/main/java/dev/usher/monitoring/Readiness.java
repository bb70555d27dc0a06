package dev.usher.monitoring;

import dev.usher.platform.Database;
import dev.usher.platform.DatabaseFault;
import dev.usher.platform.Drain;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Whether this node should be sent requests: it does not drain, and a statement is answered within three seconds, the wait for a connection included. The
 * statement runs on another thread, since neither a pool nor a silent network ends a wait that soon; who asks meanwhile waits
 * for the same answer. What hangs is left alone, {@value #MOST_HANGING} at most.
 */
@ApplicationScoped
public class Readiness {
    private static final Logger LOG = System.getLogger(Readiness.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration STATEMENT = Duration.ofSeconds(2);
    private static final int MOST_HANGING = 4;
    /** A former primary answers, but only reads. Newer MariaDBs have a word for it, others a number. */
    private static final String READS_ONLY = " + CASE WHEN @@global.read_only IN ('0', 'OFF') THEN 0 ELSE 1 END";

    /** Asked and not answered; the last one is waited for by all who ask, until somebody's patience ends. */
    private final Deque<Future<Boolean>> asked = new ArrayDeque<>();

    private final AtomicReference<@Nullable Future<Boolean>> shared = new AtomicReference<>();

    @Inject
    private Database database;

    @Inject
    private Drain drain;

    @Resource
    private ManagedExecutorService threads;

    private volatile boolean answered;

    /** By what the database said last. */
    public boolean last() {
        return answered && !drain.active();
    }

    /** Asks the database now, unless this node drains. */
    public boolean check() {
        return !drain.active() && databaseAnswers();
    }

    /** Asks the database now. */
    public boolean databaseAnswers() {
        boolean answers = answered();
        if (answered && !answers) {
            LOG.log(Level.WARNING, "not ready: the database does not answer");
        }
        answered = answers;
        return answers;
    }

    private boolean answered() {
        Future<Boolean> probe;
        try {
            probe = probe();
        } catch (RejectedExecutionException e) {
            LOG.log(Level.WARNING, "not ready: the server has no thread to ask the database", e);
            return false;
        }
        return probe != null && waited(probe);
    }

    /** The one that runs, or another; null where too many hang. */
    private synchronized @Nullable Future<Boolean> probe() {
        asked.removeIf(Future::isDone);
        Future<Boolean> running = shared.get();
        if (running != null && !running.isDone()) {
            return running;
        }
        if (asked.size() >= MOST_HANGING) {
            return null;
        }
        Future<Boolean> probe = threads.submit(this::ask);
        asked.add(probe);
        shared.set(probe);
        return probe;
    }

    private boolean waited(Future<Boolean> probe) {
        try {
            return probe.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (TimeoutException e) {
            LOG.log(Level.DEBUG, "the database keeps its answer", e);
            shared.compareAndSet(probe, null);
            return false;
        } catch (ExecutionException e) {
            LOG.log(Level.WARNING, "the database could not be asked", e);
            return false;
        }
    }

    private boolean ask() {
        try {
            String reading = database.dialect().embedded() ? "" : READS_ONLY;
            return database.within(STATEMENT).count("SELECT COUNT(*)" + reading + " FROM job_lease WHERE name = ''")
                    == 0;
        } catch (DatabaseFault e) {
            LOG.log(Level.DEBUG, "the database does not answer", e);
            return false;
        }
    }
}
