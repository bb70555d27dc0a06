package dev.usher.people;

import static dev.usher.it.TestTenant.patch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.it.Answer;
import dev.usher.it.TestTenant;
import dev.usher.job.JobWatch;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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

    private Answer decide(String decision) {
        return tenant.admin().post("/deactivations/" + batches().get(0).getString("id") + "/" + decision, "");
    }

    private List<JsonObject> batches() {
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
