package dev.usher.people;

import static dev.usher.it.TestTenant.ASSIGNMENT;
import static dev.usher.it.TestTenant.patch;
import static dev.usher.it.TestTenant.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.it.Answer;
import dev.usher.it.TestTenant;
import dev.usher.it.UsherServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A user's life by SCIM, over HTTP. */
class UsersIT {
    private TestTenant tenant;

    @BeforeEach
    void makeTenant() {
        tenant = TestTenant.create();
    }

    @Test
    void createsAnAssignedUser() {
        Answer made = tenant.scim()
                .post(
                        "/Users",
                        user("alice@acme.com", "Sales")
                                .add("externalId", "4711")
                                .build());

        made.expect(201);
        assertThat(made.header("Location")).endsWith("/Users/" + made.text("/id"));
        assertThat(made.text("/active")).isEqualTo("true");
        assertThat(made.text("/meta/version")).isEqualTo("W/\"1\"");
        JsonObject assignment = made.json().getJsonObject(ASSIGNMENT);
        assertThat(assignment.getString("profile")).isEqualTo("General Profile 1");
        assertThat(assignment.getString("storageRegion")).isEqualTo("EU-Frankfurt");
        assertThat(assignment.getJsonNumber("quotaBytes").longValue()).isEqualTo(5368709120L);
        assertThat(assignment.getString("mapping")).isEqualTo("Everyone");
        assertThat(assignment.getString("state")).isEqualTo("ACTIVE");
        assertThat(seats()).containsExactly(1, 0, 1);
        assertThat(get(made.text("/id")).json()).isEqualTo(made.json());
    }

    @Test
    void refusesAUserWhomNoMappingTakesAndStoresNothing() {
        var bare = TestTenant.withoutMapping(UsherServer.http());
        bare.createMapping("Engineering", "department", "Engineering", bare.profileId());

        Answer refused =
                bare.scim().post("/Users", user("bob@acme.com", "Sales").build());

        refused.expectScimError(400, "invalidValue");
        assertThat(refused.text("/detail")).contains("department", "Sales");
        assertThat(refused.body()).contains("no-mapping");
        assertThat(bare.find("userName eq \"bob@acme.com\"").text("/totalResults"))
                .isEqualTo("0");
        assertThat(bare.events().body()).contains("REFUSED").doesNotContain("bob@");
    }

    @Test
    void refusesAUserWithoutASeatAndGivesItOnceOneIsFree() {
        tenant.admin().send("PATCH", "", "{\"licence\":{\"seats\":1}}").expect(200);
        String first = tenant.createUser("first@acme.com");

        Answer refused = tenant.scim().post("/Users", user("second@acme.com").build());
        active(first, false);
        Answer made = tenant.scim().post("/Users", user("second@acme.com").build());
        Answer back = active(first, true);

        refused.expectScimError(400, "invalidValue");
        assertThat(refused.body()).contains("no-seat");
        made.expect(201);
        back.expectScimError(400, "invalidValue");
        assertThat(get(first).text("/active")).isEqualTo("false");
        assertThat(seats()).containsExactly(1, 1, 2);
    }

    @Test
    void takesAnInactiveUserAsPreservedWithoutASeat() {
        Answer made = tenant.scim()
                .post("/Users", user("late@acme.com").add("active", false).build());

        made.expect(201);
        assertThat(made.text("/active")).isEqualTo("false");
        assertThat(seats()).containsExactly(0, 1, 1);
    }

    @Test
    void refusesATakenNameInAnyCase() {
        tenant.createUser("alice@acme.com");

        Answer refused = tenant.scim().post("/Users", user("ALICE@acme.com").build());

        refused.expectScimError(409, "uniqueness");
        assertThat(refused.text("/detail")).contains("userName");
        assertThat(seats()).containsExactly(1, 0, 1);
    }

    @Test
    void writesNothingWhenNothingDiffers() {
        String id = tenant.createUser("same@acme.com");
        tenant.scim().patch("/Users/" + id, patch("replace", "title", "Chief")).expect(200);
        JsonObject before = get(id).json();

        Answer again = tenant.scim().patch("/Users/" + id, patch("replace", "title", "Chief"));
        Answer put = tenant.scim()
                .put("/Users/" + id, user("same@acme.com").add("title", "Chief").build());

        assertThat(again.expect(200).json()).isEqualTo(before);
        assertThat(put.expect(200).json()).isEqualTo(before);
        assertThat(outcomes().stream().filter("NO_CHANGE"::equals)).hasSize(1);
    }

    @Test
    void findsAChangedValueAndNoLongerTheOldOne() {
        String id = tenant.createUser("value@acme.com");
        tenant.scim().patch("/Users/" + id, patch("add", "title", "Old")).expect(200);

        tenant.scim().patch("/Users/" + id, patch("replace", "title", "New")).expect(200);

        assertThat(tenant.find("title eq \"new\"").text("/totalResults")).isEqualTo("1");
        assertThat(tenant.find("title eq \"Old\"").text("/totalResults")).isEqualTo("0");
        JsonObject remove = patch(Json.createObjectBuilder().add("op", "remove").add("path", "title"));
        tenant.scim().patch("/Users/" + id, remove).expect(200);
        assertThat(tenant.find("title pr").text("/totalResults")).isEqualTo("0");
    }

    @Test
    void replacesTheWholeUserButKeepsWhatPutMayLeaveOut() {
        Answer made = tenant.scim()
                .post(
                        "/Users",
                        user("put@acme.com")
                                .add("externalId", "ext-1")
                                .add("title", "Chief")
                                .build());
        String id = made.text("/id");
        active(id, false);

        Answer put =
                tenant.scim().put("/Users/" + id, user("put2@acme.com").build()).expect(200);

        assertThat(put.text("/userName")).isEqualTo("put2@acme.com");
        assertThat(put.text("/externalId")).isEqualTo("ext-1");
        assertThat(put.text("/active")).isEqualTo("false");
        assertThat(put.json()).doesNotContainKey("title");
        assertThat(tenant.events().body()).contains("title");
    }

    @Test
    void obeysVersions() {
        String id = tenant.createUser("etag@acme.com");
        tenant.scim()
                .with("If-Match", "W/\"1\"")
                .patch("/Users/" + id, patch("add", "title", "A"))
                .expect(200);

        Answer stale = tenant.scim().with("If-Match", "W/\"1\"").patch("/Users/" + id, patch("add", "title", "B"));
        Answer staleDelete = tenant.scim().with("If-Match", "W/\"1\"").delete("/Users/" + id);
        Answer cached = tenant.scim().with("If-None-Match", "W/\"2\"").get("/Users/" + id);

        stale.expectScimError(412, "");
        staleDelete.expectScimError(412, "");
        assertThat(cached.status()).isEqualTo(304);
        assertThat(get(id).text("/title")).isEqualTo("A");
    }

    @Test
    void hidesADeletedUserKeepsTheAccountAndFreesTheName() {
        String id = tenant.createUser("gone@acme.com");
        String group = tenant.createGroup("Everybody", id);

        tenant.scim().delete("/Users/" + id).expect(204);

        get(id).expectScimError(404, "");
        tenant.scim().delete("/Users/" + id).expectScimError(404, "");
        tenant.scim().patch("/Users/" + id, patch("add", "title", "A")).expectScimError(404, "");
        assertThat(tenant.find("userName eq \"gone@acme.com\"").text("/totalResults"))
                .isEqualTo("0");
        assertThat(tenant.scim().get("/Groups/" + group).json()).doesNotContainKey("members");
        assertThat(tenant.scim().get("/Groups/" + group).text("/meta/version")).isEqualTo("W/\"2\"");
        assertThat(account(id).getString("preservedBy")).isEqualTo("IDP_DELETE");
        assertThat(seats()).containsExactly(0, 1, 0);
        assertThat(tenant.createUser("gone@acme.com")).isNotEqualTo(id);
        assertThat(tenant.events().body()).contains("POSSIBLE_RETURN", id);
    }

    @Test
    void bringsBackADeactivatedUserByItsExternalId() {
        Answer made = tenant.scim()
                .post("/Users", user("back@acme.com").add("externalId", "plain").build());
        active(made.text("/id"), false);

        Answer again = tenant.scim()
                .post(
                        "/Users",
                        user("back@acme.com")
                                .add("externalId", "plain")
                                .add("title", "Chief")
                                .build());

        again.expect(201);
        assertThat(again.text("/id")).isEqualTo(made.text("/id"));
        assertThat(again.text("/active")).isEqualTo("true");
        assertThat(again.text("/title")).isEqualTo("Chief");
        assertThat(seats()).containsExactly(1, 0, 1);
    }

    @Test
    void bringsBackADeletedUserByAnOpaqueExternalIdWithItsOldAssignment() {
        String externalId = UUID.randomUUID().toString();
        Answer made = tenant.scim()
                .post(
                        "/Users",
                        user("old@acme.com").add("externalId", externalId).build());
        tenant.scim().delete("/Users/" + made.text("/id")).expect(204);

        Answer again = tenant.scim()
                .post(
                        "/Users",
                        user("new@acme.com").add("externalId", externalId).build());

        again.expect(201);
        assertThat(again.text("/id")).isEqualTo(made.text("/id"));
        assertThat(again.json().getJsonObject(ASSIGNMENT)).isEqualTo(made.json().getJsonObject(ASSIGNMENT));
        assertThat(tenant.find("userName eq \"new@acme.com\"").text("/totalResults"))
                .isEqualTo("1");
        assertThat(tenant.find("userName eq \"old@acme.com\"").text("/totalResults"))
                .isEqualTo("0");
        assertThat(seats()).containsExactly(1, 0, 1);
    }

    @Test
    void doesNotLetTheIdpUndoAnAdministratorsDecision() {
        String id = tenant.createUser("held@acme.com");
        tenant.admin().post("/users/" + id + "/preserve", "").expect(200);

        Answer wish = active(id, true);

        assertThat(wish.expect(200).text("/active")).isEqualTo("false");
        assertThat(outcomes()).contains("CONFLICT");
        assertThat(tenant.events().body()).contains("preserved-by-administrator");
    }

    @Test
    void keepsADataLockedUsersSeatThroughDeactivationAndDeletion() {
        var bare = TestTenant.withoutMapping(UsherServer.http());
        bare.createMapping("Locked", "department", "Legal", bare.createProfile("Held", true, 1));
        String id = bare.scim()
                .post("/Users", user("law@acme.com", "Legal").build())
                .expect(201)
                .text("/id");

        Answer away = bare.scim().patch("/Users/" + id, activity(false));
        Answer purge = bare.admin().delete("/users/" + id);
        Answer deleted = bare.scim().delete("/Users/" + id);

        assertThat(away.expect(200).text("/active")).isEqualTo("false");
        purge.expectProblem(409, "data-locked");
        deleted.expect(204);
        JsonObject account = bare.admin().get("/users/" + id).expect(200).json();
        assertThat(account.getBoolean("seatHeld")).isTrue();
        assertThat(account.getBoolean("visibleToScim")).isFalse();
        assertThat(bare.events().body()).contains("CONFLICT", "data-locked");
    }

    private Answer get(String id) {
        return tenant.scim().get("/Users/" + id);
    }

    private Answer active(String id, boolean active) {
        return tenant.scim().patch("/Users/" + id, activity(active));
    }

    private static JsonObject activity(boolean active) {
        return patch(Json.createObjectBuilder()
                .add("op", "replace")
                .add("path", "active")
                .add("value", active));
    }

    private JsonObject account(String id) {
        return tenant.admin().get("/users/" + id).expect(200).json();
    }

    private List<String> outcomes() {
        return tenant.events().json().getJsonArray("items").stream()
                .map(JsonValue::asJsonObject)
                .map(event -> event.getString("outcome"))
                .toList();
    }

    /** Used, preserved, visible. */
    private List<Integer> seats() {
        JsonObject whole = tenant.admin().get("").expect(200).json();
        JsonObject licence = whole.getJsonObject("licence");
        return List.of(
                licence.getInt("used"),
                licence.getInt("preserved"),
                whole.getJsonObject("counts").getInt("users"));
    }
}
