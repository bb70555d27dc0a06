package dev.usher.people;

import static dev.usher.it.TestTenant.ENTERPRISE;
import static dev.usher.it.TestTenant.patch;
import static dev.usher.it.TestTenant.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.Rfc;
import dev.usher.it.Answer;
import dev.usher.it.TestTenant;
import dev.usher.scim.message.BulkRequest;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the server knows of a user's manager. */
class ManagersIT {
    private TestTenant tenant;
    private String boss;

    @BeforeEach
    void makeABoss() {
        tenant = TestTenant.create();
        boss = tenant.scim()
                .post(
                        "/Users",
                        user("boss@firm.example").add("displayName", "The Boss").build())
                .expect(201)
                .text("/id");
    }

    @Test
    @Rfc("7643 §4.3")
    void fillsNameAndLinkOfAManagerWhomItKnows() {
        Answer made = create("staff@firm.example", Json.createObjectBuilder().add("value", boss));

        JsonObject manager = manager(made);
        assertThat(manager.getString("displayName")).isEqualTo("The Boss");
        assertThat(manager.getString("$ref"))
                .isEqualTo(tenant.scim().get("/Users/" + boss).text("/meta/location"));
        assertThat(get(made.text("/id")).json()).isEqualTo(made.json());
        assertThat(tenant.find("userName eq \"staff@firm.example\"")
                        .json()
                        .getJsonArray("Resources")
                        .getJsonObject(0)
                        .getJsonObject(ENTERPRISE)
                        .getJsonObject("manager"))
                .isEqualTo(manager);
        assertThat(tenant.find("manager.displayName sw \"the b\"").text("/totalResults"))
                .isEqualTo("1");
    }

    @Test
    void tellsTheNameOfToday() {
        String staff = create("staff@firm.example", Json.createObjectBuilder().add("value", boss))
                .text("/id");

        tenant.scim()
                .patch("/Users/" + boss, patch("replace", "displayName", "Her"))
                .expect(200);
        assertThat(manager(get(staff)).getString("displayName")).isEqualTo("Her");

        tenant.scim().delete("/Users/" + boss).expect(204);
        assertThat(manager(get(staff)).keySet()).containsExactly("value");
    }

    @Test
    @Rfc("7643 §4.3")
    void keepsAManagerWhomItDoesNotKnowAsItCame() {
        var foreign =
                Json.createObjectBuilder().add("value", TestTenant.create().createUser("elsewhere@firm.example"));
        var unknown = Json.createObjectBuilder()
                .add("value", "26118915-6090-4610-87e4-49d8ca9f808d")
                .add("$ref", "../Users/26118915-6090-4610-87e4-49d8ca9f808d")
                .add("displayName", "John Smith");

        assertThat(manager(create("a@firm.example", foreign)).keySet()).containsExactly("value");
        assertThat(manager(create("b@firm.example", unknown)).getString("$ref"))
                .isEqualTo("../Users/26118915-6090-4610-87e4-49d8ca9f808d");
    }

    @Test
    @Rfc("7644 §3.5.1")
    void changesNothingForWhoSendsBackWhatItRead() {
        Answer made = create("staff@firm.example", Json.createObjectBuilder().add("value", boss));
        Answer read = get(made.text("/id"));

        Answer again =
                tenant.scim().put("/Users/" + made.text("/id"), read.json()).expect(200);

        assertThat(again.json()).isEqualTo(read.json());
    }

    @Test
    @Rfc("7644 §3.7")
    void changesNothingForWhoSendsItBackInABulkOrAPatch() {
        String id = create("staff@firm.example", Json.createObjectBuilder().add("value", boss))
                .text("/id");
        Answer read = get(id);
        JsonObject put = Json.createObjectBuilder()
                .add("method", "PUT")
                .add("path", "/Users/" + id)
                .add("data", read.json())
                .build();
        JsonObject bulk = Json.createObjectBuilder()
                .add("schemas", Json.createArrayBuilder().add(BulkRequest.SCHEMA))
                .add("Operations", Json.createArrayBuilder().add(put))
                .build();

        Answer done = tenant.scim().post("/Bulk", bulk).expect(200);
        tenant.scim()
                .patch(
                        "/Users/" + id,
                        patch(
                                "replace",
                                ENTERPRISE + ":manager.$ref",
                                manager(read).getString("$ref")))
                .expect(200);

        assertThat(done.text("/Operations/0/status")).isEqualTo("200");
        assertThat(get(id).json()).isEqualTo(read.json());
    }

    private Answer create(String name, JsonObjectBuilder manager) {
        return tenant.scim()
                .post(
                        "/Users",
                        user(name)
                                .add(ENTERPRISE, Json.createObjectBuilder().add("manager", manager))
                                .build())
                .expect(201);
    }

    private Answer get(String id) {
        return tenant.scim().get("/Users/" + id).expect(200);
    }

    private static JsonObject manager(Answer user) {
        return user.json().getJsonObject(ENTERPRISE).getJsonObject("manager");
    }
}
