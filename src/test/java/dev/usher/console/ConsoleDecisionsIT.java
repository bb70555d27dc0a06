package dev.usher.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.usher.it.TestTenant;
import dev.usher.it.UsherServer;
import jakarta.json.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What Usher leaves to an administrator, done at the console. */
@Tag("looks")
class ConsoleDecisionsIT {
    private static Chromium chromium;

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void theOrderIsTriedAndThenAppliedToExistingUsers() {
        // given
        var tenant = TestTenant.create();
        tenant.admin().patch("", "{\"reclassify\":\"automatic\"}").expect(200);
        String user = user(tenant, "ada@example.com", "Engineering");
        String mapping = tenant.createMapping(
                "Engineering", "department", "Engineering", tenant.createProfile("Engineers", false, 1 << 30));
        first(tenant, mapping);

        try (var window = chromium.window()) {
            // when
            window.signIn("t/" + tenant.name() + "/provisioning");
            window.button("More about mappings").click();
            window.menuItem("Apply the order to existing users").click();
            window.button("Apply to 1 user").click();
            window.awaitText("What was done");
            window.awaitText("ada@example.com");

            // then
            assertThat(tenant.admin().get("/users/" + user).text("/assignment/profileName"))
                    .isEqualTo("Engineers");
            window.assertQuiet();
        }
    }

    @Test
    void aSuggestedMoveIsAcceptedOrDeclined() {
        // given
        var tenant = TestTenant.create();
        String ada = user(tenant, "ada@example.com", "Sales");
        String bob = user(tenant, "bob@example.com", "Sales");
        suggestMoves(tenant, ada, bob);

        try (var window = chromium.window()) {
            // when
            window.signIn("t/" + tenant.name());
            window.awaitText("2 moves are suggested");
            window.link("Decide").click();
            window.button("Accept for ada@example.com").click();
            window.awaitText("User moved");
            window.button("Decline for bob@example.com").click();
            window.awaitText("Suggestion declined");

            // then
            assertThat(profile(tenant, ada)).isEqualTo("Executives");
            assertThat(profile(tenant, bob)).isEqualTo("General Profile 1");
            window.assertQuiet();
        }
    }

    @Test
    void aDoubleClickDecidesForOneUserOnly() {
        // given
        var tenant = TestTenant.create();
        String ada = user(tenant, "ada@example.com", "Sales");
        String bob = user(tenant, "bob@example.com", "Sales");
        suggestMoves(tenant, ada, bob);

        try (var window = chromium.window()) {
            window.signIn("t/" + tenant.name() + "/decisions");
            window.awaitText("2 moves shown");

            // when: the first of the clicks is done when the second one comes
            window.page()
                    .locator("td button", new Page.LocatorOptions().setHasText("Accept"))
                    .first()
                    .dblclick(new Locator.DblclickOptions().setDelay(700));
            window.awaitText("1 move shown");

            // then
            assertThat(new String[] {profile(tenant, ada), profile(tenant, bob)})
                    .containsExactlyInAnyOrder("Executives", "General Profile 1");
            window.assertQuiet();
        }
    }

    @Test
    void aUserShowsDevicesAndSnapshotsAndALegalHoldKeepsItFromPurge() {
        // given
        var tenant = TestTenant.create();
        String user = tenant.createUser("ada@example.com");
        tenant.admin()
                .post("/users/" + user + "/devices", "{\"id\":\"d-1\",\"name\":\"Laptop\"}")
                .expect(201);
        tenant.admin()
                .post(
                        "/devices/d-1/snapshots",
                        "{\"id\":\"s-1\",\"name\":\"Nightly\",\"sizeBytes\":1073741824,\"takenAt\":\"2026-01-02T03:04:05Z\"}")
                .expect(201);

        try (var window = chromium.window()) {
            // when
            window.signIn("t/" + tenant.name() + "/users/" + user);
            window.awaitText("1 device, 1 snapshot");
            window.page().getByText("Laptop").click();
            window.awaitText("Nightly");
            window.button("More about this user").click();
            window.menuItem("Place a legal hold").click();
            window.page().locator("#field-reason").fill("Case 7");
            window.dialogButton("Place").click();
            window.awaitText("Legal hold placed");

            // then
            window.awaitText("The user is under legal hold: Case 7.");
            window.button("More about this user").click();
            assertThat(window.menuItem("Purge").count()).isZero();
            window.assertQuiet();
        }
    }

    @Test
    void aTakenNameIsAskedForWhenADeletedUserIsRestored() {
        // given
        var tenant = TestTenant.create();
        String user = tenant.createUser("ada@example.com");
        tenant.scim().delete("/Users/" + user).expect(204);
        tenant.createUser("ada@example.com");

        try (var window = chromium.window()) {
            // when
            window.signIn("t/" + tenant.name() + "/users/" + user);
            window.button("Restore").click();
            window.dialogButton("Restore").click();
            window.awaitText("Another user has the old one by now");
            window.page().locator("#field-userName").fill("ada.old@example.com");
            window.dialogButton("Restore").click();
            window.awaitText("User restored");

            // then
            assertThat(tenant.admin().get("/users/" + user).text("/userName")).isEqualTo("ada.old@example.com");
        }
    }

    @Test
    void mappingsThatCannotWorkAreWarnedOf() {
        // given
        var tenant = TestTenant.withoutMapping(UsherServer.http());
        tenant.createMapping("One", "department", "Sales", tenant.profileId());
        tenant.createMapping("Two", "department", "Sales", tenant.profileId());
        tenant.createMapping("Three", "userType", "Contractor", tenant.profileId());
        user(tenant, "ada@example.com", "Sales");

        try (var window = chromium.window()) {
            // when
            window.signIn("t/" + tenant.name() + "/provisioning");
            window.awaitText("No mapping is for all users");

            // then
            assertThat(window.row("Two").first().innerText()).contains("Is never reached");
            assertThat(window.row("Three").first().innerText()).contains("which no known user has");
            window.assertQuiet();
        }
    }

    private static String user(TestTenant tenant, String name, String department) {
        return tenant.scim()
                .post("/Users", TestTenant.user(name, department).build())
                .expect(201)
                .text("/id");
    }

    private static String profile(TestTenant tenant, String user) {
        return tenant.admin().get("/users/" + user).text("/assignment/profileName");
    }

    private static void first(TestTenant tenant, String mapping) {
        tenant.admin()
                .with("If-Match", tenant.admin().get("/mapping-order").header("ETag"))
                .put(
                        "/mapping-order",
                        Json.createArrayBuilder()
                                .add(mapping)
                                .add(tenant.mappingId())
                                .build())
                .expect(200);
    }

    /** Into the profile Executives. */
    private static void suggestMoves(TestTenant tenant, String... users) {
        tenant.admin().patch("", "{\"reclassify\":\"suggest\"}").expect(200);
        first(tenant, tenant.createMapping("VPs", "title", "VP", tenant.createProfile("Executives", false, 1 << 30)));
        for (String id : users) {
            tenant.scim()
                    .patch("/Users/" + id, TestTenant.patch("replace", "title", "VP"))
                    .expect(200);
        }
    }
}
