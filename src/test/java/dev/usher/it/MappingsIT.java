package dev.usher.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mappings through the admin API: made last, changed in name and assignment, never in criteria, all audited. */
class MappingsIT {
    private TestTenant tenant;

    @BeforeEach
    void makeTenant() {
        tenant = TestTenant.withoutMapping(UsherServer.http());
    }

    @Test
    void showsAMappingWithEverythingItAssigns() {
        Answer made = tenant.admin().post("/mappings", body("Engineering", """
                {"type":"ATTRIBUTE","attribute":"department","values":"Engineering, \\"R&D, Berlin\\" ,Engineering"}"""));

        made.expect(201);
        JsonObject mapping = made.json();
        assertThat(mapping.getString("name")).isEqualTo("Engineering");
        assertThat(mapping.getJsonObject("criteria").toString())
                .isEqualTo("{\"type\":\"ATTRIBUTE\",\"attribute\":\"department\",\"path\":\"" + TestTenant.ENTERPRISE
                        + ":department\",\"values\":[\"Engineering\",\"R&D, Berlin\"]}");
        assertThat(made.text("/assignment/profileName")).isEqualTo("General Profile 1");
        assertThat(made.text("/assignment/storageRegionName")).isEqualTo("EU-Frankfurt");
        assertThat(made.text("/assignment/quotaBytes")).isEqualTo("null");
        assertThat(made.text("/assignment/effectiveQuotaBytes")).isEqualTo("5368709120");
        assertThat(made.text("/assignment/dataLocked")).isEqualTo("false");
        assertThat(made.text("/place")).isEqualTo("1");
        assertThat(made.text("/users")).isEqualTo("0");
        assertThat(made.header("Location")).endsWith("/mappings/" + made.text("/id"));
        assertThat(tenant.admin()
                        .get("/mappings/" + made.text("/id"))
                        .expect(200)
                        .header("ETag"))
                .isEqualTo(made.header("ETag"));
    }

    @Test
    void putsANewMappingLastAndCountsItsUsers() {
        tenant.createMapping("A", "department", "Sales", tenant.profileId());
        all("Everyone");
        tenant.createMapping("B", "title", "VP", tenant.profileId());
        tenant.scim().post("/Users", TestTenant.user("sam", "Sales").build()).expect(201);
        tenant.scim().post("/Users", TestTenant.user("eve", "Legal").build()).expect(201);

        Answer list = tenant.admin().get("/mappings").expect(200);

        assertThat(names(list)).containsExactly("A", "Everyone", "B");
        assertThat(list.text("/items/0/users")).isEqualTo("1");
        assertThat(list.text("/items/1/users")).isEqualTo("1");
        assertThat(list.text("/items/2/users")).isEqualTo("0");
        assertThat(list.text("/warnings/0/code")).isEqualTo("unreachable");
    }

    @Test
    void pagesTheListByCursor() {
        for (int i = 0; i < 5; i++) {
            tenant.createMapping("M" + i, "title", "t" + i, tenant.profileId());
        }

        Answer first = tenant.admin().get("/mappings?limit=3").expect(200);
        Answer second = tenant.admin()
                .get("/mappings?limit=3&cursor=" + Http.encode(first.text("/next")))
                .expect(200);

        assertThat(names(first)).containsExactly("M0", "M1", "M2");
        assertThat(names(second)).containsExactly("M3", "M4");
        assertThat(second.json()).doesNotContainKey("next");
    }

    @Test
    void changesNameAndAssignmentAndLeavesTheRest() {
        String id = all("Everyone");
        String locked = tenant.createProfile("Vault", true, 1_000);

        Answer changed = tenant.admin().patch("/mappings/" + id, """
                {"name":"Everybody","assignment":{"profileId":"%s","quotaBytes":7,"sendActivationEmail":true}}""".formatted(locked));

        changed.expect(200);
        assertThat(changed.text("/name")).isEqualTo("Everybody");
        assertThat(changed.text("/assignment/profileName")).isEqualTo("Vault");
        assertThat(changed.text("/assignment/dataLocked")).isEqualTo("true");
        assertThat(changed.text("/assignment/storageRegionId")).isEqualTo(tenant.regionId());
        assertThat(changed.text("/assignment/quotaBytes")).isEqualTo("7");
        assertThat(changed.text("/assignment/sendActivationEmail")).isEqualTo("true");
        Answer back = tenant.admin()
                .patch("/mappings/" + id, "{\"assignment\":{\"quotaBytes\":null}}")
                .expect(200);
        assertThat(back.text("/assignment/effectiveQuotaBytes")).isEqualTo("1000");
    }

    @Test
    void neverChangesCriteria() {
        String id = all("Everyone");

        Answer refused =
                tenant.admin().patch("/mappings/" + id, "{\"name\":\"x\",\"criteria\":{\"type\":\"ALL_USERS\"}}");

        refused.expectProblem(409, "criteria-immutable");
        assertThat(tenant.admin().get("/mappings/" + id).text("/name")).isEqualTo("Everyone");
    }

    @Test
    void keepsALateWriterFromOverwriting() {
        String id = all("Everyone");
        String tag = tenant.admin().get("/mappings/" + id).header("ETag");
        tenant.admin()
                .with("If-Match", tag)
                .patch("/mappings/" + id, "{\"name\":\"First\"}")
                .expect(200);

        Answer late = tenant.admin().with("If-Match", tag).patch("/mappings/" + id, "{\"name\":\"Second\"}");

        late.expectProblem(412, "changed-meanwhile");
        assertThat(tenant.admin().get("/mappings/" + id).text("/name")).isEqualTo("First");
    }

    @Test
    void letsTheConstraintDecideAboutNames() {
        String first = all("Everyone");

        tenant.admin()
                .post("/mappings", body("EVERYONE", "{\"type\":\"ALL_USERS\"}"))
                .expectProblem(409, "name-taken");
        tenant.admin().delete("/mappings/" + first).expect(204);

        tenant.admin()
                .post("/mappings", body("EVERYONE", "{\"type\":\"ALL_USERS\"}"))
                .expect(201);
    }

    @Test
    void leavesUsersAsTheyAreWhenTheirMappingIsDeleted() {
        String id = all("Everyone");
        String user = tenant.createUser("sam");

        tenant.admin().delete("/mappings/" + id).expect(204);

        Answer still = tenant.scim().get("/Users/" + user).expect(200);
        assertThat(still.json().getJsonObject(TestTenant.ASSIGNMENT).getString("mapping"))
                .isEqualTo("Everyone");
        tenant.admin().get("/mappings/" + id).expectProblem(404, "not-found");
        tenant.scim().post("/Users", TestTenant.user("eve").build()).expectScimError(400, "invalidValue");
    }

    @Test
    void namesTheFieldOfAnotherTenantsProfile() {
        var foreign = TestTenant.create();
        String theirs = body("x", "{\"type\":\"ALL_USERS\"}").replace(tenant.profileId(), foreign.profileId());

        Answer refused = tenant.admin().post("/mappings", theirs);

        refused.expectProblem(400, "invalid-request");
        assertThat(refused.text("/field")).isEqualTo("assignment.profileId");
        tenant.admin().get("/mappings/" + foreign.mappingId()).expectProblem(404, "not-found");
        tenant.admin().delete("/mappings/" + foreign.mappingId()).expectProblem(404, "not-found");
    }

    @Test
    void auditsEveryChangeWithBeforeAndAfter() {
        String id = all("Everyone");
        tenant.admin().patch("/mappings/" + id, "{\"name\":\"Everybody\"}").expect(200);
        tenant.admin().delete("/mappings/" + id).expect(204);

        JsonObject trail =
                tenant.admin().get("/audit-events?limit=3").expect(200).json();

        List<JsonObject> events = trail.getJsonArray("items").getValuesAs(JsonObject.class);
        assertThat(events)
                .extracting(event -> event.getString("action"))
                .containsExactly("mapping.deleted", "mapping.changed", "mapping.created");
        assertThat(events).extracting(event -> event.getString("target")).containsOnly(id);
        assertThat(events.get(1).getJsonObject("before").getString("name")).isEqualTo("Everyone");
        assertThat(events.get(1).getJsonObject("after").getString("name")).isEqualTo("Everybody");
        assertThat(events.get(0).getJsonObject("after")).isEmpty();
    }

    @Test
    void classifiesByAnUnregisteredExtensionThatIsWarnedAbout() {
        Answer made = tenant.admin().post("/mappings", body("Red", """
                {"type":"ATTRIBUTE","attribute":"urn:acme:params:Badge:color","values":["red"]}""")).expect(201);
        assertThat(made.text("/warnings/0/code")).isEqualTo("not-seen-yet");

        var red = TestTenant.user("sam")
                .add("urn:acme:params:Badge", Json.createObjectBuilder().add("color", "red"));
        var blue = TestTenant.user("eve")
                .add("urn:acme:params:Badge", Json.createObjectBuilder().add("color", "blue"));

        tenant.scim().post("/Users", red.build()).expect(201);
        tenant.scim().post("/Users", blue.build()).expectScimError(400, "invalidValue");
    }

    private String all(String name) {
        return tenant.admin()
                .post("/mappings", body(name, "{\"type\":\"ALL_USERS\"}"))
                .expect(201)
                .text("/id");
    }

    private String body(String name, String criteria) {
        return "{\"name\":\"%s\",\"criteria\":%s,\"assignment\":{\"profileId\":\"%s\",\"storageRegionId\":\"%s\"}}"
                .formatted(name, criteria, tenant.profileId(), tenant.regionId());
    }

    private static List<String> names(Answer list) {
        return list.json().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(item -> ((JsonString) item.get("name")).getString())
                .toList();
    }
}
