package dev.usher.it;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Calls that begin at the same moment. */
public final class AtOnce {
    private AtOnce() {}

    /** What so many calls gave, in the order of their numbers from 0. */
    public static <T> List<T> calls(int times, IntFunction<T> call) throws Exception {
        var together = new CyclicBarrier(times);
        var pool = Executors.newFixedThreadPool(times);
        try {
            var calls = new ArrayList<Callable<T>>();
            for (int i = 0; i < times; i++) {
                int number = i;
                calls.add(() -> {
                    together.await();
                    return call.apply(number);
                });
            }
            var answers = new ArrayList<T>();
            for (Future<T> each : pool.invokeAll(calls)) {
                answers.add(each.get());
            }
            return answers;
        } finally {
            pool.shutdown();
        }
    }
}
