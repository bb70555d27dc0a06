package dev.usher.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.it.Http;
import dev.usher.it.TestTenant;
import dev.usher.it.UsherServer;
import dev.usher.it.Wait;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One node stops and starts under callers: they hear the truth or nothing at all. */
@Tag("jar")
class RestartIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void saysOfNoUserThatHeIsGone(@TempDir Path folder) throws Exception {
        try (var server = UsherServer.startIn(folder.resolve("data"), Map.of("USHER_DRAIN_SECONDS", "5"))) {
            TestTenant tenant = TestTenant.create(Http.at(server.base()));
            String user = tenant.createUser("here@firm.example");
            var over = new AtomicBoolean();
            Map<String, Integer> heard = new ConcurrentHashMap<>();
            var callers = new Thread[] {
                new Thread(() -> ask(over, heard, "user ", tenant.scim(), "/Users/" + user)),
                new Thread(() -> ask(over, heard, "ready ", Http.at(server.base()), "/ops/health/ready"))
            };
            for (Thread caller : callers) {
                caller.start();
            }

            awaitOneMore(heard, "user 200", "ready 200");
            server.stop();
            server.startAgain();
            awaitOneMore(heard, "user 200", "ready 200");
            over.set(true);
            for (Thread caller : callers) {
                caller.join();
            }

            assertThat(heard.keySet()).containsExactlyInAnyOrder("user 200", "ready 200", "ready 503");
            tenant.scim().get("/Users/" + user).expect(200);
        }
    }

    @Test
    void saysNothingAtAllWhereItCannotStart(@TempDir Path folder) throws Exception {
        try (var server = UsherServer.startIn(folder.resolve("data"), Map.of())) {
            TestTenant tenant = TestTenant.create(Http.at(server.base()));
            String user = tenant.createUser("here@firm.example");
            server.stop();
            server.inDatabase(RestartIT::failTheLastMigration);
            var over = new AtomicBoolean();
            Map<String, Integer> heard = new ConcurrentHashMap<>();
            var caller = new Thread(() -> ask(over, heard, "user ", tenant.scim(), "/Users/" + user));
            caller.start();

            assertThatThrownBy(server::startAgain).hasMessageContaining("Usher ended by itself");
            over.set(true);
            caller.join();

            assertThat(heard).isEmpty();
            assertThat(server.log()).contains("Usher cannot start: it is not ready");
        }
    }

    /** As a migration leaves its row that ended half-way, on a full disk, say. */
    private static void failTheLastMigration(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var last = statement.executeQuery("SELECT MAX(installed_rank) FROM flyway_schema_history")) {
            last.next();
            String failed = "UPDATE flyway_schema_history SET success = FALSE WHERE installed_rank = " + last.getInt(1);
            try (var update = connection.createStatement()) {
                assertThat(update.executeUpdate(failed)).isEqualTo(1);
            }
        }
    }

    private static void awaitOneMore(Map<String, Integer> heard, String... answers) {
        for (String answer : answers) {
            int before = heard.getOrDefault(answer, 0);
            Wait.until(PATIENCE, () -> heard.getOrDefault(answer, 0) > before);
        }
    }

    private static void ask(AtomicBoolean over, Map<String, Integer> heard, String what, Http http, String path) {
        try {
            while (!over.get()) {
                try {
                    heard.merge(what + http.get(path).status(), 1, Integer::sum);
                } catch (UncheckedIOException e) {
                    // nobody listens, or the connection ended: that is no answer, and the client tries again
                    new CountDownLatch(1).await(5, TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
