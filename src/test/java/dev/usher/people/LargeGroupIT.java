package dev.usher.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.it.Answer;
import dev.usher.it.Http;
import dev.usher.it.Population;
import dev.usher.it.TestDatabase;
import dev.usher.it.TestTenant;
import dev.usher.it.UsherServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One member into a group of ten thousand takes what one into an empty group takes. */
@Tag("slow")
class LargeGroupIT {
    private static final int MEMBERS = 10_000;
    private static final int MOST_STATEMENTS = 8;

    @Test
    void oneMemberIntoTenThousandTakesAsManyStatementsAsIntoNone(@TempDir Path folder) throws SQLException {
        try (var server = UsherServer.startIn(folder.resolve("data"), Map.of())) {
            var tenant = TestTenant.create(Http.at(server.base()));
            UUID template = UUID.fromString(tenant.scim()
                    .post("/Users", Population.template())
                    .expect(201)
                    .text("/id"));
            String empty = tenant.createGroup("Empty");
            String large = tenant.createGroup("Large");
            String alice = tenant.createUser("alice@firm.example");
            server.stop();
            server.inDatabase(connection -> {
                var population = Population.of(connection, tenant.name());
                population.members(UUID.fromString(large), population.users(template, MEMBERS));
            });
            server.startAgain();
            tenant.scim().get("/Users/" + alice).expect(200);

            int intoEmpty = added(tenant, empty, alice);
            int intoLarge = added(tenant, large, alice);

            assertThat(intoLarge)
                    .isEqualTo(intoEmpty)
                    .isLessThanOrEqualTo(MOST_STATEMENTS + TestDatabase.transaction());
            assertThat(tenant.scim().get("/Groups/" + large).expect(200).json().getJsonArray("members"))
                    .hasSize(MEMBERS + 1);
            assertThat(walked(tenant.admin(), "/groups/" + large + "/members?limit=1000"))
                    .isEqualTo(MEMBERS + 1);
            tenant.scim().delete("/Groups/" + large).expect(204);
            assertThat(tenant.find("groups.value eq \"" + large + "\"").text("/totalResults"))
                    .isEqualTo("0");
            assertThat(tenant.scim().get("/Users/" + alice).text("/groups/0/value"))
                    .isEqualTo(empty);
        }
    }

    /** How many items all pages have, as a script reads them. */
    private static int walked(Http admin, String list) {
        int items = 0;
        String next = "";
        do {
            JsonObject page = admin.get(list + next).expect(200).json();
            items += page.getJsonArray("items").size();
            next = page.containsKey("next") ? "&cursor=" + page.getString("next") : "";
        } while (!next.isEmpty());
        return items;
    }

    private static int added(TestTenant tenant, String group, String user) {
        var members = Json.createArrayBuilder().add(Json.createObjectBuilder().add("value", user));
        var operation = Json.createObjectBuilder()
                .add("op", "add")
                .add("path", "members")
                .add("value", members);
        Answer answer = tenant.scim()
                .patch("/Groups/" + group, TestTenant.patch(operation))
                .expect(204);
        return answer.statements();
    }
}
