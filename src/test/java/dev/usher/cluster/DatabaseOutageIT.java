package dev.usher.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.it.Answer;
import dev.usher.it.Http;
import dev.usher.it.MariaDb;
import dev.usher.it.TestTenant;
import dev.usher.it.UsherServer;
import dev.usher.it.Wait;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database goes away, or hangs, and comes back: callers are told to try again, and then all is well by itself. */
class DatabaseOutageIT {
    private static final int CLIENTS = 6;
    private static final Duration TOLD_WITHIN = Duration.ofSeconds(5);
    /** One answer of many on a busy machine. */
    private static final Duration TOLD_AT_LAST = Duration.ofSeconds(10);

    private static final Duration DRIVERS_PATIENCE = Duration.ofSeconds(30);
    private static final Duration OUTAGE = Duration.ofSeconds(10);
    private static final Duration RECOVERED_WITHIN = Duration.ofSeconds(20);

    private final AtomicInteger names = new AtomicInteger();

    @Test
    void answers503SoonAndRecoversAlone(@TempDir Path folder) throws Exception {
        try (var database = MariaDb.start("outage-" + ProcessHandle.current().pid());
                var server = UsherServer.startIn(folder.resolve("data"), database.settings())) {
            TestTenant tenant = TestTenant.create(Http.at(server.base()));
            create(tenant).expect(201);

            database.stop();
            long slowestGone = refusedFor(server, tenant, OUTAGE);
            database.startAgain();
            long backAfterStop = recovered(server, tenant);

            long slowestHung = hung(server, tenant, database.pid());
            long backAfterHang = recovered(server, tenant);

            System.out.printf(
                    "database gone: slowest 503 after %d ms, back after %d ms; hung: slowest 503 after %d ms, back after"
                            + " %d ms%n",
                    slowestGone, backAfterStop, slowestHung, backAfterHang);
            assertThat(server.log()).doesNotContain("unexpected failure");
        }
    }

    /** A request that is under way when the database falls silent waits as long as the driver does; others do not. */
    private long hung(UsherServer server, TestTenant tenant, long database) throws Exception {
        signal("STOP", database);
        try {
            long begun = System.nanoTime();
            refused(server, create(tenant));
            assertThat(Duration.ofMillis(elapsed(begun))).isLessThan(DRIVERS_PATIENCE);
            return refusedFor(server, tenant, OUTAGE);
        } finally {
            signal("CONT", database);
        }
    }

    /** Asks every door for so long, several clients at once; the slowest answer in milliseconds. */
    private long refusedFor(UsherServer server, TestTenant tenant, Duration time) throws Exception {
        var slowest = new ArrayList<Long>(); // of each round: a machine is late for one, a fault for all
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            slowest.add(slowestOfSeveral(server, () -> create(tenant)));
            slowest.add(slowestOfSeveral(server, () -> tenant.admin().get("/users")));
            assertThat(Http.at(server.base()).get("/ops/health/ready").status()).isEqualTo(503);
            assertThat(Http.at(server.base()).get("/ops/health/live").status()).isEqualTo(200);
            Wait.pause(Duration.ofMillis(200));
        }
        assertThat(Duration.ofMillis(Collections.min(slowest))).isLessThan(TOLD_WITHIN);
        assertThat(Duration.ofMillis(Collections.max(slowest))).isLessThan(TOLD_AT_LAST);
        return Collections.max(slowest);
    }

    /** So many that the server needs connections which it did not have before. */
    private static long slowestOfSeveral(UsherServer server, Supplier<Answer> call) throws Exception {
        Callable<Long> client = () -> {
            long begun = System.nanoTime();
            refused(server, call.get());
            return elapsed(begun);
        };
        long slowest = 0;
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            for (Future<Long> took : clients.invokeAll(Collections.nCopies(CLIENTS, client))) {
                slowest = Math.max(slowest, took.get());
            }
        } finally {
            clients.shutdown();
        }
        return slowest;
    }

    private static void refused(UsherServer server, Answer answer) {
        assertThat(answer.status()).as(() -> answer + "\n" + server.log()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isNotBlank();
    }

    private long recovered(UsherServer server, TestTenant tenant) {
        long begun = System.nanoTime();
        Wait.until(RECOVERED_WITHIN, () -> create(tenant).status() == 201);
        long took = elapsed(begun);
        Wait.until( // the probe has a beat of its own
                RECOVERED_WITHIN,
                () -> Http.at(server.base()).get("/ops/health/ready").status() == 200);
        for (int i = 0; i < 40; i++) {
            create(tenant).expect(201); // no broken connection is left in the pool
        }
        return took;
    }

    private Answer create(TestTenant tenant) {
        return tenant.scim()
                .post(
                        "/Users",
                        TestTenant.user("outage-" + names.incrementAndGet() + "@firm.example")
                                .build());
    }

    private static long elapsed(long begun) {
        return (System.nanoTime() - begun) / 1_000_000;
    }

    private static void signal(String name, long pid) throws IOException, InterruptedException {
        var process = new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                .inheritIO()
                .start();
        assertThat(process.waitFor()).isZero();
    }
}
