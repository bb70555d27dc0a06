package dev.usher.it;

import static dev.usher.it.TestTenant.patch;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The provisioning log: what was asked, what became of it, found again by filters. */
class ProvisioningEventsIT {
    private TestTenant tenant;

    @BeforeEach
    void makeTenantWithOneCreateAndOneRefusal() {
        tenant = TestTenant.withoutMapping(UsherServer.http());
        tenant.createMapping("Sales", "department", "Sales", tenant.profileId());
        tenant.scim().post("/Users", TestTenant.user("sam", "Sales").build()).expect(201);
        tenant.scim().post("/Users", TestTenant.user("eve", "Legal").build()).expect(400);
    }

    @Test
    void showsTheNewestFirst() {
        Answer events = tenant.events();

        assertThat(events.text("/items/0/outcome")).isEqualTo("REFUSED");
        assertThat(events.text("/items/0/detail/code")).isEqualTo("no-mapping");
        assertThat(events.text("/items/1/outcome")).isEqualTo("ACCEPTED");
        assertThat(events.text("/items/1/kind")).isEqualTo("USER_CREATED");
        assertThat(tenant.admin()
                        .get("/provisioning-events/" + events.text("/items/1/id"))
                        .expect(200)
                        .text("/subject"))
                .isEqualTo(events.text("/items/1/subject"));
    }

    @Test
    void filtersByOutcomeKindUserTextAndTime() {
        String sam = tenant.find("userName eq \"sam\"").text("/Resources/0/id");

        assertThat(count("outcome=refused")).isEqualTo(1);
        assertThat(count("kind=USER_CREATED&outcome=ACCEPTED")).isEqualTo(1);
        assertThat(count("user=" + sam)).isEqualTo(1);
        assertThat(count("text=NO-MAPPING")).isEqualTo(1);
        assertThat(count("text=%25")).isZero();
        assertThat(count("from=2020-01-01T00:00:00Z")).isEqualTo(2);
        assertThat(count("to=2020-01-01T00:00:00Z")).isZero();
        tenant.admin().get("/provisioning-events?user=sam").expectProblem(400, "invalid-request");
    }

    @Test
    void findsAPersonByTheWholeNameThoughNamesAreMasked() {
        // given
        tenant.scim()
                .post("/Users", TestTenant.user("carl@example.com", "Sales").build())
                .expect(201);
        tenant.scim()
                .post("/Users", TestTenant.user("dora@example.com", "Legal").build())
                .expect(400);
        tenant.scim()
                .post("/Users", TestTenant.user("cora@example.com", "Sales").build())
                .expect(201);
        String sam = tenant.find("userName eq \"sam\"").text("/Resources/0/id");

        // then
        assertThat(count("text=" + Http.encode("carl@example.com"))).isEqualTo(1);
        assertThat(count("text=" + Http.encode("CARL@example.com"))).isEqualTo(1);
        assertThat(count("text=" + Http.encode("dora@example.com"))).isEqualTo(1);
        assertThat(count("text=" + Http.encode("dora@example.org"))).isZero();
        assertThat(count("text=sam")).isEqualTo(1);
        assertThat(tenant.admin().get("/provisioning-events?text=sam").text("/items/0/subject"))
                .isEqualTo(sam);
    }

    @Test
    void findsARefusalByTheAddressThatItQuotes() {
        String sam = tenant.find("userName eq \"sam\"").text("/Resources/0/id");
        tenant.scim()
                .patch("/Users/" + sam, patch("replace", "emails[value eq \"zoe@example.com\"].display", "Zoe"))
                .expectScimError(400, "noTarget");

        Answer events = tenant.admin().get("/provisioning-events?text=" + Http.encode("zoe@example.com"));

        assertThat(events.text("/items/0/detail/reason")).contains("\"z•••@example.com\"");
    }

    @Test
    void pagesByCursor() {
        Answer first = tenant.admin().get("/provisioning-events?limit=1").expect(200);
        Answer second = tenant.admin()
                .get("/provisioning-events?limit=1&cursor=" + Http.encode(first.text("/next")))
                .expect(200);

        assertThat(second.text("/items/0/outcome")).isEqualTo("ACCEPTED");
        assertThat(second.json()).doesNotContainKey("next");
    }

    @Test
    void exportsATable() {
        Answer table = tenant.admin()
                .with("Accept", "text/csv")
                .get("/provisioning-events")
                .expect(200);

        assertThat(table.header("Content-Type")).startsWith("text/csv");
        assertThat(table.body().lines()).hasSize(3);
        assertThat(table.body()).startsWith("at,kind,outcome,").contains("USER_CREATED,REFUSED");
    }

    private int count(String query) {
        return tenant.admin()
                .get("/provisioning-events?" + query)
                .expect(200)
                .json()
                .getJsonArray("items")
                .size();
    }
}
