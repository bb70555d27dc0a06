package dev.usher.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was answered is there, whatever happens to the process. */
class DurabilityIT {
    private static final int KILLS = Integer.getInteger("it.kills", 5);
    private static final int CLIENTS = 4;
    private static final int ANSWERS_BEFORE_A_KILL = 200;

    @Test
    void keepsEveryAnsweredCreateThroughKills(@TempDir Path folder) throws InterruptedException {
        try (var server = UsherServer.startIn(folder.resolve("data"), Map.of())) {
            var tenant = TestTenant.create(Http.at(server.base()));
            var load = new Load(tenant);

            for (int kill = 1; kill <= KILLS; kill++) {
                var clients = load.start();
                assertThat(load.progress.tryAcquire(ANSWERS_BEFORE_A_KILL, 2, TimeUnit.MINUTES))
                        .isTrue();
                server.kill();
                for (Thread client : clients) {
                    client.join();
                }
                server.startAgain();
            }

            System.out.printf("%d kills under load, %d creates answered%n", KILLS, load.answered.size());
            assertThat(load.surprises).isEmpty();
            assertThat(missing(tenant, load.answered))
                    .as("lost of " + load.answered.size())
                    .isEmpty();
            assertSeatsAreCounted(tenant);
        }
    }

    private static List<String> missing(TestTenant tenant, Queue<String> answered) {
        return answered.stream()
                .filter(id -> tenant.scim().get("/Users/" + id).status() != 200)
                .toList();
    }

    /** A create that was cut off is there whole or not at all: seats, visible users and rows say the same. */
    private static void assertSeatsAreCounted(TestTenant tenant) {
        var licence = tenant.admin().get("").expect(200).json().getJsonObject("licence");
        String listed = tenant.scim()
                .get("/Users?filter=userName%20pr&count=0")
                .expect(200)
                .text("/totalResults");
        String total = tenant.scim().get("/Users?count=0").expect(200).text("/totalResults");
        assertThat(Integer.toString(licence.getInt("used"))).isEqualTo(total).isEqualTo(listed);
    }

    /** Clients that create users until the server breaks under them. */
    private static final class Load {
        private final TestTenant tenant;
        private final AtomicInteger number = new AtomicInteger();
        private final Queue<String> answered = new ConcurrentLinkedQueue<>();
        private final Queue<String> surprises = new ConcurrentLinkedQueue<>();
        private final Semaphore progress = new Semaphore(0);

        Load(TestTenant tenant) {
            this.tenant = tenant;
        }

        List<Thread> start() {
            progress.drainPermits();
            var clients = Stream.generate(() -> new Thread(this::createUntilBroken))
                    .limit(CLIENTS)
                    .toList();
            clients.forEach(Thread::start);
            return clients;
        }

        private void createUntilBroken() {
            try {
                while (surprises.isEmpty()) {
                    create();
                }
            } catch (UncheckedIOException e) {
                // the server was killed: that is how a round ends
            }
        }

        private void create() {
            var user = TestTenant.user("user-" + number.incrementAndGet() + "@firm.example", "Docks");
            Answer answer = tenant.scim()
                    .post("/Users", user.add("displayName", "Somebody").build());
            if (answer.status() == 201) {
                answered.add(answer.text("/id"));
                progress.release();
            } else {
                surprises.add(answer.toString());
                progress.release(ANSWERS_BEFORE_A_KILL);
            }
        }
    }
}
