package dev.usher.platform;

import com.zaxxer.hikari.HikariPoolMXBean;
import org.jspecify.annotations.Nullable;

/** How busy this node's connections to the database are, at this moment; all 0 before the first is asked for. */
public final class PoolState {
    private static volatile @Nullable HikariPoolMXBean pool;

    private PoolState() {}

    /** Called by the pool when it opens. */
    public static void watch(HikariPoolMXBean opened) {
        pool = opened;
    }

    /** Physical connections, in use or idle. */
    public static long open() {
        HikariPoolMXBean watched = pool;
        return watched == null ? 0 : watched.getTotalConnections();
    }

    /** Those in use. */
    public static long active() {
        HikariPoolMXBean watched = pool;
        return watched == null ? 0 : watched.getActiveConnections();
    }

    /** Threads that wait for one. */
    public static long waiting() {
        HikariPoolMXBean watched = pool;
        return watched == null ? 0 : watched.getThreadsAwaitingConnection();
    }
}
