package dev.usher.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import dev.usher.it.Answer;
import dev.usher.it.Http;
import dev.usher.it.TestTenant;
import dev.usher.it.UsherServer;
import jakarta.json.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The product description's steps, in its words. */
class ConsoleFlowIT {
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
    void fromUseScimToUsersWithTheRightProfile() {
        // given
        String tenant = "flow-" + Long.toString(System.nanoTime() & 0xFFFFFFF, 36);

        try (var window = chromium.window()) {
            // when
            window.signIn("t/default/tenants");
            window.button("New Tenant").click();
            window.dialogField("name").fill(tenant);
            window.dialogField("displayName").fill("Flow");
            window.dialogButton("Create").click();
            window.row(tenant).getByRole(AriaRole.LINK).click();
            window.link("Use SCIM to manage users").click();
            window.button("Use SCIM").click();
            window.dialogButton("Continue").click();
            window.dialogButton("Generate Token").click();
            String token = window.label("Token").inputValue();
            window.dialogButton("Copy").click();
            window.awaitText("Token copied");
            String copied = (String) window.page().evaluate("() => navigator.clipboard.readText()");
            window.dialogButton("Done").click();
            newMapping(window, "General Users Mapping", "department", "Engineering", "General Profile 1");
            newMapping(window, "Executive Users Mapping", "title", "VP, Chief Officer", "Executive Profile");
            window.button("More about mappings").click();
            window.menuItem("Set Mapping Priority Order").click();
            window.dialog().getByRole(AriaRole.RADIO).nth(1).check();
            window.dialogButton("Move to Top").click();
            window.dialogButton("Save").click();
            window.awaitText("Priority order saved");
            Http scim =
                    UsherServer.http().below("/scim/v2").bearer(token).with("Content-Type", "application/scim+json");
            create(scim, "boss@example.com", "VP").expect(201);
            create(scim, "engineer@example.com", "Engineer").expect(201);
            window.link("Users").click();

            // then
            window.row("boss@example.com").waitFor();
            assertThat(copied).isEqualTo(token).startsWith("ush_");
            assertThat(window.row("boss@example.com").innerText())
                    .contains("Executive Profile", "Executive Users Mapping");
            assertThat(window.row("engineer@example.com").innerText()).contains("General Profile 1");
            window.assertQuiet();
        }
    }

    @Test
    void theSameStepsByKeyboardAlone() {
        // given
        var tenant = TestTenant.create();
        tenant.createMapping("Second", "department", "Sales", tenant.profileId());

        try (var window = chromium.window()) {
            var keys = window.page().keyboard();
            window.open("t/" + tenant.name() + "/provisioning");
            window.button("Sign in").waitFor();

            // when
            keys.type("admin");
            window.tabTo("Password");
            keys.type(UsherServer.PASSWORD);
            keys.press("Enter");
            window.row("Second").waitFor();
            window.tabTo("New Mapping");
            keys.press("Enter");
            window.dialog().waitFor();
            keys.type("Third");
            window.tabTo("SCIM Attribute");
            keys.type("title");
            window.tabTo("Value(s)");
            keys.type("VP");
            window.tabTo("Next");
            keys.press("Enter");
            window.page().waitForFunction("() => document.activeElement.name === 'storageRegionId'");
            keys.press("ArrowDown");
            window.tabTo("Profile");
            keys.press("ArrowDown");
            window.tabTo("Finish");
            keys.press("Enter");
            window.row("Third").waitFor();
            window.tabTo("More about mappings");
            keys.press("Enter");
            window.page().waitForFunction("() => document.activeElement.textContent === 'Set Mapping Priority Order'");
            keys.press("Enter");
            window.dialog().waitFor();
            keys.press("ArrowDown");
            keys.press("ArrowDown");
            window.tabTo("Move to Top");
            keys.press("Enter");
            assertThat(window.focused()).isEqualTo("Move to Top");
            window.tabTo("Save");
            keys.press("Enter");
            window.awaitText("Priority order saved");

            // then
            window.page().waitForFunction("() => document.querySelector('tbody tr').textContent.includes('Third')");
            assertThat(window.focused()).isEqualTo("More about mappings");
            window.assertQuiet();
        }
    }

    @Test
    void whyAUserGotItsProfileNamesTheCaseThatDiffers() {
        // given
        var tenant = TestTenant.create();
        String engineering = tenant.createMapping("Engineering", "department", "Engineering", tenant.profileId());
        tenant.admin()
                .with("If-Match", tenant.admin().get("/mapping-order").header("ETag"))
                .put(
                        "/mapping-order",
                        Json.createArrayBuilder()
                                .add(engineering)
                                .add(tenant.mappingId())
                                .build())
                .expect(200);
        String user = tenant.scim()
                .post(
                        "/Users",
                        TestTenant.user("ada@example.com", "engineering").build())
                .expect(201)
                .text("/id");

        try (var window = chromium.window()) {
            // when
            window.signIn("t/" + tenant.name() + "/users/" + user);
            window.awaitText("The mappings as they stand today");

            // then
            assertThat(window.page().locator(".checks").innerText()).contains("Engineering", "\"engineering\"", "case");
            window.assertQuiet();
        }
    }

    private static void newMapping(ConsoleWindow window, String name, String attribute, String values, String profile) {
        window.button("New Mapping").first().click();
        window.page().locator("#field-name").fill(name);
        window.page().locator("#field-attribute").fill(attribute);
        window.page().locator("#field-values").fill(values);
        window.dialogButton("Next").click();
        if (window.dialogField("storageRegionId").locator("option").count() == 1) {
            window.button("New Storage Region").click();
            window.dialogField("name").fill("EU-Frankfurt");
            window.dialogButton("Create").click();
            window.awaitText("Storage region “EU-Frankfurt” created");
        } else {
            window.dialogField("storageRegionId").selectOption(new SelectOption().setLabel("EU-Frankfurt"));
        }
        window.button("New Profile").click();
        window.dialogField("name").fill(profile);
        if (profile.startsWith("Executive")) {
            window.dialogField("dataLocked").check();
        }
        window.dialogButton("Create").click();
        window.awaitText("Profile “" + profile + "” created");
        window.dialogField("quotaBytes").fill("5");
        window.dialogButton("Finish").click();
        window.row(name).waitFor();
    }

    private static Answer create(Http scim, String name, String title) {
        return scim.post(
                "/Users",
                TestTenant.user(name, "Engineering").add("title", title).build());
    }
}
