package dev.usher.job;

import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Looks for work every second on each node; which node does it is the lease's matter. The timer has no transaction, also
 * none that the server would begin for it: each part has its own, and is seen when it commits.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class JobTimer {
    private static final Logger LOG = System.getLogger(JobTimer.class.getName());

    private final Outage work = new Outage(LOG);
    private final Outage recurrences = new Outage(LOG);
    private final AtomicBoolean busy = new AtomicBoolean();
    private final AtomicBoolean stopping = new AtomicBoolean();

    @Inject
    private JobRunner runner;

    /** Does what is left. */
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    public void work() {
        if (stopping.get() || !busy.compareAndSet(false, true)) {
            return;
        }
        try {
            runner.work(stopping::get);
            work.over();
        } catch (RuntimeException e) {
            work.failed("jobs could not be looked for", e);
        } finally {
            busy.set(false);
        }
    }

    /** Begins what recurs. */
    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    public void recur() {
        if (stopping.get()) {
            return;
        }
        try {
            runner.recur();
            recurrences.over();
        } catch (RuntimeException e) {
            recurrences.failed("recurring work could not begin", e);
        }
    }

    /** Lets the part that is being done end, and begins no other. */
    @PreDestroy
    void stop() {
        stopping.set(true);
    }
}
