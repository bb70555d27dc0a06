package dev.usher.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was answered is there, whatever happens to the process. */
class DurabilityIT {
    private static final int KILLS = Integer.getInteger("it.kills", 5);
    private static final int QUIET_KILLS = Integer.getInteger("it.quiet-kills", 1);
    private static final int LOADS_BEFORE_QUIET = 3;
    private static final int CLIENTS = 4;
    private static final int ANSWERS_BEFORE_A_KILL = 200;

    @Test
    void keepsEveryAnsweredCreateThroughKills(@TempDir Path folder) throws InterruptedException {
        try (var server = UsherServer.startIn(folder.resolve("data"), Map.of())) {
            var tenant = TestTenant.create(Http.at(server.base()));
            var load = new Load(tenant);

            for (int kill = 1; kill <= KILLS; kill++) {
                load.run(server, server::kill);
                server.startAgain();
            }
            if (TestDatabase.embedded()) {
                killWhileTheFileIsMadeSmall(server, load);
            }

            System.out.printf("%d kills under load, %d creates answered%n", KILLS, load.answered.size());
            assertThat(load.surprises).isEmpty();
            assertThat(missing(tenant, load.answered))
                    .as("lost of " + load.answered.size())
                    .isEmpty();
            assertSeatsAreCounted(tenant);
        }
    }

    /** Soon after a load the file's parts are moved and its end is cut off; within seconds with this retention time. */
    private static void killWhileTheFileIsMadeSmall(UsherServer server, Load load) throws InterruptedException {
        Path file = server.dataDir().resolve("usher.mv.db");
        String url = "jdbc:h2:file:" + server.dataDir().resolve("usher") + ";RETENTION_TIME=2000";
        server.stop();
        server.startAgain(Map.of("USHER_DB_URL", url));
        for (int kill = 1; kill <= QUIET_KILLS; kill++) {
            for (int loads = 0; loads < LOADS_BEFORE_QUIET; loads++) {
                load.run(server, load::pause);
            }
            awaitSmaller(file);
            server.kill();
            server.startAgain();
        }
        System.out.printf("%d kills while the file became smaller%n", QUIET_KILLS);
    }

    /** It may grow a little after the load, and become smaller only then. */
    private static void awaitSmaller(Path file) {
        var largest = new AtomicLong();
        Wait.until(Duration.ofMinutes(3), () -> {
            long length = file.toFile().length();
            return length < largest.getAndAccumulate(length, Math::max);
        });
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
        /** How clients ended in the present round. */
        private final Queue<String> broken = new ConcurrentLinkedQueue<>();

        private final Semaphore progress = new Semaphore(0);
        private volatile boolean paused;

        Load(TestTenant tenant) {
            this.tenant = tenant;
        }

        /** Creates until so many were answered, then does what ends it. */
        void run(UsherServer server, Runnable ending) throws InterruptedException {
            progress.drainPermits();
            broken.clear();
            paused = false;
            var clients = Stream.generate(() -> new Thread(this::createUntilBroken))
                    .limit(CLIENTS)
                    .toList();
            clients.forEach(Thread::start);
            assertThat(progress.tryAcquire(ANSWERS_BEFORE_A_KILL, 2, TimeUnit.MINUTES))
                    .as(() -> "only " + progress.availablePermits() + " answers in time, clients ended by " + broken
                            + ", the server's threads:\n" + server.threads())
                    .isTrue();
            ending.run();
            for (Thread client : clients) {
                client.join();
            }
        }

        void pause() {
            paused = true;
        }

        private void createUntilBroken() {
            try {
                while (surprises.isEmpty() && !paused) {
                    create();
                }
            } catch (UncheckedIOException e) {
                // that is how a round ends when the server is killed
                broken.add(Instant.now() + " " + e + " by " + e.getCause());
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
