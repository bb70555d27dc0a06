package dev.usher.people;

import static dev.usher.it.TestTenant.patch;
import static dev.usher.it.TestTenant.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.it.Answer;
import dev.usher.it.AtOnce;
import dev.usher.it.TestTenant;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Seats, preserved users, and the limit of those. */
class LicenceIT {
    private static final int CLIENTS = 32;

    private TestTenant tenant;

    @BeforeEach
    void makeTenant() {
        tenant = TestTenant.create();
    }

    @Test
    void releasesAndTakesTheSeatOnPreserveAndRestore() {
        limit("{\"seats\":1}");
        String first = tenant.createUser("first@acme.com");
        setActive(first, false).expect(200);
        String second = tenant.createUser("second@acme.com");

        Answer refused = setActive(first, true);

        refused.expectScimError(400, "invalidValue");
        assertThat(refused.body()).contains("no-seat");
        setActive(second, false).expect(200);
        setActive(first, true).expect(200);
        assertThat(licence().getInt("used")).isEqualTo(1);
        assertThat(licence().getInt("preserved")).isEqualTo(1);
    }

    @Test
    void countsRightWhile32ClientsPreserveAndRestoreAroundTheLastSeat() throws Exception {
        var ids = new ArrayList<String>();
        for (int i = 0; i < CLIENTS; i++) {
            ids.add(tenant.createUser("client" + i + "@acme.com"));
        }
        limit("{\"seats\":" + CLIENTS + "}");

        List<Answer> answers = atOnce(ids);

        assertThat(answers).allMatch(answer -> answer.status() == 200 || answer.status() == 400);
        int active = 0;
        for (String id : ids) {
            active += tenant.scim().get("/Users/" + id).text("/active").equals("true") ? 1 : 0;
        }
        int extra = Integer.parseInt(tenant.scim()
                .get("/Users?filter=userName%20sw%20%22extra%22&count=0")
                .text("/totalResults"));
        assertThat(licence().getInt("used")).isLessThanOrEqualTo(CLIENTS).isEqualTo(active + extra);
        assertThat(licence().getInt("preserved")).isEqualTo(CLIENTS - active);
    }

    @Test
    void tooManyPreservedStopRestoresButNoDeactivation() {
        limit("{\"preservedLimit\":1}");
        String first = tenant.createUser("first@acme.com");
        String second = tenant.createUser("second@acme.com");
        String third = tenant.createUser("third@acme.com");

        setActive(first, false).expect(200);
        setActive(first, true).expect(200);
        setActive(first, false).expect(200);
        setActive(second, false).expect(200);
        tenant.scim().delete("/Users/" + third).expect(204);

        Answer refused = setActive(first, true);
        refused.expectScimError(400, "invalidValue");
        assertThat(refused.body()).contains("preserved-limit");
        tenant.admin().post("/users/" + first + "/restore", "").expectProblem(409, "preserved-limit");
        assertThat(licence().getInt("preserved")).isEqualTo(3);
        assertThat(licence().getInt("preservedLimit")).isEqualTo(1);
        tenant.admin().delete("/users/" + third).expect(204);
        tenant.admin().delete("/users/" + second).expect(204);
        tenant.admin().post("/users/" + first + "/restore", "").expect(200);
    }

    private void limit(String licence) {
        tenant.admin().send("PATCH", "", "{\"licence\":" + licence + "}").expect(200);
    }

    private JsonObject licence() {
        return tenant.admin().get("").expect(200).json().getJsonObject("licence");
    }

    private Answer setActive(String id, boolean active) {
        return tenant.scim()
                .patch(
                        "/Users/" + id,
                        patch(Json.createObjectBuilder()
                                .add("op", "replace")
                                .add("path", "active")
                                .add("value", active)));
    }

    /** Each client gives its seat up and wants it back, while half of them also make another user. */
    private List<Answer> atOnce(List<String> ids) throws Exception {
        return AtOnce.calls(ids.size(), number -> {
            setActive(ids.get(number), false).expect(200);
            if (number % 2 == 0) {
                tenant.scim()
                        .post("/Users", user("extra" + number + "@acme.com").build());
            }
            return setActive(ids.get(number), true);
        });
    }
}
