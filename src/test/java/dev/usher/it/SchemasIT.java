package dev.usher.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.Rfc;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Schema extensions of a tenant: registered without code, typed and filterable from the next request on. */
class SchemasIT {
    private static final String URN = "urn:acme:params:scim:schemas:Badge:1.0:User";

    private static final String GROUP_URN = "urn:acme:params:scim:schemas:Site:1.0:Group";

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

    @ParameterizedTest
    @Rfc("7644 §3.4.2.2")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "level eq 5 | red",
                "level gt 4 | red, blue",
                "level ge \"12\" | blue",
                "level ne 5 | blue, plain",
                "level pr | red, blue",
                "not (level pr) | plain",
                "label sw \"RE\" | red",
                "tags eq \"b\" and level lt 10 | red",
                "open eq true or displayName eq \"plain\" | red, plain"
            })
    void findsGroupsByTheirOwnAttributes(String filter, String names) {
        groupsWithOwnAttributes();

        var found = tenant.scim().get("/Groups?sortBy=displayName&sortOrder=descending&filter=" + Http.encode(filter));

        assertThat(names(found)).containsExactlyInAnyOrder(names.split(", "));
        assertThat(found.text("/totalResults")).isEqualTo(Integer.toString(names.split(", ").length));
    }

    @Test
    @Rfc("7644 §3.4.2.3")
    void sortsGroupsByTheirOwnAttributes() {
        groupsWithOwnAttributes();

        assertThat(names(tenant.scim().get("/Groups?sortBy=" + GROUP_URN + ":level")))
                .containsExactly("red", "blue", "plain");
    }

    private void groupsWithOwnAttributes() {
        tenant.admin()
                .post(
                        "/schemas",
                        "{\"id\":\"" + GROUP_URN + "\",\"name\":\"Site\",\"resourceType\":\"Group\","
                                + "\"attributes\":[{\"name\":\"level\",\"type\":\"integer\"},{\"name\":\"label\"},"
                                + "{\"name\":\"open\",\"type\":\"boolean\"},{\"name\":\"tags\",\"multiValued\":true}]}")
                .expect(201);
        createGroup("red", "{\"level\":5,\"label\":\"Red\",\"open\":true,\"tags\":[\"a\",\"b\"]}");
        createGroup("blue", "{\"level\":\"12\",\"label\":\"Blue\",\"tags\":[\"b\"]}");
        tenant.createGroup("plain");
    }

    private void createGroup(String name, String attributes) {
        tenant.scim()
                .post(
                        "/Groups",
                        "{\"schemas\":[\"" + TestTenant.GROUP + "\"],\"displayName\":\"" + name + "\",\"" + GROUP_URN
                                + "\":" + attributes + "}")
                .expect(201);
    }

    private static List<String> names(Answer list) {
        return list.expect(200).json().getJsonArray("Resources").getValuesAs(JsonObject.class).stream()
                .map(group -> group.getString("displayName"))
                .toList();
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
