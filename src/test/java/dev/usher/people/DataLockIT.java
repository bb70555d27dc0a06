package dev.usher.people;

import static dev.usher.it.TestTenant.patch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.it.Answer;
import dev.usher.it.Http;
import dev.usher.it.TestTenant;
import dev.usher.it.UsherServer;
import dev.usher.job.JobWatch;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The data lock's matrix: who × what × locked or not, over HTTP, one fresh tenant a row. */
class DataLockIT {
    private enum Who {
        IDP,
        PLATFORM,
        CLOUD,
        ADMINISTRATOR,
        SERVICE
    }

    private enum What {
        DELETE_USER,
        PURGE_USER,
        DELETE_DEVICE,
        DELETE_SNAPSHOT,
        SHRINK_SNAPSHOT,
        RENAME_SNAPSHOT,
        CHANGE_PROFILE,
        ENTER_LOCKED_PROFILE,
        ACCEPT_SUGGESTION,
        ENTER_BY_SUGGESTION,
        RELEASE_SEAT,
        RELEASE_SEAT_BY_PUT,
        RELEASE_SEAT_BY_BULK,
        TAKE_LOCK_OFF,
        DELETE_PROFILE
    }

    /** What the answer must be: a status where nothing is locked, and one where it is. */
    private record Row(Who who, What what, int open, int locked) {}

    private static final int FORBIDDEN = 403;
    private static final int WAVE = 24;

    private static final Row[] MATRIX = {
        // The identity provider is never refused: it gets the true state, and the seat stays.
        new Row(Who.IDP, What.DELETE_USER, 204, 204),
        new Row(Who.IDP, What.RELEASE_SEAT, 200, 200),
        new Row(Who.IDP, What.RELEASE_SEAT_BY_PUT, 200, 200),
        new Row(Who.IDP, What.RELEASE_SEAT_BY_BULK, 200, 200),
        new Row(Who.PLATFORM, What.PURGE_USER, 204, 409),
        new Row(Who.PLATFORM, What.DELETE_DEVICE, 204, 409),
        new Row(Who.PLATFORM, What.DELETE_SNAPSHOT, 204, 409),
        new Row(Who.PLATFORM, What.SHRINK_SNAPSHOT, 200, 409),
        new Row(Who.PLATFORM, What.RENAME_SNAPSHOT, 200, 409),
        new Row(Who.PLATFORM, What.CHANGE_PROFILE, 200, 409),
        new Row(Who.PLATFORM, What.ENTER_LOCKED_PROFILE, 200, 409),
        new Row(Who.PLATFORM, What.ACCEPT_SUGGESTION, 204, 409),
        new Row(Who.PLATFORM, What.ENTER_BY_SUGGESTION, 204, 409),
        new Row(Who.PLATFORM, What.RELEASE_SEAT, 200, 200),
        new Row(Who.PLATFORM, What.TAKE_LOCK_OFF, 200, 409),
        new Row(Who.PLATFORM, What.DELETE_PROFILE, 204, 409),
        new Row(Who.CLOUD, What.PURGE_USER, 204, 409),
        new Row(Who.CLOUD, What.DELETE_DEVICE, 204, 409),
        new Row(Who.CLOUD, What.DELETE_SNAPSHOT, 204, 409),
        new Row(Who.CLOUD, What.SHRINK_SNAPSHOT, 200, 409),
        new Row(Who.CLOUD, What.RENAME_SNAPSHOT, 200, 409),
        new Row(Who.CLOUD, What.CHANGE_PROFILE, 200, 409),
        new Row(Who.CLOUD, What.ENTER_LOCKED_PROFILE, 200, 409),
        new Row(Who.CLOUD, What.ACCEPT_SUGGESTION, 204, 409),
        new Row(Who.CLOUD, What.ENTER_BY_SUGGESTION, 204, 409),
        new Row(Who.CLOUD, What.RELEASE_SEAT, 200, 200),
        new Row(Who.CLOUD, What.TAKE_LOCK_OFF, 200, 409),
        new Row(Who.CLOUD, What.DELETE_PROFILE, 204, 409),
        new Row(Who.ADMINISTRATOR, What.PURGE_USER, 204, 409),
        new Row(Who.ADMINISTRATOR, What.DELETE_DEVICE, 204, 409),
        new Row(Who.ADMINISTRATOR, What.DELETE_SNAPSHOT, 204, 409),
        new Row(Who.ADMINISTRATOR, What.SHRINK_SNAPSHOT, 200, 409),
        new Row(Who.ADMINISTRATOR, What.RENAME_SNAPSHOT, 200, 409),
        new Row(Who.ADMINISTRATOR, What.CHANGE_PROFILE, 200, 409),
        new Row(Who.ADMINISTRATOR, What.ENTER_LOCKED_PROFILE, FORBIDDEN, FORBIDDEN),
        new Row(Who.ADMINISTRATOR, What.ACCEPT_SUGGESTION, 204, 409),
        new Row(Who.ADMINISTRATOR, What.ENTER_BY_SUGGESTION, FORBIDDEN, 409),
        new Row(Who.ADMINISTRATOR, What.RELEASE_SEAT, 200, 200),
        new Row(Who.ADMINISTRATOR, What.TAKE_LOCK_OFF, FORBIDDEN, FORBIDDEN),
        new Row(Who.ADMINISTRATOR, What.DELETE_PROFILE, 204, 409),
        new Row(Who.SERVICE, What.PURGE_USER, FORBIDDEN, FORBIDDEN),
        new Row(Who.SERVICE, What.DELETE_DEVICE, 204, 409),
        new Row(Who.SERVICE, What.DELETE_SNAPSHOT, 204, 409),
        new Row(Who.SERVICE, What.SHRINK_SNAPSHOT, 200, 409),
        new Row(Who.SERVICE, What.RENAME_SNAPSHOT, 200, 409),
        new Row(Who.SERVICE, What.CHANGE_PROFILE, FORBIDDEN, FORBIDDEN),
        new Row(Who.SERVICE, What.ENTER_LOCKED_PROFILE, FORBIDDEN, FORBIDDEN),
        new Row(Who.SERVICE, What.ACCEPT_SUGGESTION, FORBIDDEN, FORBIDDEN),
        new Row(Who.SERVICE, What.ENTER_BY_SUGGESTION, FORBIDDEN, FORBIDDEN),
        new Row(Who.SERVICE, What.RELEASE_SEAT, FORBIDDEN, FORBIDDEN),
        new Row(Who.SERVICE, What.TAKE_LOCK_OFF, FORBIDDEN, FORBIDDEN),
        new Row(Who.SERVICE, What.DELETE_PROFILE, FORBIDDEN, FORBIDDEN),
    };

    @TestFactory
    Stream<DynamicTest> holdsForEverybody() {
        return Stream.of(MATRIX)
                .flatMap(row -> Stream.of(false, true)
                        .map(locked -> DynamicTest.dynamicTest(
                                row.who() + " " + row.what() + (locked ? " locked" : " open"),
                                () -> holds(row, locked))));
    }

    /** Jobs are the matrix's last rows: they leave locked users as they are, and re-classification and waves say so. */
    @TestFactory
    Stream<DynamicTest> holdsForJobs() {
        var waves = Stream.of("confirm", "restore")
                .map(decision -> DynamicTest.dynamicTest("JOB " + decision + " locked", () -> settles(decision)));
        return Stream.concat(waves, Stream.of(DynamicTest.dynamicTest("JOB CHANGE_PROFILE locked", () -> {
            var scene = new Scene(true);
            scene.tenant
                    .admin()
                    .send("PATCH", "", "{\"reclassify\":\"automatic\"}")
                    .expect(200);
            scene.moveMappingTo(scene.other);

            Answer dry =
                    JobWatch.done(scene.tenant.admin(), scene.tenant.admin().post("/reclassifications", "{}"));
            Answer job = JobWatch.done(
                    scene.tenant.admin(),
                    scene.tenant.admin().post("/reclassifications/" + dry.text("/id") + "/apply", ""));

            assertThat(JobWatch.count(dry, "DATA_LOCKED")).isEqualTo(1);
            assertThat(JobWatch.count(job, "DATA_LOCKED")).isEqualTo(1);
            assertThat(scene.user().text("/assignment/profileId")).isEqualTo(scene.profile);
            assertThat(scene.tenant.events().body()).contains("data-locked");
        })));
    }

    /** The purge that nobody asked for, of a tenant where an unlocked user's time has come as well. */
    @Test
    @Tag("slow")
    void holdsForTheScheduledPurge(@TempDir Path folder) throws SQLException {
        try (var server = UsherServer.startIn(folder.resolve("data"), Map.of())) {
            var scene = new Scene(true, Http.at(server.base()));
            String open = scene.tenant.createProfile("Open", false, 1_000);
            scene.moveMappingTo(open);
            String unlocked = scene.newcomer("unlocked@acme.com");
            for (String profile : List.of(scene.profile, open)) {
                scene.tenant
                        .admin()
                        .patch("/profiles/" + profile, "{\"purgeAfterDays\":30}")
                        .expect(200);
            }
            scene.act(Who.PLATFORM, What.RELEASE_SEAT).expect(200);
            scene.tenant.admin().post("/users/" + unlocked + "/preserve", "").expect(200);
            server.stop();
            PurgeIT.age(server);
            server.startAgain();

            Answer job = PurgeIT.hourly(scene.tenant);

            assertThat(JobWatch.count(job, "PURGED")).isEqualTo(1);
            assertThat(job.text("/progress/seen")).isEqualTo("1");
            scene.tenant.admin().get("/users/" + unlocked).expectProblem(404, "not-found");
            assertThat(scene.user().text("/state")).isEqualTo("PRESERVED");
            assertThat(scene.user().text("/seatHeld")).isEqualTo("true");
            scene.assertUntouched();
            Answer preview = scene.tenant.admin().get("/purge").expect(200);
            assertThat(preview.text("/due")).isEqualTo("0");
            assertThat(preview.text("/profiles/0/profileName")).isEqualTo("Vault");
            assertThat(preview.text("/profiles/0/dataLocked")).isEqualTo("1");
        }
    }

    /** A wave of the mapping's people, all of them locked: none gives its seat up, all of them can be brought back. */
    private static void settles(String decision) {
        var scene = new Scene(true);
        scene.act(Who.IDP, What.RELEASE_SEAT).expect(200);
        for (int i = 0; i < WAVE; i++) {
            String id = scene.newcomer("more" + i + "@acme.com");
            scene.tenant.scim().patch("/Users/" + id, Scene.deactivation()).expect(200);
        }
        Answer batches = scene.tenant.admin().get("/deactivations").expect(200);

        Answer job = JobWatch.done(
                scene.tenant.admin(),
                scene.tenant.admin().post("/deactivations/" + batches.text("/items/0/id") + "/" + decision, ""));

        boolean restored = decision.equals("restore");
        assertThat(JobWatch.count(job, restored ? "RESTORED" : "data-locked")).isEqualTo(WAVE + 1);
        assertThat(scene.user().text("/state")).isEqualTo(restored ? "ACTIVE" : "PRESERVED");
        assertThat(scene.user().text("/seatHeld")).isEqualTo("true");
        assertThat(scene.tenant.admin().get("").text("/licence/used")).isEqualTo(Integer.toString(WAVE + 1));
    }

    private static void holds(Row row, boolean locked) {
        var scene = new Scene(locked);

        Answer answer = scene.act(row.who(), row.what());

        answer.expect(locked ? row.locked() : row.open());
        if (locked && row.locked() == 409) {
            answer.expectProblem(409, "data-locked");
            String profile = row.what().name().endsWith("_SUGGESTION") ? "Open" : "Vault";
            assertThat(answer.text("/detail")).contains(profile);
            assertThat(answer.text("/profileName")).isEqualTo(profile);
            scene.assertUntouched();
        }
        boolean ends = row.what().name().startsWith("RELEASE_SEAT") && row.open() != FORBIDDEN;
        if (ends || row.what() == What.DELETE_USER) {
            Answer user = scene.user();
            assertThat(user.text("/state")).isEqualTo("PRESERVED");
            assertThat(user.text("/seatHeld")).isEqualTo(Boolean.toString(locked));
        }
        if (row.who() == Who.IDP && locked) {
            assertThat(scene.tenant.events().body()).contains("CONFLICT", "data-locked");
        }
    }

    /** A tenant with one user of a profile that is locked or not, one device with a snapshot, and callers of every sort. */
    private static final class Scene {
        private final TestTenant tenant;
        private final boolean locked;
        private final String profile;
        private final String other;
        private final String mapping;
        private final String userId;
        private final Map<Who, Http> callers = new EnumMap<>(Who.class);

        Scene(boolean locked) {
            this(locked, UsherServer.http());
        }

        Scene(boolean locked, Http server) {
            this.locked = locked;
            tenant = TestTenant.withoutMapping(server);
            profile = tenant.createProfile("Vault", locked, 1_000);
            other = tenant.createProfile("Other", false, 1_000);
            mapping = tenant.createMapping("Everyone", "active", "true", profile);
            userId = newcomer("kept@acme.com");
            callers.put(Who.PLATFORM, tenant.admin());
            callers.put(Who.CLOUD, key("cloud-administrator"));
            callers.put(Who.ADMINISTRATOR, key("administrator"));
            callers.put(Who.SERVICE, key("service"));
            Http product = tenant.admin();
            product.put("/users/" + userId + "/devices/dev-1", "{\"name\":\"Laptop\"}")
                    .expect(201);
            product.put("/devices/dev-1/snapshots/s1", snapshot("nightly", 5)).expect(201);
        }

        /** Somebody new, to whom the mapping gives its profile of this moment. */
        String newcomer(String name) {
            return tenant.scim()
                    .post("/Users", TestTenant.user(name).add("active", true).build())
                    .expect(201)
                    .text("/id");
        }

        private Http key(String role) {
            return tenant.admin()
                    .bearer(tenant.admin()
                            .post("/api-keys", "{\"name\":\"" + role + "\",\"role\":\"" + role + "\"}")
                            .expect(201)
                            .text("/secret"));
        }

        Answer act(Who who, What what) {
            if (who == Who.IDP) {
                return asIdp(what);
            }
            Http caller = callers.get(who);
            return switch (what) {
                case DELETE_USER, PURGE_USER -> caller.delete("/users/" + userId);
                case DELETE_DEVICE -> caller.delete("/users/" + userId + "/devices/dev-1");
                case DELETE_SNAPSHOT -> caller.delete("/devices/dev-1/snapshots/s1");
                case SHRINK_SNAPSHOT -> caller.put("/devices/dev-1/snapshots/s1", snapshot("nightly", 0));
                case RENAME_SNAPSHOT -> caller.put("/devices/dev-1/snapshots/s1", snapshot("nothing", 5));
                case ENTER_LOCKED_PROFILE ->
                    caller.put(
                            "/users/" + userId + "/profile",
                            "{\"profileId\":\"" + tenant.createProfile("Cellar", true, 1_000) + "\"}");
                case ACCEPT_SUGGESTION -> acceptSuggestion(caller, other);
                case ENTER_BY_SUGGESTION -> acceptSuggestion(caller, tenant.createProfile("Cellar", true, 1_000));
                case CHANGE_PROFILE -> caller.put("/users/" + userId + "/profile", "{\"profileId\":\"" + other + "\"}");
                case RELEASE_SEAT, RELEASE_SEAT_BY_PUT, RELEASE_SEAT_BY_BULK ->
                    caller.post("/users/" + userId + "/preserve", "");
                case TAKE_LOCK_OFF -> caller.patch("/profiles/" + profile, "{\"dataLocked\":false}");
                case DELETE_PROFILE -> deleteProfile(caller);
            };
        }

        private Answer asIdp(What what) {
            var inactive = TestTenant.user("kept@acme.com").add("active", false);
            var bulk = Json.createObjectBuilder()
                    .add("schemas", Json.createArrayBuilder().add("urn:ietf:params:scim:api:messages:2.0:BulkRequest"))
                    .add(
                            "Operations",
                            Json.createArrayBuilder()
                                    .add(Json.createObjectBuilder()
                                            .add("method", "PATCH")
                                            .add("path", "/Users/" + userId)
                                            .add("data", deactivation())));
            return switch (what) {
                case DELETE_USER -> tenant.scim().delete("/Users/" + userId);
                case RELEASE_SEAT_BY_PUT -> tenant.scim().put("/Users/" + userId, inactive.build());
                case RELEASE_SEAT_BY_BULK -> tenant.scim().post("/Bulk", bulk.build());
                default -> tenant.scim().patch("/Users/" + userId, deactivation());
            };
        }

        /** A move to that profile, suggested while the present one is not locked; then it is, or is not. */
        private Answer acceptSuggestion(Http caller, String to) {
            tenant.admin().patch("", "{\"reclassify\":\"suggest\"}").expect(200);
            String open = tenant.createProfile("Open", false, 1_000);
            moveMappingTo(open);
            String guest = newcomer("guest@acme.com");
            moveMappingTo(to);
            Answer dry = JobWatch.done(tenant.admin(), tenant.admin().post("/reclassifications", "{}"));
            JobWatch.done(tenant.admin(), tenant.admin().post("/reclassifications/" + dry.text("/id") + "/apply", ""));
            if (locked) {
                tenant.admin()
                        .patch("/profiles/" + open, "{\"dataLocked\":true}")
                        .expect(200);
            }
            return caller.post("/suggestions/" + guest + "/accept", "");
        }

        private static String snapshot(String name, long sizeBytes) {
            return "{\"name\":\"" + name + "\",\"sizeBytes\":" + sizeBytes + ",\"takenAt\":\"2026-01-31T02:00:00Z\"}";
        }

        /** Without a lock the profile must be out of use to be deleted, so that the lock alone is what is asked. */
        private Answer deleteProfile(Http caller) {
            if (!locked) {
                moveMappingTo(other);
                tenant.admin().delete("/users/" + userId).expect(204);
            }
            return caller.delete("/profiles/" + profile);
        }

        void moveMappingTo(String to) {
            tenant.moveMapping(mapping, to);
        }

        Answer user() {
            return tenant.admin().get("/users/" + userId).expect(200);
        }

        void assertUntouched() {
            assertThat(user().text("/assignment/profileId")).isEqualTo(profile);
            Answer usage = tenant.admin().get("/users/" + userId + "/usage").expect(200);
            assertThat(usage.text("/devices")).isEqualTo("1");
            assertThat(usage.text("/snapshots")).isEqualTo("1");
            assertThat(tenant.admin().get("/profiles/" + profile).text("/dataLocked"))
                    .isEqualTo("true");
        }

        private static JsonValue deactivation() {
            return patch(Json.createObjectBuilder()
                    .add("op", "replace")
                    .add("path", "active")
                    .add("value", false));
        }
    }
}
