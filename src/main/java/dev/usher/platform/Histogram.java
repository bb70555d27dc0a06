package dev.usher.platform;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/**
 * How long something took, as counts between fixed bounds: ten to each power of ten from 0.1 ms to 100 s, so that a
 * percentile is at most a quarter too high. It counts since the start of the node, and for percentiles also by minutes of
 * which the last five and the running one are kept.
 *
 * <p><b>Threads:</b> safe; {@link #record} takes no lock and allocates once a minute.
 */
public final class Histogram {
    /** The time that percentiles and the longest are about. */
    public static final Duration WINDOW = Duration.ofMinutes(5);

    private static final double[] STEPS = {1, 1.25, 1.6, 2, 2.5, 3.2, 4, 5, 6.3, 8};
    private static final int DECADES = 6;
    private static final int MINUTES = (int) WINDOW.toMinutes() + 1;
    private static final long NANOS_A_MINUTE = Duration.ofMinutes(1).toNanos();
    private static final long[] BOUNDS = bounds();

    private final LongAdder[] counts = new LongAdder[BOUNDS.length + 1];
    private final LongAdder nanos = new LongAdder();
    private final AtomicReferenceArray<Minute> minutes = new AtomicReferenceArray<>(MINUTES);
    private final LongSupplier now;

    /** Empty. */
    public Histogram() {
        this(System::nanoTime);
    }

    /** By another clock, in nanoseconds; for tests. */
    Histogram(LongSupplier now) {
        this.now = now;
        for (int i = 0; i < counts.length; i++) {
            counts[i] = new LongAdder();
        }
    }

    /** One took so long. */
    public void record(long took) {
        int at = bucket(took);
        counts[at].increment();
        nanos.add(took);
        minute().counts.getAndIncrement(at);
    }

    /** How many since the start. */
    public long count() {
        long sum = 0;
        for (LongAdder count : counts) {
            sum += count.sum();
        }
        return sum;
    }

    /** How long all of them took since the start, in seconds. */
    public double seconds() {
        return nanos.sum() / 1e9;
    }

    /** How many since the start took at most that long; exact for the bounds, else up to the next bound below. */
    public long atMost(Duration limit) {
        long sum = 0;
        for (int i = 0; i < BOUNDS.length && BOUNDS[i] <= limit.toNanos(); i++) {
            sum += counts[i].sum();
        }
        return sum;
    }

    /** The time in milliseconds that this share (0 to 1) of the last five to six minutes took at most; 0 without any. */
    public double percentileMillis(double share) {
        long[] sums = window();
        long all = 0;
        for (long sum : sums) {
            all += sum;
        }
        long wanted = (long) Math.ceil(all * share);
        long seen = 0;
        for (int i = 0; i < sums.length; i++) {
            seen += sums[i];
            if (all > 0 && seen >= wanted) {
                return BOUNDS[Math.min(i, BOUNDS.length - 1)] / 1e6;
            }
        }
        return 0;
    }

    private long[] window() {
        long[] sums = new long[BOUNDS.length + 1];
        long current = Math.floorDiv(now.getAsLong(), NANOS_A_MINUTE);
        for (int i = 0; i < MINUTES; i++) {
            Minute minute = minutes.get(i);
            if (minute != null && current - minute.number < MINUTES) {
                for (int j = 0; j < sums.length; j++) {
                    sums[j] += minute.counts.get(j);
                }
            }
        }
        return sums;
    }

    private Minute minute() {
        long number = Math.floorDiv(now.getAsLong(), NANOS_A_MINUTE);
        int at = (int) Math.floorMod(number, (long) MINUTES);
        Minute found = minutes.get(at);
        if (found != null && found.number == number) {
            return found;
        }
        var fresh = new Minute(number);
        // Who comes second uses what the first has put there.
        return minutes.compareAndSet(at, found, fresh) ? fresh : minutes.get(at);
    }

    private static int bucket(long took) {
        int low = 0;
        int high = BOUNDS.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (BOUNDS[middle] < took) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static long[] bounds() {
        long[] bounds = new long[STEPS.length * DECADES + 1];
        double unit = 100_000;
        for (int decade = 0; decade < DECADES; decade++) {
            for (int step = 0; step < STEPS.length; step++) {
                bounds[decade * STEPS.length + step] = Math.round(unit * STEPS[step]);
            }
            unit *= 10;
        }
        bounds[bounds.length - 1] = Math.round(unit);
        return bounds;
    }

    private static final class Minute {
        private final long number;
        private final AtomicLongArray counts = new AtomicLongArray(BOUNDS.length + 1);

        Minute(long number) {
            this.number = number;
        }
    }
}
