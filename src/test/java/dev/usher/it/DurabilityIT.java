package dev.usher.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was answered is there, whatever happens to the process. */
class DurabilityIT {
    private static final int KILLS = 5;
    private static final int CLIENTS = 4;
    private static final int ANSWERS_BEFORE_A_KILL = 200;

    @Test
    void keepsEveryAnsweredCreateThroughFiveKills(@TempDir Path folder) throws InterruptedException {
        try (var server = UsherServer.startIn(folder.resolve("data"), Map.of())) {
            var tenant = TestTenant.create(Http.at(server.base()));
            Queue<String> answered = new ConcurrentLinkedQueue<>();
            Queue<String> surprises = new ConcurrentLinkedQueue<>();
            var number = new AtomicInteger();

            for (int kill = 1; kill <= KILLS; kill++) {
                var clients = startClients(tenant, number, answered, surprises);
                awaitAnswers(answered, kill * ANSWERS_BEFORE_A_KILL, surprises);
                server.kill();
                for (Thread client : clients) {
                    client.join();
                }
                server.startAgain();
            }

            assertThat(surprises).isEmpty();
            assertThat(missing(tenant, answered)).as("lost of " + answered.size()).isEmpty();
            assertSeatsAreCounted(tenant);
        }
    }

    private static List<Thread> startClients(
            TestTenant tenant, AtomicInteger number, Queue<String> answered, Queue<String> surprises) {
        var clients = new ArrayList<Thread>();
        for (int i = 0; i < CLIENTS; i++) {
            var client = new Thread(() -> createUntilBroken(tenant, number, answered, surprises));
            client.start();
            clients.add(client);
        }
        return clients;
    }

    private static void createUntilBroken(
            TestTenant tenant, AtomicInteger number, Queue<String> answered, Queue<String> surprises) {
        try {
            while (surprises.isEmpty()) {
                String body = TestTenant.user("user-" + number.incrementAndGet() + "@firm.example", "Docks")
                        .add("displayName", "Somebody")
                        .build()
                        .toString();
                Answer answer = tenant.scim().post("/Users", body);
                if (answer.status() == 201) {
                    answered.add(answer.text("/id"));
                } else {
                    surprises.add(answer.toString());
                }
            }
        } catch (UncheckedIOException e) {
            // the server was killed: that is how a round ends
        }
    }

    private static void awaitAnswers(Queue<String> answered, int wanted, Queue<String> surprises)
            throws InterruptedException {
        long end = System.nanoTime() + 120_000_000_000L;
        while (answered.size() < wanted && surprises.isEmpty() && System.nanoTime() < end) {
            Thread.onSpinWait();
            Thread.yield();
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
        int listed = Integer.parseInt(
                tenant.scim().get("/Users?filter=userName%20pr&count=0").expect(200).text("/totalResults"));
        int total = Integer.parseInt(tenant.scim().get("/Users?count=0").expect(200).text("/totalResults"));
        assertThat(licence.getInt("used")).isEqualTo(total).isEqualTo(listed);
    }
}
