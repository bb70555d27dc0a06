package dev.usher.platform;

/**
 * Counts the round trips to the database that the calling thread makes: statements, batches, commits and rollbacks.
 * {@link #start} it where a request begins and read it where the answer leaves. Costs one addition a statement.
 */
public final class SqlCount {
    private static final ThreadLocal<int[]> COUNTED = ThreadLocal.withInitial(() -> new int[1]);

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
    }
}
