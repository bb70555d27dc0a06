package dev.usher.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.it.Answer;
import dev.usher.it.Http;
import dev.usher.it.TestTenant;
import dev.usher.it.UsherServer;
import dev.usher.it.Wait;
import dev.usher.job.JobWatch;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hourly purge of people who are preserved longer than their profile keeps them. */
class PurgeIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int NEVER_WAIT = 20;
    private static final int WAVE = 25;

    @Test
    void takesWhoseTimeHasComeAndNobodyElse(@TempDir Path folder) throws SQLException {
        try (var server = UsherServer.startIn(folder.resolve("data"), Map.of())) {
            var tenant = TestTenant.withoutMapping(Http.at(server.base()));
            String plain = profile(tenant, "Plain", false, "30");
            String kept = profile(tenant, "Kept", false, "null");
            String vault = profile(tenant, "Vault", true, "30");
            tenant.createMapping("Plain", "title", "Plain", plain);
            tenant.createMapping("Kept", "title", "Kept", kept);
            tenant.createMapping("Vault", "title", "Vault", vault);
            String due = preserved(tenant, "due", "Plain");
            String active = created(tenant, "active", "Plain");
            String held = preserved(tenant, "held", "Plain");
            String forever = preserved(tenant, "forever", "Kept");
            String locked = preserved(tenant, "locked", "Vault");
            tenant.admin()
                    .put("/users/" + held + "/legal-hold", "{\"reason\":\"Court case\"}")
                    .expect(200);
            tenant.admin().delete("/users/" + held).expectProblem(409, "legal-hold");
            assertThat(tenant.admin().get("/purge").text("/due")).isEqualTo("0");
            server.stop();
            age(server);
            server.startAgain();

            Answer job = hourly(tenant);

            assertThat(JobWatch.count(job, "PURGED")).isEqualTo(1);
            tenant.admin().get("/users/" + due).expectProblem(404, "not-found");
            for (String stays : List.of(active, held, forever, locked)) {
                tenant.admin().get("/users/" + stays).expect(200);
            }
            assertPreview(tenant.admin().get("/purge").expect(200), 0, 1);
            tenant.admin().delete("/users/" + held + "/legal-hold").expect(204);
            assertPreview(tenant.admin().get("/purge").expect(200), 1, 0);
            JobWatch.done(tenant.admin(), tenant.admin().post("/purge", ""));
            tenant.admin().get("/users/" + held).expectProblem(404, "not-found");
            tenant.admin().get("/users/" + locked).expect(200);
        }
    }

    /** The decision alone does nothing yet: until its job has seen to everybody, nobody of the wave is due. */
    @Test
    void keepsAWaveUntilWhatWasDecidedIsDone(@TempDir Path folder) throws SQLException {
        try (var server = UsherServer.startIn(folder.resolve("data"), Map.of())) {
            var confirmed = wave(server, "30");
            var restored = wave(server, "30");
            int seats = WAVE + 5 - NEVER_WAIT;
            restored.admin()
                    .patch("", "{\"licence\":{\"seats\":" + seats + "}}")
                    .expect(200);
            server.stop();
            age(server);
            server.inDatabase(connection -> {
                try (var statement = connection.createStatement()) {
                    statement.executeUpdate("INSERT INTO job_lease(name, owner, until_at, fence) VALUES"
                            + " ('jobs', 'somebody', TIMESTAMP '2099-01-01 00:00:00', 1)");
                }
            });
            server.startAgain();
            assertUnconfirmed(confirmed, WAVE, 0);

            Answer first = decide(confirmed, "restore").expect(202);
            assertUnconfirmed(confirmed, WAVE, 0);
            decide(confirmed, "confirm").expectProblem(409, "batch-decided");
            confirmed.admin().post("/jobs/" + first.text("/id") + "/cancel", "").expect(200);
            assertThat(batch(confirmed).getString("state")).isEqualTo("OPEN");
            assertUnconfirmed(confirmed, WAVE, 0);
            Answer second = decide(confirmed, "confirm").expect(202);
            Answer third = decide(restored, "restore").expect(202);
            assertUnconfirmed(restored, WAVE, 0);

            server.stop();
            server.inDatabase(connection -> {
                try (var statement = connection.createStatement()) {
                    statement.executeUpdate("DELETE FROM job_lease WHERE name='jobs'");
                }
            });
            server.startAgain();
            assertThat(JobWatch.count(JobWatch.done(confirmed.admin(), second), "SEAT_RELEASED"))
                    .isEqualTo(WAVE - NEVER_WAIT);
            Answer undone = JobWatch.done(restored.admin(), third);

            assertThat(JobWatch.count(undone, "NO_SEAT")).isEqualTo(NEVER_WAIT);
            assertThat(JobWatch.count(undone, "RESTORED")).isEqualTo(WAVE - NEVER_WAIT);
            assertUnconfirmed(confirmed, 0, 0);
            assertUnconfirmed(restored, 0, 0);
            server.stop();
            age(server);
            server.inDatabase(connection -> {
                try (var statement = connection.createStatement()) {
                    statement.executeUpdate("UPDATE account SET purge_after=TIMESTAMPADD(DAY, -40, purge_after)");
                }
            });
            server.startAgain();
            JobWatch.until(
                    confirmed.admin(), hourly(confirmed).text("/id"), job -> JobWatch.count(job, "PURGED") == WAVE);
        }
    }

    /** A tenant with a wave of people whose profile keeps them so many days. */
    private static TestTenant wave(UsherServer server, String days) {
        var tenant = TestTenant.withoutMapping(Http.at(server.base()));
        tenant.createMapping("Plain", "title", "Plain", profile(tenant, "Plain", false, days));
        for (int i = 0; i < WAVE + 5; i++) {
            String id = created(tenant, "user" + i, "Plain");
            if (i < WAVE) {
                tenant.scim()
                        .patch(
                                "/Users/" + id,
                                TestTenant.patch(Json.createObjectBuilder()
                                        .add("op", "replace")
                                        .add("path", "active")
                                        .add("value", false)))
                        .expect(200);
            }
        }
        return tenant;
    }

    private static void assertUnconfirmed(TestTenant tenant, int unconfirmed, int due) {
        Answer preview = tenant.admin().get("/purge").expect(200);
        assertThat(preview.text("/due")).as(preview.body()).isEqualTo(Integer.toString(due));
        if (unconfirmed > 0) {
            assertThat(preview.text("/profiles/0/unconfirmed")).isEqualTo(Integer.toString(unconfirmed));
        }
    }

    private static JsonObject batch(TestTenant tenant) {
        return tenant.admin()
                .get("/deactivations")
                .expect(200)
                .json()
                .getJsonArray("items")
                .getJsonObject(0);
    }

    private static Answer decide(TestTenant tenant, String decision) {
        return tenant.admin().post("/deactivations/" + batch(tenant).getString("id") + "/" + decision, "");
    }

    private static void assertPreview(Answer preview, int due, int held) {
        assertThat(preview.text("/due")).isEqualTo(Integer.toString(due));
        assertThat(preview.text("/profiles/0/profileName")).isEqualTo("Plain");
        assertThat(preview.text("/profiles/0/due")).isEqualTo(Integer.toString(due));
        assertThat(preview.text("/profiles/0/legalHold")).isEqualTo(Integer.toString(held));
        assertThat(preview.text("/profiles/1/profileName")).isEqualTo("Vault");
        assertThat(preview.text("/profiles/1/dataLocked")).isEqualTo("1");
        assertThat(preview.text("/profiles/1/due")).isEqualTo("0");
    }

    /** The job that nobody asked for. */
    static Answer hourly(TestTenant tenant) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            Optional<JsonObject> begun = tenant
                    .admin()
                    .get("/jobs")
                    .expect(200)
                    .json()
                    .getJsonArray("items")
                    .getValuesAs(JsonObject.class)
                    .stream()
                    .filter(job -> job.getString("kind").equals("purge"))
                    .findFirst();
            if (begun.isPresent()) {
                assertThat(begun.get().getString("createdBy")).isEqualTo("usher");
                return JobWatch.until(
                        tenant.admin(),
                        begun.get().getString("id"),
                        job -> job.text("/state").equals("DONE"));
            }
            Wait.pause(Duration.ofMillis(500));
        }
        throw new AssertionError("no purge began by itself");
    }

    private static String profile(TestTenant tenant, String name, boolean locked, String days) {
        return tenant.admin()
                .post(
                        "/profiles",
                        "{\"name\":\"" + name + "\",\"dataLocked\":" + locked + ",\"purgeAfterDays\":" + days + "}")
                .expect(201)
                .text("/id");
    }

    private static String created(TestTenant tenant, String name, String title) {
        return tenant.scim()
                .post("/Users", TestTenant.user(name).add("title", title).build())
                .expect(201)
                .text("/id");
    }

    private static String preserved(TestTenant tenant, String name, String title) {
        String id = created(tenant, name, title);
        tenant.admin().post("/users/" + id + "/preserve", "").expect(200);
        return id;
    }

    /** Forty days pass, and the hourly work has not begun yet. */
    static void age(UsherServer server) throws SQLException {
        server.inDatabase(connection -> {
            try (var statement = connection.createStatement()) {
                statement.executeUpdate("UPDATE account SET state_at=TIMESTAMPADD(DAY, -40, state_at)");
                statement.executeUpdate("UPDATE account SET deactivated_at=TIMESTAMPADD(DAY, -40, deactivated_at)");
                statement.executeUpdate("UPDATE deactivation_batch SET began_at=TIMESTAMPADD(DAY, -40, began_at),"
                        + " last_at=TIMESTAMPADD(DAY, -40, last_at)");
                statement.executeUpdate("DELETE FROM job_lease");
            }
        });
    }
}
