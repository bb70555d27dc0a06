package dev.usher.bench;

import java.util.Arrays;
import java.util.Locale;

/** Prints what was measured beside what it may be. */
final class Table {
    private Table() {}

    static void title(String text, String first, String second) {
        System.out.printf("%n%s%n%-58s %12s %12s %7s  %s%n", text, "", first, second, "ratio", "target");
    }

    /** A ratio that must not be greater. */
    static void atMost(String name, double small, double large, double target) {
        line(name, small, large, large / small, "<= " + target, large / small <= target);
    }

    /** A ratio that must not be smaller. */
    static void atLeast(String name, double ceiling, double reached, double target) {
        line(name, ceiling, reached, reached / ceiling, ">= " + target, reached / ceiling >= target);
    }

    private static void line(String name, double first, double second, double ratio, String target, boolean good) {
        System.out.printf(
                Locale.ROOT,
                "%-58s %12.3f %12.3f %7.2f  %s  %s%n",
                name,
                first,
                second,
                ratio,
                target,
                good ? "OK" : "over");
    }

    static double median(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2] / 1e6;
    }
}
