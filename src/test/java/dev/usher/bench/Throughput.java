package dev.usher.bench;

import dev.usher.it.Answer;
import dev.usher.it.Http;
import dev.usher.it.Population;
import dev.usher.it.TestTenant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * Requests a second of Usher beside those of the bare resource, in turns, from a few clients on the same machine, once each is
 * as fast as it gets: a server runs for weeks, and the more there is to compile, the longer its first minute.
 */
final class Throughput {
    private static final int CLIENTS = 4;
    private static final int ROUNDS = 4;
    private static final long ROUND_NANOS = 5_000_000_000L;
    /** A server is warm when so many rounds brought nothing more; its compiler rests for half a minute in between. */
    private static final int EVEN_ROUNDS = 8;

    private static final int MOST_WARM_UP = 40;

    private final TestTenant tenant;
    private final List<UUID> users;
    private final Http bare;
    private final AtomicInteger number = new AtomicInteger();

    Throughput(TestTenant tenant, List<UUID> users, Http bare) {
        this.tenant = tenant;
        this.users = users;
        this.bare = bare;
    }

    void print() {
        Answer sample = tenant.scim().get("/Users/" + users.get(0)).expect(200);
        List<String> documents = new ArrayList<>();
        for (int i = 0; i < users.size(); i++) {
            documents.add(bare.post("/documents", sample.body()).expect(201).header("X-Id"));
        }
        Table.title("requests a second, " + CLIENTS + " clients", "bare", "Usher");
        compare(
                "GET by id",
                () -> bare.get("/documents/" + documents.get(next() % documents.size())),
                () -> tenant.scim().get("/Users/" + users.get(next() % users.size())),
                0.8);
        compare(
                "POST /Users",
                () -> bare.post("/documents", sample.body()),
                () -> tenant.scim().post("/Users", fresh()),
                0.5);
    }

    private int next() {
        return number.incrementAndGet() & 0xFFFFFF;
    }

    private String fresh() {
        return Population.template().replace(Population.MARKER, Population.marker(50_000_000 + next()));
    }

    private static void compare(String name, Supplier<Answer> ceiling, Supplier<Answer> usher, double target) {
        warm(ceiling);
        warm(usher);
        var bare = new double[ROUNDS];
        var ours = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            bare[round] = rate(ceiling);
            ours[round] = rate(usher);
        }
        Table.atLeast(name, mean(bare), mean(ours), target);
    }

    private static void warm(Supplier<Answer> call) {
        double best = 0;
        int even = 0;
        for (int round = 0; round < MOST_WARM_UP && even < EVEN_ROUNDS; round++) {
            double rate = rate(call);
            even = rate > best * 1.05 ? 0 : even + 1;
            best = Math.max(best, rate);
        }
    }

    private static double rate(Supplier<Answer> call) {
        var done = new LongAdder();
        var wrong = new ArrayList<Answer>();
        var clients = new ArrayList<Thread>();
        long start = System.nanoTime();
        for (int i = 0; i < CLIENTS; i++) {
            var client = new Thread(() -> {
                while (System.nanoTime() - start < ROUND_NANOS) {
                    Answer answer = call.get();
                    if (answer.status() >= 300) {
                        synchronized (wrong) {
                            wrong.add(answer);
                        }
                        return;
                    }
                    done.increment();
                }
            });
            client.start();
            clients.add(client);
        }
        for (Thread client : clients) {
            try {
                client.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        if (!wrong.isEmpty()) {
            throw new AssertionError(wrong.get(0));
        }
        return done.sum() * 1e9 / (System.nanoTime() - start);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
