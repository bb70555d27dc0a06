package dev.usher.it;

import static dev.usher.it.TestTenant.ASSIGNMENT;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.File;
import java.net.URI;
import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The five steps of the product description on the WAR that we ship, deployed to the server by Arquillian. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class QuickstartIT {
    private static final long GIB = 1L << 30;

    @ArquillianResource
    private URL deployed;

    @Deployment
    static WebArchive war() {
        return ShrinkWrap.createFromZipFile(
                WebArchive.class, new File(System.getProperty("it.war", "target/usher.war")));
    }

    @Test
    void givesExecutivesTheirProfileOnceTheirMappingComesFirst() {
        var tenant = TestTenant.withoutMapping(server());
        String executive = tenant.createProfile("Executive Profile", false, 50 * GIB);
        String general = mapping(tenant, "General Users Mapping", "department", "Engineering", tenant.profileId(), 5);
        String executives = mapping(tenant, "Executive Users Mapping", "userType", "Executive", executive, 50);

        var earlyExecutive = create(tenant, "early@firm.example", "Executive");
        var earlyEngineer = create(tenant, "engineer@firm.example", "Employee");
        reorder(tenant, executives, general);
        var lateExecutive = create(tenant, "late@firm.example", "Executive");
        var lateEngineer = create(tenant, "another@firm.example", "Employee");

        assertAssigned(earlyExecutive, "General Profile 1", 5 * GIB, "General Users Mapping");
        assertAssigned(earlyEngineer, "General Profile 1", 5 * GIB, "General Users Mapping");
        assertAssigned(lateExecutive, "Executive Profile", 50 * GIB, "Executive Users Mapping");
        assertAssigned(lateEngineer, "General Profile 1", 5 * GIB, "General Users Mapping");
        assertAssigned(read(tenant, earlyExecutive), "General Profile 1", 5 * GIB, "General Users Mapping");
    }

    @Test
    void refusesWhomNoMappingWantsAndStoresNothing() {
        var tenant = TestTenant.withoutMapping(server());
        mapping(tenant, "General Users Mapping", "department", "Engineering", tenant.profileId(), 5);

        var answer = tenant.scim()
                .post(
                        "/Users",
                        TestTenant.user("sam@firm.example", "engineering").build());

        answer.expectScimError(400, "invalidValue");
        assertThat(answer.text("/urn:usher:params:scim:api:messages:2.0:Refusal/code"))
                .isEqualTo("no-mapping");
        assertThat(answer.text("/detail")).contains("department");
        assertThat(tenant.find("userName eq \"sam@firm.example\"").text("/totalResults"))
                .isEqualTo("0");
        assertThat(tenant.events().body()).contains("no-mapping");
    }

    @Test
    void endsTheTokenThatANewOneReplaces() {
        var tenant = TestTenant.create(server());

        String next = tenant.admin()
                .post("/tokens", "{\"name\":\"next\"}")
                .expect(201)
                .text("/secret");

        tenant.scim().get("/Users").expectScimError(401, "");
        tenant.scim().bearer(next).get("/Users").expect(200);
    }

    private Http server() {
        String url = deployed.toString();
        return Http.at(URI.create(url.endsWith("/") ? url.substring(0, url.length() - 1) : url));
    }

    private static String mapping(
            TestTenant tenant, String name, String attribute, String value, String profile, int gibibytes) {
        JsonObjectBuilder criteria = Json.createObjectBuilder()
                .add("type", "ATTRIBUTE")
                .add("attribute", attribute)
                .add("values", Json.createArrayBuilder().add(value));
        JsonObjectBuilder assignment = Json.createObjectBuilder()
                .add("profileId", profile)
                .add("storageRegionId", tenant.regionId())
                .add("quotaBytes", gibibytes * GIB)
                .add("sendActivationEmail", false);
        JsonObject body = Json.createObjectBuilder()
                .add("name", name)
                .add("criteria", criteria)
                .add("assignment", assignment)
                .build();
        return tenant.admin().post("/mappings", body).expect(201).text("/id");
    }

    private static void reorder(TestTenant tenant, String... ids) {
        var order = Json.createArrayBuilder();
        for (String id : ids) {
            order.add(id);
        }
        String version = tenant.admin().get("/mapping-order").expect(200).header("ETag");
        tenant.admin()
                .with("If-Match", version)
                .put("/mapping-order", order.build())
                .expect(200);
    }

    private static JsonObject create(TestTenant tenant, String userName, String userType) {
        var user = TestTenant.user(userName, "Engineering").add("userType", userType);
        return tenant.scim().post("/Users", user.build()).expect(201).json();
    }

    private static JsonObject read(TestTenant tenant, JsonObject user) {
        return tenant.scim().get("/Users/" + user.getString("id")).expect(200).json();
    }

    private static void assertAssigned(JsonObject user, String profile, long quotaBytes, String mapping) {
        JsonObject assignment = user.getJsonObject(ASSIGNMENT);
        assertThat(assignment.getString("profile")).isEqualTo(profile);
        assertThat(assignment.getString("storageRegion")).isEqualTo("EU-Frankfurt");
        assertThat(assignment.getJsonNumber("quotaBytes").longValueExact()).isEqualTo(quotaBytes);
        assertThat(assignment.getString("mapping")).isEqualTo(mapping);
        assertThat(assignment.getString("state")).isEqualTo("ACTIVE");
    }
}
