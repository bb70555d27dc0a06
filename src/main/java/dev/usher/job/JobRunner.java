package dev.usher.job;

import dev.usher.platform.Contention;
import dev.usher.platform.DatabaseFault;
import dev.usher.platform.DatabaseUnavailable;
import dev.usher.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** Does the cluster's jobs on this node while it holds their lease, one part of each open job in turn. */
@ApplicationScoped
class JobRunner {
    private static final Logger LOG = System.getLogger(JobRunner.class.getName());
    private static final String LEASE = "jobs";
    /** Longer than a part takes; a dead node's jobs go on elsewhere after this. */
    private static final Duration LENGTH = Duration.ofSeconds(30);
    /** After this a recurrence that could not begin is due again. */
    private static final Duration AGAIN = Duration.ofMinutes(1);

    @Inject
    private Leases leases;

    @Inject
    private Jobs jobs;

    @Inject
    @Any
    private Instance<JobWork> works;

    @Inject
    @Any
    private Instance<Recurrence> recurrences;

    /** Begins what is due to begin again. */
    void recur() {
        recur(recurrences, leases);
    }

    /** One that fails keeps no other from beginning, and is due again after a minute; the first failure is thrown. */
    static void recur(Iterable<Recurrence> recurrences, Leases leases) {
        InTurn.each(recurrences, each -> {
            String name = "every:" + each.name();
            boolean rests = !each.restAfterStandstill().isZero() && leases.endedBefore(name, each.every());
            Optional<Lease> lease = leases.take(name, rests ? each.restAfterStandstill() : each.every());
            if (rests) {
                lease.ifPresent(resting -> LOG.log(
                        Level.WARNING,
                        "{0} was due long ago, as after a restore or a long stop, and begins by itself in {1} hours only;"
                                + " docs/operate/backup.md says what to look at until then",
                        each.name(),
                        each.restAfterStandstill().toHours()));
            } else {
                lease.ifPresent(taken -> begin(each, leases, taken));
            }
        });
    }

    private static void begin(Recurrence recurrence, Leases leases, Lease lease) {
        try {
            recurrence.begin();
        } catch (RuntimeException e) {
            shorten(leases, lease, e);
            throw e;
        }
    }

    private static void shorten(Leases leases, Lease lease, RuntimeException failure) {
        try {
            leases.renew(lease, AGAIN);
        } catch (RuntimeException e) {
            failure.addSuppressed(e); // the database is away, say: then it is due after its whole time
        }
    }

    /** Works until nothing is left or the node stops; returns at once where another node has the lease. */
    void work(BooleanSupplier stopping) {
        List<Job> open = jobs.open();
        if (open.isEmpty()) {
            return;
        }
        Optional<Lease> lease = leases.take(LEASE, LENGTH);
        if (lease.isEmpty()) {
            return;
        }
        try {
            boolean left = true;
            while (left) {
                left = round(open, lease.get(), stopping);
                open = jobs.open();
            }
        } finally {
            leases.release(lease.get());
        }
    }

    private boolean round(List<Job> open, Lease lease, BooleanSupplier stopping) {
        boolean left = false;
        for (Job job : open) {
            if (stopping.getAsBoolean() || !leases.renew(lease, LENGTH)) {
                return false;
            }
            left |= part(job, lease);
        }
        return left;
    }

    /** One part; true when another may follow at once. */
    private boolean part(Job job, Lease lease) {
        Optional<JobWork> work =
                works.stream().filter(each -> each.kind().equals(job.kind())).findAny();
        if (work.isEmpty()) {
            return false; // a newer node's kind: it will do it
        }
        Optional<Run> run = jobs.begin(job, lease.fence());
        if (run.isEmpty()) {
            return false;
        }
        try {
            if (work.get().next(run.get())) {
                return true;
            }
            jobs.end(run.get(), JobState.DONE, "");
            return false;
        } catch (JobEnded e) {
            return false; // cancelled, or the lease was lost: nothing was done
        } catch (RuntimeException e) {
            failed(run.get(), e);
            return false;
        }
    }

    private void failed(Run run, RuntimeException error) {
        Optional<DatabaseFault> fault = DatabaseFault.within(error);
        boolean passing = fault.filter(each -> each instanceof Contention || each instanceof DatabaseUnavailable)
                .isPresent();
        String what = run.job().kind() + " " + run.job().id().value();
        if (passing) {
            LOG.log(Level.WARNING, "job " + what + " goes on later", error);
            return;
        }
        if (error instanceof Problem problem) {
            jobs.end(run, JobState.FAILED, problem.detail());
            return;
        }
        String reference = UUID.randomUUID().toString();
        LOG.log(Level.ERROR, "job " + what + " failed, reference " + reference, error);
        jobs.end(run, JobState.FAILED, "It failed unexpectedly; the server's log has the reason at " + reference + ".");
    }
}
