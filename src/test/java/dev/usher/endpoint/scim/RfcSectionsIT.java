package dev.usher.endpoint.scim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.Rfc;
import dev.usher.it.Answer;
import dev.usher.it.Http;
import dev.usher.it.TestTenant;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sections of the RFCs about the protocol as a whole: methods, versions, languages, secrets, resource types. */
class RfcSectionsIT {
    private static TestTenant tenant;
    private static Http root;

    @BeforeAll
    static void makeTenant() {
        tenant = TestTenant.create();
        root = Http.at(tenant.scim().base().resolve("/"))
                .bearer(tenant.token())
                .with("Content-Type", "application/scim+json");
    }

    @ParameterizedTest
    @Rfc("7644 §3.2")
    @CsvSource({
        "PUT,/Users",
        "PATCH,/Users",
        "DELETE,/Users",
        "POST,/Users/1",
        "PUT,/Groups",
        "DELETE,/Groups",
        "GET,/Bulk",
        "GET,/Users/.search",
        "POST,/Schemas",
        "PUT,/ServiceProviderConfig",
        "DELETE,/ResourceTypes"
    })
    void methodsThatAnEndpointLacksAre405(String method, String path) {
        Answer answer = tenant.scim().send(method, path, method.equals("GET") || method.equals("DELETE") ? "" : "{}");

        answer.expectScimError(405, "");
        assertThat(answer.header("Allow")).isNotBlank();
    }

    @Test
    @Rfc("7644 §3.13")
    void theVersionStandsInThePathAndMayBeLeftOut() {
        String user = tenant.createUser("versioned@firm.example");

        Answer with = root.get("/scim/v2/Users/" + user).expect(200);
        Answer without = root.get("/scim/Users/" + user).expect(200);

        assertThat(without.json()).isEqualTo(with.json());
        assertThat(with.text("/meta/location")).endsWith("/scim/v2/Users/" + user);
        root.get("/scim/v1/Users/" + user).expectScimError(404, "");
        root.get("/scim/v3/Users/" + user).expectScimError(404, "");
    }

    @Test
    @Rfc("7644 §5")
    void namesCompareWhateverTheirNormalForm() {
        String composed = "zo\u00eb@firm.example";
        String decomposed = "zoe\u0308@firm.example";
        String id = tenant.createUser(composed);

        for (String spelling : List.of(composed, decomposed, decomposed.toUpperCase(java.util.Locale.ROOT))) {
            JsonObject found = tenant.find("userName eq \"" + spelling + "\"").json();
            assertThat(found.getInt("totalResults")).as(spelling).isEqualTo(1);
            assertThat(found.getJsonArray("Resources").getJsonObject(0).getString("id"))
                    .isEqualTo(id);
        }
        tenant.scim().post("/Users", TestTenant.user(decomposed).build()).expectScimError(409, "uniqueness");
    }

    @Test
    @Rfc("7644 §7.5.2")
    void noAnswerRepeatsASecretAndSearchesNeedNoUri() {
        var body = Json.createObjectBuilder()
                .add("schemas", Json.createArrayBuilder().add("urn:ietf:params:scim:api:messages:2.0:SearchRequest"))
                .add("filter", "userName eq \"private@firm.example\"")
                .build();
        JsonObject user = TestTenant.user("secret@firm.example")
                .add("password", "t1meMa$heen")
                .build();

        Answer made = tenant.scim().post("/Users", user).expect(201);
        Answer searched = tenant.scim().post("/Users/.search", body).expect(200);
        Answer refused =
                Http.at(tenant.scim().base()).bearer("ush_wrong").get("/Users").expect(401);

        assertThat(made.json().toString()).doesNotContain("t1meMa$heen").doesNotContain("password");
        assertThat(searched.json().getInt("totalResults")).isZero();
        assertThat(refused.toString()).doesNotContain("ush_wrong");
        assertThat(made.header("Location")).doesNotContain("secret");
    }

    @Test
    @Rfc("7644 §7")
    void answersAreNotGuessedAtNorKept() {
        Answer answer = tenant.scim().get("/Users?count=0").expect(200);

        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Cache-Control")).contains("no-store");
    }

    @Test
    @Rfc("7643 §3.2")
    void whatIsServedIsWhatTheResourceTypesSay() {
        List<JsonObject> types = tenant.scim()
                .get("/ResourceTypes")
                .expect(200)
                .json()
                .getJsonArray("Resources")
                .getValuesAs(JsonObject.class);

        assertThat(types.stream().map(each -> each.getString("endpoint"))).containsExactly("/Users", "/Groups");
        types.forEach(each -> {
            tenant.scim().get(each.getString("endpoint")).expect(200);
            tenant.scim()
                    .get("/Schemas/" + Http.encode(each.getString("schema")))
                    .expect(200);
        });
        tenant.scim().post("/Devices", "{}").expectScimError(404, "");
    }

    @Test
    @Rfc("7643 §3.3")
    void extensionsAreToldByTheResourceTypeAndTheSchemas() {
        JsonObject user = tenant.scim().get("/ResourceTypes/User").expect(200).json();
        String id = tenant.scim()
                .post(
                        "/Users",
                        TestTenant.user("extended@firm.example", "Harbour").build())
                .expect(201)
                .text("/id");
        JsonObject shown = tenant.scim().get("/Users/" + id).expect(200).json();

        assertThat(user.getJsonArray("schemaExtensions").getValuesAs(JsonObject.class))
                .extracting(each -> each.getString("schema"))
                .contains(TestTenant.ENTERPRISE);
        assertThat(shown.getJsonArray("schemas").toString()).contains(TestTenant.USER, TestTenant.ENTERPRISE);
        assertThat(shown.getJsonObject(TestTenant.ENTERPRISE).getString("department"))
                .isEqualTo("Harbour");
    }
}
