package dev.usher.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;

/** What the console asks beside the lists: numbers, matches, groups. */
class ConsoleNumbersIT {
    @Test
    void countsWhatArrivedTodayAndWhyUsersWereRefused() {
        // given
        var tenant = TestTenant.withoutMapping(UsherServer.http());
        tenant.scim()
                .post("/Users", TestTenant.user("nobody@example.com").build())
                .expect(400);
        tenant.createMapping("Engineering", "department", "Engineering", tenant.profileId());
        var user = TestTenant.user("ada@example.com", "Engineering").build();
        String id = tenant.scim().post("/Users", user).expect(201).text("/id");
        tenant.scim()
                .patch("/Users/" + id, TestTenant.patch("replace", "title", "VP"))
                .expect(200);

        // when
        JsonObject activity = tenant.admin().get("/activity?days=7").expect(200).json();

        // then
        assertThat(activity.getJsonArray("days")).hasSize(7);
        assertThat(lately(activity, "created")).isEqualTo(1);
        assertThat(lately(activity, "updated")).isEqualTo(1);
        assertThat(lately(activity, "refused")).isEqualTo(1);
        assertThat(activity.getJsonArray("refusals").toString()).isEqualTo("[{\"code\":\"no-mapping\",\"count\":1}]");
        tenant.admin().get("/activity?days=0").expectProblem(400, "invalid-request");
    }

    @Test
    void countsKnownUsersWhomCriteriaWouldMatchInTheirCase() {
        // given
        var tenant = TestTenant.create();
        for (String department : new String[] {"Sales", "sales", "Support"}) {
            tenant.scim()
                    .post(
                            "/Users",
                            TestTenant.user(department + "-user", department).build());
            tenant.scim()
                    .post(
                            "/Users",
                            TestTenant.user(department + "-other", department).build());
        }

        // when
        JsonObject sales = count(tenant, "department", "Sales");
        JsonObject everybody = tenant.admin()
                .post("/mappings/match-count", "{\"criteria\":{\"type\":\"ALL_USERS\"}}")
                .expect(200)
                .json();

        // then
        assertThat(sales.getInt("users")).isGreaterThan(0);
        assertThat(sales.getInt("users") + sales.getInt("otherCase")).isEqualTo(sales.getInt("of") - 2);
        assertThat(everybody.getInt("users")).isEqualTo(everybody.getInt("of"));
        assertThat(count(tenant, "emails[type eq \"work\"].value", "x").getInt("users"))
                .isZero();
        tenant.admin()
                .post(
                        "/mappings/match-count",
                        "{\"criteria\":{\"type\":\"ATTRIBUTE\",\"attribute\":\"noSuch\",\"values\":[\"x\"]}}")
                .expectProblem(400, "invalid-request");
    }

    @Test
    void spreadsUsersOverStatesProfilesAndRegions() {
        // given
        var tenant = TestTenant.create();
        String id = tenant.createUser("ada@example.com");
        tenant.createUser("bob@example.com");
        tenant.admin().post("/users/" + id + "/preserve", "").expect(200);

        // when
        JsonObject overview = tenant.admin().get("/overview").expect(200).json();

        // then
        assertThat(overview.getInt("active")).isEqualTo(1);
        assertThat(overview.getInt("preserved")).isEqualTo(1);
        assertThat(overview.getJsonArray("byProfile").getJsonObject(0).getInt("users"))
                .isEqualTo(2);
        assertThat(overview.getJsonArray("byRegion").getJsonObject(0).getString("name"))
                .isEqualTo("EU-Frankfurt");
    }

    @Test
    void listsGroupsByNameAndTheirMembers() {
        // given
        var tenant = TestTenant.create();
        String user = tenant.createUser("ada@example.com");
        String sales = tenant.createGroup("Sales");
        String engineering = tenant.createGroup("engineering", user, sales);

        // when
        JsonObject first = tenant.admin().get("/groups?limit=1").expect(200).json();
        JsonObject second = tenant.admin()
                .get("/groups?limit=1&cursor=" + first.getString("next"))
                .expect(200)
                .json();

        // then
        assertThat(first.getJsonArray("items").getJsonObject(0).getString("id")).isEqualTo(engineering);
        assertThat(first.getJsonArray("items").getJsonObject(0).getInt("memberCount"))
                .isEqualTo(2);
        assertThat(second.getJsonArray("items").getJsonObject(0).getString("id"))
                .isEqualTo(sales);
        assertThat(second.containsKey("next")).isFalse();
        assertThat(tenant.admin().get("/groups?query=SAL").json().getJsonArray("items"))
                .hasSize(1);
        assertThat(tenant.admin()
                        .get("/groups/" + engineering + "/members")
                        .json()
                        .getJsonArray("items"))
                .hasSize(2);
        tenant.admin().get("/groups/" + user).expectProblem(404, "not-found");

        // when the page's last group goes, the next page stays what it was
        tenant.scim().delete("/Groups/" + engineering).expect(204);
        assertThat(tenant.admin()
                        .get("/groups?limit=1&cursor=" + first.getString("next"))
                        .expect(200)
                        .text("/items/0/id"))
                .isEqualTo(sales);
    }

    @Test
    void tellsWhatAChoiceOfUserManagementStops() {
        // given
        var tenant = TestTenant.create();

        // when
        JsonObject impact =
                tenant.admin().get("/user-management?type=MANUAL").expect(200).json();

        // then
        assertThat(impact.getString("from")).isEqualTo("SCIM");
        assertThat(impact.getJsonArray("stops").toString()).contains("1 token(s) are suspended");
        assertThat(tenant.admin().get("").json().getString("userManagement")).isEqualTo("SCIM");
    }

    /** Today and yesterday, for the day may have ended since. */
    private static int lately(JsonObject activity, String number) {
        return activity.getJsonArray("days").getValuesAs(JsonObject.class).subList(5, 7).stream()
                .mapToInt(day -> day.getInt(number))
                .sum();
    }

    private static JsonObject count(TestTenant tenant, String attribute, String value) {
        var criteria = Json.createObjectBuilder()
                .add("type", "ATTRIBUTE")
                .add("attribute", attribute)
                .add("values", Json.createArrayBuilder().add(value));
        return tenant.admin()
                .post(
                        "/mappings/match-count",
                        Json.createObjectBuilder().add("criteria", criteria).build())
                .expect(200)
                .json();
    }
}
