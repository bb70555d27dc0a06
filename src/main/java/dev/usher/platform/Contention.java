package dev.usher.platform;

import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** Another transaction was in the way (deadlock, lock time-out); nothing was done, and the same call may be repeated. */
public final class Contention extends DatabaseFault {
    private static final long serialVersionUID = 1L;
    private static final int TRIES = 4;
    private static final int PAUSE_MILLIS = 20;

    Contention(SQLException cause) {
        super("another transaction held what this one needed", cause);
    }

    /**
     * Runs {@code call}, which begins and ends its own transaction, and repeats it up to three times with growing random
     * pauses when it meets contention; the last one is thrown.
     */
    public static <T> T retried(Supplier<T> call) {
        for (int tried = 1; ; tried++) {
            try {
                return call.get();
            } catch (RuntimeException e) {
                boolean again = tried < TRIES
                        && DatabaseFault.within(e)
                                .filter(Contention.class::isInstance)
                                .isPresent();
                if (!again || !paused(PAUSE_MILLIS << tried)) {
                    throw e;
                }
            }
        }
    }

    /** The same for a call without a result. */
    public static void retried(Runnable call) {
        retried(() -> {
            call.run();
            return true;
        });
    }

    /** False when the thread was asked to stop meanwhile: then there is no further try. */
    private static boolean paused(int atMostMillis) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(PAUSE_MILLIS, atMostMillis + 1));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
