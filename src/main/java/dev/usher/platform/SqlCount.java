package dev.usher.platform;

import java.util.concurrent.atomic.LongAdder;

/**
 * Counts the round trips to the database: statements, batches, commits and rollbacks. For the calling thread {@link #start}
 * it where a request begins and read it where the answer leaves; for the node the sums are since its start. Costs two
 * additions a statement.
 */
public final class SqlCount {
    private static final ThreadLocal<int[]> COUNTED = ThreadLocal.withInitial(() -> new int[1]);
    private static final LongAdder ALL = new LongAdder();
    private static final LongAdder FAILED = new LongAdder();
    private static final LongAdder OPENED = new LongAdder();
    private static final LongAdder REFUSED = new LongAdder();

    private SqlCount() {}

    /** Begins again at 0 for this thread. */
    public static void start() {
        COUNTED.get()[0] = 0;
    }

    /** Round trips of this thread since {@link #start}. */
    public static int count() {
        return COUNTED.get()[0];
    }

    /** Called by the data source for each round trip. */
    public static void add() {
        COUNTED.get()[0]++;
        ALL.increment();
    }

    /** Called by the data source for each round trip that failed. */
    public static void failed() {
        FAILED.increment();
    }

    /** Called by the data source for each physical connection that it made. */
    public static void opened() {
        OPENED.increment();
    }

    /** Called by the data source when no connection could be made. */
    public static void refused() {
        REFUSED.increment();
    }

    /** Round trips of this node. */
    public static long total() {
        return ALL.sum();
    }

    /** Those that ended in an error, constraints that decided among them. */
    public static long failures() {
        return FAILED.sum();
    }

    /** Physical connections made. */
    public static long connectionsOpened() {
        return OPENED.sum();
    }

    /** Tries to make one that failed. */
    public static long connectionsRefused() {
        return REFUSED.sum();
    }
}
