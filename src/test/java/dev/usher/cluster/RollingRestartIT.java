package dev.usher.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.it.Answer;
import dev.usher.it.Http;
import dev.usher.it.TestTenant;
import dev.usher.it.UsherServer;
import dev.usher.it.Wait;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both nodes are restarted one after the other while clients write through whatever balances the load. */
@Tag("cluster")
@Tag("jar")
class RollingRestartIT {
    private static final int CLIENTS = 4;

    @Test
    void losesNoRequestBeyondOneRetry(@TempDir Path folder) throws Exception {
        try (var nodes = Nodes.start(folder, Map.of("USHER_DRAIN_SECONDS", "4"))) {
            var load = new Load(nodes, nodes.tenant());

            load.begin();
            for (UsherServer node : nodes.both()) {
                load.awaitMore(200);
                assertThat(node.stop()).isEqualTo(143);
                node.startAgain();
            }
            load.awaitMore(200);
            load.end();

            System.out.printf(
                    "rolling restart: %d requests, %d needed a second try, %d failed%n",
                    load.requests.get(), load.retried.get(), load.failed.size());
            assertThat(load.failed).isEmpty();
            assertThat(load.found()).isGreaterThanOrEqualTo(load.created.size());
        }
    }

    /** Clients behind a balancer that asks each node's readiness twice a second and sends to those that are ready. */
    private static final class Load {
        private final Nodes nodes;
        private final TestTenant tenant;
        private final AtomicInteger requests = new AtomicInteger();
        private final AtomicInteger retried = new AtomicInteger();
        private final AtomicInteger names = new AtomicInteger();
        private final Queue<String> created = new ConcurrentLinkedQueue<>();
        private final Queue<String> failed = new ConcurrentLinkedQueue<>();
        private final AtomicBoolean over = new AtomicBoolean();
        private final List<Thread> threads = new ArrayList<>();
        private volatile List<UsherServer> ready;

        Load(Nodes nodes, TestTenant tenant) {
            this.nodes = nodes;
            this.tenant = tenant;
            this.ready = nodes.both();
        }

        void begin() {
            threads.add(new Thread(this::watch));
            for (int i = 0; i < CLIENTS; i++) {
                threads.add(new Thread(this::write));
            }
            threads.forEach(Thread::start);
        }

        void awaitMore(int count) {
            int wanted = requests.get() + count;
            Wait.until(Duration.ofMinutes(3), () -> requests.get() >= wanted);
        }

        void end() throws InterruptedException {
            over.set(true);
            for (Thread thread : threads) {
                thread.join();
            }
        }

        /** Users that are there; one whose answer was lost may be among them. */
        int found() {
            return tenant.scim().get("/Users?count=0").expect(200).json().getInt("totalResults");
        }

        private void watch() {
            try {
                while (!over.get()) {
                    ready = nodes.both().stream().filter(Load::isReady).toList();
                    new CountDownLatch(1).await(500, TimeUnit.MILLISECONDS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private static boolean isReady(UsherServer node) {
            try {
                return Http.at(node.base()).get("/ops/health/ready").status() == 200;
            } catch (UncheckedIOException e) {
                return false;
            }
        }

        private void write() {
            while (!over.get()) {
                int number = names.incrementAndGet();
                requests.incrementAndGet();
                String name = "rolling-" + number + "@firm.example";
                if (!done(name, number, 201)) {
                    retried.incrementAndGet();
                    // The first try may have been done and its answer lost: then the name is taken.
                    if (!done(name, number + 1, 201, 409)) {
                        failed.add(name);
                    }
                }
            }
        }

        private boolean done(String name, int turn, int... accepted) {
            List<UsherServer> to = ready;
            if (to.isEmpty()) {
                return false;
            }
            try {
                Answer answer = Nodes.scim(to.get(turn % to.size()), tenant.token())
                        .post("/Users", TestTenant.user(name).build());
                if (answer.status() == 201) {
                    created.add(answer.text("/id"));
                }
                for (int status : accepted) {
                    if (answer.status() == status) {
                        return true;
                    }
                }
                return false;
            } catch (UncheckedIOException e) {
                return false;
            }
        }
    }
}
