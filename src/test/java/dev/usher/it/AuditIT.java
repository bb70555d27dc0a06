package dev.usher.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What administrators did, and how it is read. */
class AuditIT {
    private final TestTenant tenant = TestTenant.create();

    @Test
    void pagesNewestFirstWithoutLossOrRepetition() {
        for (int i = 0; i < 7; i++) {
            tenant.admin().patch("", "{\"displayName\":\"name " + i + "\"}").expect(200);
        }
        var seen = new ArrayList<Integer>();
        String cursor = "";

        do {
            Answer page = tenant.admin().get("/audit-events?limit=3" + cursor).expect(200);
            page.json()
                    .getJsonArray("items")
                    .forEach(one -> seen.add(one.asJsonObject().getInt("seq")));
            cursor = page.json().containsKey("next") ? "&cursor=" + page.text("/next") : "";
        } while (!cursor.isEmpty());

        assertThat(seen)
                .hasSizeGreaterThan(9)
                .isSortedAccordingTo((a, b) -> b - a)
                .doesNotHaveDuplicates();
        assertThat(seen.get(seen.size() - 1)).isEqualTo(1);
    }

    @Test
    void filtersByActorActionAndTime() {
        Answer event = tenant.admin().get("/audit-events?action=token.created").expect(200);
        String at = Http.encode(event.text("/items/0/at"));

        assertThat(actions("?action=token.")).containsOnly("token.created");
        assertThat(actions("?actor=admin")).contains("tenant.created", "token.created");
        assertThat(actions("?actor=nobody")).isEmpty();
        assertThat(actions("?from=" + at)).contains("token.created").doesNotContain("tenant.created");
        assertThat(actions("?to=" + at)).contains("tenant.created").doesNotContain("token.created");
    }

    @Test
    void filtersByTarget() {
        String profile = tenant.admin()
                .post("/profiles", "{\"name\":\"Aimed at\"}")
                .expect(201)
                .text("/id");
        tenant.admin().delete("/profiles/" + profile).expect(204);

        assertThat(actions("?target=" + profile)).containsExactly("profile.deleted", "profile.created");
        tenant.admin().get("/audit-events?target=nobody").expectProblem(400, "invalid-request");
    }

    @Test
    void givesATableThatNoSpreadsheetRuns() {
        String hostile = "=HYPERLINK(\"x\")" + tenant.name();
        var administrator = Json.createObjectBuilder()
                .add("name", hostile)
                .add("role", "cloud_administrator")
                .add("password", "a long enough password");
        tenant.admin().post("/administrators", administrator.build()).expect(201);
        tenant.admin()
                .basic(hostile, "a long enough password")
                .patch("", "{\"displayName\":\"by somebody hostile\"}")
                .expect(200);

        Answer table =
                tenant.admin().with("Accept", "text/csv").get("/audit-events").expect(200);

        assertThat(table.header("Content-Type")).startsWith("text/csv");
        assertThat(table.body()).startsWith("at,actor,action,target,before,after\r\n");
        assertThat(table.body())
                .as("the actor's cell, as text")
                .contains(",\"'" + hostile.replace("\"", "\"\"") + "\",tenant.changed,");
        assertThat(table.body().lines()).noneMatch(line -> line.matches("(.*,)?\"?[=+@-].*"));
    }

    @Test
    void keepsAForbiddenActOutOfTheTrail() {
        String before = tenant.admin().get("/audit-events").body();

        tenant.admin()
                .post("/api-keys", "{\"name\":\"x\",\"role\":\"platform_administrator\"}")
                .expect(400);
        tenant.admin().patch("", "{\"displayName\":\"\"}").expect(400);

        assertThat(tenant.admin().get("/audit-events").body()).isEqualTo(before);
    }

    @Test
    void showsThePlatformsOwnActsToItsAdministratorsOnly() {
        Http platform = UsherServer.http().below("/api/v1").basic("admin", UsherServer.PASSWORD);
        String key = tenant.admin()
                .post("/api-keys", "{\"name\":\"reader\",\"role\":\"auditor\"}")
                .expect(201)
                .text("/secret");

        assertThat(platform.get("/audit-events").expect(200).body()).contains("administrator.added");
        platform.bearer(key).get("/audit-events").expectProblem(403, "forbidden");
    }

    private List<String> actions(String query) {
        return tenant.admin().get("/audit-events" + query).expect(200).json().getJsonArray("items").stream()
                .map(one -> one.asJsonObject().getString("action"))
                .toList();
    }
}
