package dev.usher.people;

import static dev.usher.it.TestTenant.patch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.it.Answer;
import dev.usher.it.Http;
import dev.usher.it.TestTenant;
import dev.usher.it.UsherServer;
import dev.usher.job.JobWatch;
import dev.usher.scim.Samples;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mass deprovisioning: more than 20 users and 5 percent within an hour wait for an administrator. */
class DeactivationGuardIT {
    private static final int NEVER_WAIT = 20;
    private static final int WAVE = 25;

    private TestTenant tenant;
    private final List<String> users = new ArrayList<>();

    @BeforeEach
    void makeTenant() {
        tenant = TestTenant.create();
        for (int i = 0; i < WAVE + 5; i++) {
            users.add(tenant.createUser("user" + i + "@acme.com"));
        }
    }

    @Test
    void letsFewDeactivationsPass() {
        deactivate(0, NEVER_WAIT);

        assertThat(batches()).isEmpty();
        assertThat(licence().getInt("used")).isEqualTo(users.size() - NEVER_WAIT);
    }

    @Test
    void endsAccessButKeepsTheSeatsOfAWave() {
        deactivate(0, WAVE);

        assertThat(tenant.scim().get("/Users/" + users.get(WAVE - 1)).text("/active"))
                .isEqualTo("false");
        assertThat(batches()).hasSize(1);
        assertThat(batches().get(0).getString("state")).isEqualTo("OPEN");
        assertThat(batches().get(0).getInt("users")).isEqualTo(WAVE);
        assertThat(licence().getInt("used")).isEqualTo(users.size() - NEVER_WAIT);
        assertThat(tenant.events().body()).contains("mass-deactivation");
    }

    @Test
    void holdsForDeletionsToo() {
        for (int i = 0; i < WAVE; i++) {
            tenant.scim().delete("/Users/" + users.get(i)).expect(204);
        }

        tenant.scim().get("/Users/" + users.get(WAVE - 1)).expectScimError(404, "");
        assertThat(batches()).hasSize(1);
        assertThat(licence().getInt("used")).isEqualTo(users.size() - NEVER_WAIT);
    }

    @Test
    void releasesTheSeatsOnceConfirmed() {
        deactivate(0, WAVE);

        Answer job = JobWatch.done(tenant.admin(), decide("confirm"));

        assertThat(JobWatch.count(job, "SEAT_RELEASED")).isEqualTo(WAVE - NEVER_WAIT);
        assertThat(licence().getInt("used")).isEqualTo(users.size() - WAVE);
        assertThat(batches().get(0).getString("state")).isEqualTo("CONFIRMED");
        tenant.admin()
                .post("/deactivations/" + batches().get(0).getString("id") + "/restore", "")
                .expectProblem(409, "batch-decided");
    }

    @Test
    void restoresTheWholeBatchByOneAction() {
        deactivate(0, WAVE - 1);
        tenant.scim().delete("/Users/" + users.get(WAVE - 1)).expect(204);

        Answer job = JobWatch.done(tenant.admin(), decide("restore"));

        assertThat(JobWatch.count(job, "RESTORED")).isEqualTo(WAVE);
        assertThat(licence().getInt("used")).isEqualTo(users.size());
        assertThat(licence().getInt("preserved")).isZero();
        assertThat(tenant.scim().get("/Users/" + users.get(0)).text("/active")).isEqualTo("true");
        assertThat(tenant.scim().get("/Users/" + users.get(WAVE - 1)).text("/active"))
                .isEqualTo("true");
    }

    @Test
    void leavesWhoCameBackByItselfAlone() {
        deactivate(0, WAVE);
        activate(users.get(WAVE - 1));

        Answer job = JobWatch.done(tenant.admin(), decide("confirm"));

        assertThat(JobWatch.count(job, "SEAT_RELEASED")).isEqualTo(WAVE - NEVER_WAIT - 1);
        assertThat(licence().getInt("used")).isEqualTo(users.size() - WAVE + 1);
    }

    /** Whoever came before the wave was found out, held no seat or was locked belongs to it as well, deleted or not. */
    @Test
    void restoresWhoWasDeletedAfterwardsAndWhoIsLocked() {
        String vault = tenant.createProfile("Vault", true, 1_000);
        tenant.admin()
                .put("/users/" + users.get(WAVE - 1) + "/profile", "{\"profileId\":\"" + vault + "\"}")
                .expect(200);
        deactivate(0, WAVE);
        for (int i : new int[] {0, 1, WAVE - 2, WAVE - 1}) {
            tenant.scim().delete("/Users/" + users.get(i)).expect(204);
        }
        tenant.createUser("user1@acme.com");
        assertThat(batches().get(0).getInt("users")).isEqualTo(WAVE);

        Answer job = JobWatch.done(tenant.admin(), decide("restore"));

        assertThat(JobWatch.count(job, "RESTORED")).isEqualTo(WAVE - 1);
        assertThat(JobWatch.count(job, "USER_NAME_TAKEN")).isEqualTo(1);
        Answer taken = tenant.admin()
                .get("/jobs/" + job.text("/id") + "/items?outcome=USER_NAME_TAKEN")
                .expect(200);
        assertThat(taken.text("/items/0/userId")).isEqualTo(users.get(1));
        assertThat(taken.text("/items/0/userName")).isEqualTo("user1@acme.com");
        for (int i : new int[] {0, 2, WAVE - 2, WAVE - 1}) {
            assertThat(tenant.scim().get("/Users/" + users.get(i)).expect(200).text("/active"))
                    .isEqualTo("true");
        }
        assertThat(tenant.find("userName eq \"user0@acme.com\"").text("/totalResults"))
                .isEqualTo("1");
    }

    /** Unique values of a tenant's own schema are taken as user names are; whoever stays away keeps no seat. */
    @Test
    void restoresTheOthersWhereAUniqueValueIsTaken() {
        String urn = "urn:acme:params:scim:schemas:extension:site:2.0:User";
        tenant.admin()
                .post(
                        "/schemas",
                        Samples.json(
                                "{'id':'%s','name':'Site','attributes':[{'name':'badge','type':'string','uniqueness':'server'}]}"
                                        .formatted(urn)))
                .expect(201);
        int last = WAVE - 1;
        for (int i = 0; i < WAVE; i++) {
            tenant.scim()
                    .patch("/Users/" + users.get(i), patch("replace", urn + ":badge", "B" + i))
                    .expect(200);
            tenant.scim().delete("/Users/" + users.get(i)).expect(204);
        }
        for (int i : new int[] {0, last}) {
            var other = Samples.json("{'badge':'B" + i + "'}");
            tenant.scim()
                    .post(
                            "/Users",
                            TestTenant.user("new" + i + "@acme.com")
                                    .add(urn, other)
                                    .build())
                    .expect(201);
        }

        Answer job = JobWatch.done(tenant.admin(), decide("restore"));

        assertThat(JobWatch.count(job, "RESTORED")).isEqualTo(WAVE - 2);
        assertThat(JobWatch.count(job, "VALUE_TAKEN")).isEqualTo(2);
        assertThat(licence().getInt("used")).isEqualTo(users.size()); // two for two
    }

    @Test
    void leavesWhoWasDecidedAboutOutOfTheNextBatch() {
        for (int i = 0; i < WAVE; i++) {
            users.add(tenant.createUser("more" + i + "@acme.com"));
        }
        int second = WAVE + 5;
        deactivate(0, WAVE);
        JobWatch.done(tenant.admin(), decide("confirm"));
        deactivate(WAVE, WAVE + 1);
        assertThat(batches()).hasSize(1);
        tenant.scim().delete("/Users/" + users.get(0)).expect(204);
        deactivate(second, second + WAVE - 1);
        assertThat(batches()).hasSize(2);
        assertThat(batches().get(0).getInt("users")).isEqualTo(WAVE);

        Answer job = JobWatch.done(tenant.admin(), decide("restore"));

        assertThat(JobWatch.count(job, "RESTORED")).isEqualTo(WAVE);
        tenant.scim().get("/Users/" + users.get(0)).expectScimError(404, "");
        assertThat(tenant.scim().get("/Users/" + users.get(1)).text("/active")).isEqualTo("false");
        assertThat(tenant.scim().get("/Users/" + users.get(WAVE)).text("/active"))
                .isEqualTo("true");
        assertThat(licence().getInt("used")).isEqualTo(users.size() - WAVE);
    }

    /** Whom an administrator preserves, or who was inactive for long, is not brought back with the others. */
    @Test
    void restoresNobodyWhoWasInactiveBefore() {
        tenant.admin().post("/users/" + users.get(WAVE) + "/preserve", "").expect(200);
        String born = tenant.scim()
                .post(
                        "/Users",
                        TestTenant.user("born@acme.com").add("active", false).build())
                .expect(201)
                .text("/id");
        deactivate(0, WAVE);
        tenant.admin().post("/users/" + users.get(0) + "/preserve", "").expect(200);
        tenant.scim().delete("/Users/" + born).expect(204);
        tenant.scim().delete("/Users/" + users.get(WAVE)).expect(204);

        Answer job = JobWatch.done(tenant.admin(), decide("restore"));

        assertThat(JobWatch.count(job, "RESTORED")).isEqualTo(WAVE - 1);
        assertThat(tenant.scim().get("/Users/" + users.get(0)).text("/active")).isEqualTo("false");
        tenant.scim().get("/Users/" + born).expectScimError(404, "");
        tenant.scim().get("/Users/" + users.get(WAVE)).expectScimError(404, "");
    }

    /** The rules' numbers are settings; small ones here, so that few users show each rule at its edge. */
    @Test
    void waitsFromTheFirstOverTheShareOrOverTheMost(@TempDir Path folder) {
        var settings = Map.of("USHER_GUARD_USERS", "2", "USHER_GUARD_PERCENT", "50", "USHER_GUARD_MOST", "6");
        try (var server = UsherServer.startIn(folder.resolve("data"), settings)) {
            var share = TestTenant.create(Http.at(server.base()));
            var most = TestTenant.create(Http.at(server.base()));

            assertThat(firstThatWaits(share, 8)).isEqualTo(5); // four of eight are half, and no more
            assertThat(firstThatWaits(share, 8)).isEqualTo(0); // all of the next are of the same wave
            assertThat(firstThatWaits(most, 20)).isEqualTo(7); // seven of twenty are no half, but over the most
        }
    }

    /** Which deactivation of so many new users was the first that opened a batch, 0 for none. */
    private static int firstThatWaits(TestTenant tenant, int count) {
        var made = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            made.add(tenant.createUser(UUID.randomUUID() + "@acme.com"));
        }
        int before = batches(tenant).size();
        for (int i = 0; i < count; i++) {
            tenant.scim().patch("/Users/" + made.get(i), active(false)).expect(200);
            if (batches(tenant).size() > before) {
                return i + 1;
            }
        }
        return 0;
    }

    private Answer decide(String decision) {
        return tenant.admin().post("/deactivations/" + batches().get(0).getString("id") + "/" + decision, "");
    }

    private List<JsonObject> batches() {
        return batches(tenant);
    }

    private static List<JsonObject> batches(TestTenant tenant) {
        return tenant.admin()
                .get("/deactivations")
                .expect(200)
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }

    private JsonObject licence() {
        return tenant.admin().get("").expect(200).json().getJsonObject("licence");
    }

    private void deactivate(int from, int to) {
        for (int i = from; i < to; i++) {
            tenant.scim().patch("/Users/" + users.get(i), active(false)).expect(200);
        }
    }

    private void activate(String id) {
        tenant.scim().patch("/Users/" + id, active(true)).expect(200);
    }

    private static JsonObject active(boolean active) {
        return patch(Json.createObjectBuilder()
                .add("op", "replace")
                .add("path", "active")
                .add("value", active));
    }
}
