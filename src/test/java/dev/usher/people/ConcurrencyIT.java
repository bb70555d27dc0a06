package dev.usher.people;

import static dev.usher.it.TestTenant.patch;
import static dev.usher.it.TestTenant.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.Rfc;
import dev.usher.it.Answer;
import dev.usher.it.AtOnce;
import dev.usher.it.TestTenant;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds when many ask at once. */
class ConcurrencyIT {
    private static final int CLIENTS = 32;

    private TestTenant tenant;

    @BeforeEach
    void makeTenant() {
        tenant = TestTenant.create();
    }

    @Test
    void givesOneNameToOneOfMany() throws Exception {
        List<Answer> answers = AtOnce.calls(
                CLIENTS, i -> tenant.scim().post("/Users", user("one@acme.com").build()));

        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
        answers.stream()
                .filter(answer -> answer.status() != 201)
                .forEach(answer -> answer.expectScimError(409, "uniqueness"));
        assertThat(used()).isEqualTo(1);
    }

    @Test
    void givesTheLastSeatsToAsManyAsThereAre() throws Exception {
        tenant.admin().send("PATCH", "", "{\"licence\":{\"seats\":5}}").expect(200);

        List<Answer> answers = AtOnce.calls(
                CLIENTS,
                i -> tenant.scim().post("/Users", user("seat" + i + "@acme.com").build()));

        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(5);
        answers.stream()
                .filter(answer -> answer.status() != 201)
                .forEach(answer -> answer.expectScimError(400, "invalidValue"));
        assertThat(used()).isEqualTo(5);
    }

    @Test
    void losesNoMemberThatManyAdd() throws Exception {
        var users = new ArrayList<String>();
        for (int i = 0; i < CLIENTS; i++) {
            users.add(tenant.createUser("member" + i + "@acme.com"));
        }
        String group = tenant.createGroup("Everybody");

        List<Answer> answers = AtOnce.calls(CLIENTS, i -> tenant.scim().patch("/Groups/" + group, add(users.get(i))));

        answers.forEach(answer -> answer.expect(204));
        JsonObject whole = tenant.scim().get("/Groups/" + group).json();
        assertThat(whole.getJsonArray("members")).hasSize(CLIENTS);
        assertThat(whole.getJsonObject("meta").getString("version")).isEqualTo("W/\"" + (CLIENTS + 1) + "\"");
    }

    @Test
    void losesNoAttributeThatManySet() throws Exception {
        String id = tenant.createUser("many@acme.com");

        List<Answer> answers = AtOnce.calls(CLIENTS, i -> tenant.scim().patch("/Users/" + id, addMail(i)));

        answers.forEach(answer -> answer.expect(200));
        JsonObject whole = tenant.scim().get("/Users/" + id).json();
        assertThat(whole.getJsonArray("emails")).hasSize(CLIENTS);
        assertThat(whole.getJsonObject("meta").getString("version")).isEqualTo("W/\"" + (CLIENTS + 1) + "\"");
    }

    @Test
    @Rfc("7644 §3.14")
    void oneOfManyWinsEachRoundWhereAllNameTheVersion() throws Exception {
        String path = "/Users/" + tenant.createUser("raced@acme.com");

        for (int round = 1; round <= 3; round++) {
            String version = "W/\"" + round + "\"";
            int number = round;
            List<Answer> answers = AtOnce.calls(
                    CLIENTS,
                    i -> tenant.scim()
                            .with("If-Match", version)
                            .patch(path, patch("replace", "title", "round " + number + " of " + i)));

            List<Answer> winners =
                    answers.stream().filter(answer -> answer.status() == 200).toList();
            assertThat(winners).as("round %d", round).hasSize(1);
            answers.stream().filter(answer -> answer.status() != 200).forEach(each -> each.expectScimError(412, ""));
            JsonObject now = tenant.scim().get(path).expect(200).json();
            assertThat(now.getString("title")).isEqualTo(winners.get(0).text("/title"));
            assertThat(now.getJsonObject("meta").getString("version")).isEqualTo("W/\"" + (round + 1) + "\"");
        }
    }

    @Test
    void endsWithoutStrandedMembersWhenUsersGoWhileTheyJoin() throws Exception {
        var users = new ArrayList<String>();
        for (int i = 0; i < CLIENTS / 2; i++) {
            users.add(tenant.createUser("leaver" + i + "@acme.com"));
        }
        String group = tenant.createGroup("Everybody");

        List<Answer> answers = AtOnce.calls(
                CLIENTS,
                i -> i % 2 == 0
                        ? tenant.scim().patch("/Groups/" + group, add(users.get(i / 2)))
                        : tenant.scim().delete("/Users/" + users.get(i / 2)));

        assertThat(answers).allMatch(answer -> answer.status() == 204 || answer.status() == 400);
        assertThat(tenant.scim().get("/Groups/" + group).json()).doesNotContainKey("members");
        assertThat(used()).isZero();
    }

    private int used() {
        return tenant.admin()
                .get("")
                .expect(200)
                .json()
                .getJsonObject("licence")
                .getInt("used");
    }

    private static JsonObject add(String member) {
        var value = Json.createArrayBuilder().add(Json.createObjectBuilder().add("value", member));
        return patch(Json.createObjectBuilder()
                .add("op", "add")
                .add("path", "members")
                .add("value", value));
    }

    private static JsonObject addMail(int number) {
        var value =
                Json.createArrayBuilder().add(Json.createObjectBuilder().add("value", "mail" + number + "@acme.com"));
        return patch(Json.createObjectBuilder()
                .add("op", "add")
                .add("path", "emails")
                .add("value", value));
    }
}
