package dev.usher.job;

import dev.usher.it.Answer;
import dev.usher.it.Http;
import dev.usher.it.Wait;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Predicate;

/** Waits for a job over HTTP. */
public final class JobWatch {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private JobWatch() {}

    /** The job that the answer told of, once it ended. */
    public static Answer ended(Http admin, Answer accepted) {
        return until(admin, accepted.expect(202).text("/id"), job -> !open(job));
    }

    /** The same, which must have ended well. */
    public static Answer done(Http admin, Answer accepted) {
        Answer job = ended(admin, accepted);
        if (!job.text("/state").equals("DONE")) {
            throw new AssertionError("not done: " + job);
        }
        return job;
    }

    /** The job once it is so, within five minutes; the server may be away meanwhile. */
    public static Answer until(Http admin, String id, Predicate<Answer> wanted) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            try {
                Answer job = admin.get("/jobs/" + id).expect(200);
                if (wanted.test(job)) {
                    return job;
                }
            } catch (UncheckedIOException e) {
                // killed at this moment, or not up again
            }
            Wait.pause(Duration.ofMillis(50));
        }
        throw new AssertionError("job " + id + " did not come so far in time: " + admin.get("/jobs/" + id));
    }

    /** How many became this. */
    public static int count(Answer job, String outcome) {
        var progress = job.json().getJsonObject("progress");
        return progress.containsKey("counts") ? progress.getJsonObject("counts").getInt(outcome, 0) : 0;
    }

    private static boolean open(Answer job) {
        String state = job.text("/state");
        return state.equals("WAITING") || state.equals("RUNNING");
    }
}
