package dev.usher.bench;

import java.util.Arrays;
import java.util.Locale;

/** Prints what was measured beside what it may be. */
final class Table {
    private Table() {}

    static void title(String text, String first, String second) {
        System.out.printf("%n%s%n%-58s %12s %12s %7s  %s%n", text, "", first, second, "ratio", "target");
    }

    /** Of numbers that are no ratios. */
    static void title(String text) {
        System.out.printf("%n%-58s %33s  %s%n", text, "found", "target");
    }

    /** A ratio that must not be greater. */
    static void atMost(String name, double small, double large, double target) {
        line(name, small, large, large / small, "<= " + target, large / small <= target);
    }

    /** A ratio that must not be smaller. */
    static void atLeast(String name, double ceiling, double reached, double target) {
        line(name, ceiling, reached, reached / ceiling, ">= " + target, reached / ceiling >= target);
    }

    /** A number, no ratio, that must not be greater. */
    static void atMost(String name, double found, double target) {
        fact(name, String.format(Locale.ROOT, "%.1f", found), "<= " + target, found <= target);
    }

    /** What was found, no ratio. */
    static void fact(String name, String found, String target, boolean good) {
        System.out.printf("%-58s %33s  %s  %s%n", name, found, target, good ? "OK" : "not met");
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
