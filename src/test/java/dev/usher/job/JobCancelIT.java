package dev.usher.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.it.Answer;
import dev.usher.it.Http;
import dev.usher.it.Population;
import dev.usher.it.TestTenant;
import dev.usher.it.UsherServer;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An administrator cancels a re-classification of 2,001 users while it moves them. */
@Tag("slow")
class JobCancelIT {
    private static final int USERS = 2_001;
    private static final int SOME = 100;
    private static final int TRIES = 3;

    @Test
    void keepsWhatWasDoneAndLeavesTheRest(@TempDir Path folder) throws SQLException {
        try (var server = UsherServer.startIn(folder.resolve("data"), Map.of())) {
            HalfDone halfDone = halfDone(server);
            TestTenant tenant = halfDone.tenant;
            String other = halfDone.other;
            Answer cancelled = halfDone.cancelled;
            String job = cancelled.text("/id");

            int moved = JobWatch.count(cancelled, "MOVED");
            assertThat(cancelled.text("/state")).isEqualTo("CANCELLED");
            assertThat(moved).isBetween(SOME, USERS - 1);
            assertThat(cancelled.text("/progress/seen")).isEqualTo(Integer.toString(moved));
            tenant.admin().post("/jobs/" + job + "/cancel", "").expectProblem(409, "job-ended");
            assertThat(acts(tenant, "job.cancelled")).containsExactly(job);

            Answer next = apply(tenant, USERS - moved, () -> assertHalfDone(tenant, cancelled, other));
            JobWatch.done(tenant.admin(), next);
            assertThat(users(tenant, other)).hasSize(USERS);
            assertOnce(acts(tenant, "user.moved"), USERS);
            assertThat(tenant.admin().get("/jobs/" + job).expect(200).body()).isEqualTo(cancelled.body());
        }
    }

    /** Whose users were to get the other profile, and the job as the answer to its cancellation told of it. */
    private record HalfDone(TestTenant tenant, String other, Answer cancelled) {}

    /** Where this process is held up, a job has ended before its cancellation comes: then another tenant's is tried. */
    private static HalfDone halfDone(UsherServer server) throws SQLException {
        for (int tries = 0; tries < TRIES; tries++) {
            var tenant = TestTenant.create(Http.at(server.base()));
            populate(server, tenant);
            String other = tenant.createProfile("Other", false, 7);
            tenant.moveMapping(tenant.mappingId(), other);
            String job = apply(tenant, USERS).text("/id");
            JobWatch.until(tenant.admin(), job, seen -> JobWatch.count(seen, "MOVED") >= SOME);
            Answer cancelled = tenant.admin().post("/jobs/" + job + "/cancel", "");
            if (cancelled.status() == 409) {
                cancelled.expectProblem(409, "job-ended");
            } else if (JobWatch.count(cancelled.expect(200), "MOVED") < USERS) {
                return new HalfDone(tenant, other, cancelled);
            }
        }
        throw new AssertionError("each job had ended before it was cancelled");
    }

    /** By another job's end the cancelled one has had all the time to go on, if it would. */
    private static void assertHalfDone(TestTenant tenant, Answer cancelled, String other) {
        int moved = JobWatch.count(cancelled, "MOVED");
        List<JsonObject> there = users(tenant, other);
        List<JsonObject> here = users(tenant, tenant.profileId());
        assertThat(there).hasSize(moved).allMatch(user -> user.getInt("version") == 2);
        assertThat(here).hasSize(USERS - moved).allMatch(user -> user.getInt("version") == 1);
        List<String> ids = members(there, "id");
        assertThat(members(tenant.all("/jobs/" + cancelled.text("/id") + "/items"), "userId"))
                .containsExactlyInAnyOrderElementsOf(ids);
        assertThat(acts(tenant, "user.moved")).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(tenant.admin().get("/profiles/" + other).text("/users")).isEqualTo(Integer.toString(moved));
        assertThat(tenant.admin().get("/jobs/" + cancelled.text("/id")).body()).isEqualTo(cancelled.body());
    }

    private static void populate(UsherServer server, TestTenant tenant) throws SQLException {
        var template = UUID.fromString(
                tenant.scim().post("/Users", Population.template()).expect(201).text("/id"));
        server.stop();
        server.inDatabase(connection -> Population.of(connection, tenant.name()).users(template, USERS - 1));
        server.startAgain();
        tenant.admin().patch("", "{\"reclassify\":\"automatic\"}").expect(200);
    }

    private static Answer apply(TestTenant tenant, int expected) {
        return apply(tenant, expected, () -> {});
    }

    /** A dry run that finds so many, what is to be looked at then, and the job that does it. */
    private static Answer apply(TestTenant tenant, int expected, Runnable between) {
        Answer dry = JobWatch.done(tenant.admin(), tenant.admin().post("/reclassifications", "{}"));
        assertThat(JobWatch.count(dry, "MOVED")).isEqualTo(expected);
        between.run();
        return tenant.admin()
                .post("/reclassifications/" + dry.text("/id") + "/apply", "")
                .expect(202);
    }

    private static void assertOnce(List<String> subjects, int count) {
        assertThat(subjects).hasSize(count);
        assertThat(new HashSet<>(subjects)).hasSize(count);
    }

    private static List<JsonObject> users(TestTenant tenant, String profile) {
        return tenant.all("/users?profileId=" + profile);
    }

    private static List<String> acts(TestTenant tenant, String action) {
        return members(tenant.all("/audit-events?action=" + action), "target");
    }

    private static List<String> members(List<JsonObject> items, String name) {
        return items.stream().map(item -> item.getString(name)).toList();
    }
}
