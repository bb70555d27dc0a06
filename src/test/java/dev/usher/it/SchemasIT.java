package dev.usher.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Schema extensions of a tenant: registered without code, typed and filterable from the next request on. */
class SchemasIT {
    private static final String URN = "urn:acme:params:scim:schemas:Badge:1.0:User";

    private TestTenant tenant;

    @BeforeEach
    void makeTenant() {
        tenant = TestTenant.create();
    }

    @Test
    void aRegisteredSchemaIsTypedDiscoveredAndFilterable() {
        register().expect(201);

        tenant.scim().post("/Users", user("sam", "level", "12").build()).expect(201);
        tenant.scim().post("/Users", user("eve", "level", "often").build()).expectScimError(400, "invalidValue");

        assertThat(tenant.find(URN + ":level eq 12").text("/totalResults")).isEqualTo("1");
        assertThat(tenant.find("level gt 12").text("/totalResults")).isEqualTo("0");
        assertThat(tenant.scim().get("/Schemas/" + URN).expect(200).text("/name"))
                .isEqualTo("Badge");
        assertThat(tenant.admin().get("/attributes").body()).contains("\"attribute\":\"color\"");
    }

    @Test
    void findsUsersThatWereThereBeforeTheRegistration() {
        tenant.scim().post("/Users", user("sam", "color", "red").build()).expect(201);

        Answer registered = register().expect(201);

        assertThat(registered.text("/indexed")).isEqualTo("false");
        tenant.scim().post("/Users", user("eve", "color", "red").build()).expect(201);
        assertThat(tenant.find(URN + ":color eq \"red\"").text("/totalResults")).isEqualTo("2");
    }

    @Test
    void aSchemaRegisteredLaterNeverChangesWhatAMappingMeans() {
        var other = TestTenant.withoutMapping(UsherServer.http());
        other.createMapping("Red", URN + ":color", "red", other.profileId());
        other.scim().post("/Users", user("sam", "color", "red").build()).expect(201);

        other.admin().post("/schemas", definition()).expect(201);

        other.scim().post("/Users", user("eve", "COLOR", "red").build()).expect(201);
        other.scim().post("/Users", user("bob", "color", "Red").build()).expectScimError(400, "invalidValue");
        other.admin().delete("/schemas/" + URN).expect(204);
        other.scim().post("/Users", user("ann", "color", "red").build()).expect(201);
    }

    @Test
    void refusesAURNThatIsTakenAndDefinitionsThatAreWrong() {
        register().expect(201);

        register().expectProblem(409, "urn-taken");
        tenant.admin()
                .post("/schemas", definition().toString().replace(URN, TestTenant.ENTERPRISE))
                .expectProblem(409, "urn-taken");
        tenant.admin()
                .post("/schemas", "{\"id\":\"badge\",\"name\":\"x\",\"attributes\":[{\"name\":\"a\"}]}")
                .expectProblem(400, "invalid-request");
        tenant.admin().post("/schemas", "{\"id\":\"urn:a:b\",\"name\":\"x\"}").expectProblem(400, "invalid-request");
    }

    @Test
    void forgetsASchemaAndKeepsItsValues() {
        register().expect(201);
        String id = tenant.scim()
                .post("/Users", user("sam", "color", "red").build())
                .expect(201)
                .text("/id");

        tenant.admin().delete("/schemas/" + URN).expect(204);

        assertThat(tenant.admin().get("/schemas").at("/items").toString()).isEqualTo("[]");
        assertThat(tenant.scim()
                        .get("/Users/" + id)
                        .expect(200)
                        .json()
                        .getJsonObject(URN)
                        .getString("color"))
                .isEqualTo("red");
        tenant.admin().delete("/schemas/" + URN).expectProblem(404, "not-found");
        assertThat(tenant.admin().get("/audit-events?limit=2").body())
                .contains("schema.deleted")
                .contains("schema.registered");
    }

    private Answer register() {
        return tenant.admin().post("/schemas", definition());
    }

    private static JsonObject definition() {
        return Json.createObjectBuilder()
                .add("id", URN)
                .add("name", "Badge")
                .add(
                        "attributes",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("name", "color")
                                        .add("type", "string")
                                        .add("caseExact", true))
                                .add(Json.createObjectBuilder()
                                        .add("name", "level")
                                        .add("type", "integer")))
                .build();
    }

    private static JsonObjectBuilder user(String name, String attribute, String value) {
        return TestTenant.user(name).add(URN, Json.createObjectBuilder().add(attribute, value));
    }
}
