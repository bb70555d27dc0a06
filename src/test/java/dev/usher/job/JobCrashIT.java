package dev.usher.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.it.Answer;
import dev.usher.it.Http;
import dev.usher.it.Population;
import dev.usher.it.TestTenant;
import dev.usher.it.UsherServer;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server is killed in the middle of a re-classification of 10,000 users, and of a purge of some of them. */
@Tag("slow")
class JobCrashIT {
    private static final int USERS = 10_000;
    private static final int PRESERVED = 4_000;
    private static final int SOME = 1_000;

    @Test
    void endsAfterAKillWithEachUserOnce(@TempDir Path folder) throws SQLException {
        try (var server = UsherServer.startIn(folder.resolve("data"), Map.of())) {
            var tenant = TestTenant.create(Http.at(server.base()));
            var template = UUID.fromString(tenant.scim()
                    .post("/Users", Population.template())
                    .expect(201)
                    .text("/id"));
            server.stop();
            server.inDatabase(connection -> populate(connection, tenant, template));
            server.startAgain();

            reclassifies(server, tenant);
            server.stop();
            server.inDatabase(connection -> age(connection, tenant));
            server.startAgain();
            purges(server, tenant);
        }
    }

    private static void reclassifies(UsherServer server, TestTenant tenant) {
        String other = tenant.createProfile("Other", false, 7);
        tenant.moveMapping(tenant.mappingId(), other);
        tenant.admin().send("PATCH", "", "{\"reclassify\":\"automatic\"}").expect(200);
        Answer dry = JobWatch.done(tenant.admin(), tenant.admin().post("/reclassifications", "{}"));
        assertThat(JobWatch.count(dry, "MOVED")).isEqualTo(USERS + 1);

        Answer started = tenant.admin().post("/reclassifications/" + dry.text("/id") + "/apply", "");
        Answer ended = killedInTheMiddle(server, tenant, started, "MOVED", USERS);

        assertThat(JobWatch.count(ended, "MOVED")).isEqualTo(USERS + 1);
        assertOnce(audited(tenant, "user.moved"), USERS + 1);
        assertThat(tenant.admin().get("/profiles/" + other).text("/users")).isEqualTo(Integer.toString(USERS + 1));
    }

    private static void purges(UsherServer server, TestTenant tenant) {
        tenant.admin()
                .get("/profiles")
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .forEach(profile -> tenant.admin()
                        .patch("/profiles/" + profile.getString("id"), "{\"purgeAfterDays\":30}")
                        .expect(200));
        assertThat(tenant.admin().get("/purge").text("/due")).isEqualTo(Integer.toString(PRESERVED));

        Answer started = purge(tenant);
        Answer ended = killedInTheMiddle(server, tenant, started, "PURGED", PRESERVED);

        assertThat(JobWatch.count(ended, "PURGED")).isEqualTo(PRESERVED);
        assertOnce(audited(tenant, "user.purged"), PRESERVED);
        assertThat(tenant.admin().get("/users?state=PRESERVED").json().getJsonArray("items"))
                .isEmpty();
        JsonObject licence = tenant.admin().get("").json().getJsonObject("licence");
        assertThat(licence.getInt("preserved")).isZero();
        assertThat(licence.getInt("used")).isEqualTo(USERS + 1 - PRESERVED);
    }

    /** The one that we begin, or the hourly one where it was faster. */
    private static Answer purge(TestTenant tenant) {
        Answer started = tenant.admin().post("/purge", "");
        return started.status() == 202
                ? started
                : tenant.admin().get("/jobs?limit=1").expect(200);
    }

    private static Answer killedInTheMiddle(
            UsherServer server, TestTenant tenant, Answer started, String outcome, int all) {
        String id = started.json().containsKey("items") ? started.text("/items/0/id") : started.text("/id");
        Answer seen = JobWatch.until(tenant.admin(), id, job -> JobWatch.count(job, outcome) >= SOME);
        server.kill();
        assertThat(JobWatch.count(seen, outcome)).isLessThan(all);
        server.startAgain();
        Answer ended =
                JobWatch.until(tenant.admin(), id, job -> !job.text("/state").equals("RUNNING"));
        assertThat(ended.text("/state")).isEqualTo("DONE");
        return ended;
    }

    private static void assertOnce(List<String> subjects, int count) {
        assertThat(subjects).hasSize(count);
        assertThat(new HashSet<>(subjects)).hasSize(count);
    }

    private static List<String> audited(TestTenant tenant, String action) {
        return tenant.all("/audit-events?action=" + action).stream()
                .map(event -> event.getString("target"))
                .toList();
    }

    private static void populate(Connection connection, TestTenant tenant, UUID template) throws SQLException {
        Population.of(connection, tenant.name()).users(template, USERS);
    }

    /** So many were preserved by an administrator forty days ago. */
    private static void age(Connection connection, TestTenant tenant) throws SQLException {
        String of = " WHERE tenant_no=(SELECT tenant_no FROM tenant WHERE name='" + tenant.name() + "')";
        try (var statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE account SET state=1, preserved_by=1, seat_held=0,"
                    + " state_at=TIMESTAMPADD(DAY, -40, state_at)" + of + " LIMIT " + PRESERVED);
            statement.executeUpdate("UPDATE licence SET used=used-" + PRESERVED + ", preserved=" + PRESERVED + of);
        }
    }
}
