package dev.usher.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.it.Answer;
import dev.usher.it.Http;
import dev.usher.it.TestTenant;
import dev.usher.it.UsherServer;
import dev.usher.job.JobWatch;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hourly purge of people who are preserved longer than their profile keeps them. */
class PurgeIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

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
    private static Answer hourly(TestTenant tenant) {
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
            pause();
        }
        throw new AssertionError("no purge began by itself");
    }

    private static void pause() {
        try {
            new CountDownLatch(1).await(500, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
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
    private static void age(UsherServer server) throws SQLException {
        server.inDatabase(connection -> {
            try (var statement = connection.createStatement()) {
                statement.executeUpdate("UPDATE account SET state_at=TIMESTAMPADD(DAY, -40, state_at)");
                statement.executeUpdate("DELETE FROM job_lease");
            }
        });
    }
}
