package dev.usher.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import com.microsoft.playwright.options.WaitForSelectorState;
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
        String tenant = bareTenant();

        try (var window = chromium.window()) {
            // when
            window.signIn("t/" + tenant + "/provisioning");
            window.button("Use SCIM").click();
            window.dialogButton("Continue").click();
            window.dialogButton("Generate Token").click();
            String token = window.label("Token").inputValue();
            window.dialogButton("Copy").click();
            window.awaitText("Token copied");
            String copied = (String) window.page().evaluate("() => navigator.clipboard.readText()");
            window.dialogButton("Done").click();
            newMapping(window, "General Users Mapping", "department", "Engineering", "General Profile 1");
            newMapping(
                    window, "Executive Users Mapping", "title", "VP, Chief Officer", "Executive Profile (data lock)");
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
            window.signIn("t/" + tenant.name() + "/provisioning");
            window.row("Second").waitFor();

            // when
            window.button("More about mappings").focus();
            window.page().keyboard().press("Enter");
            assertThat(focused(window)).isEqualTo("Set Mapping Priority Order");
            window.page().keyboard().press("Enter");
            window.dialog().waitFor();
            window.page().keyboard().press("ArrowDown");
            window.page().keyboard().press("Alt+ArrowUp");
            window.dialogButton("Save").focus();
            window.page().keyboard().press("Enter");
            window.awaitText("Priority order saved");

            // then
            window.page()
                    .locator("dialog")
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
            window.page()
                    .waitForFunction(
                            "() => document.activeElement.getAttribute('aria-label') === 'More about mappings'");
            assertThat(window.page().locator("tbody tr").first().innerText()).contains("Second");
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

    private static String focused(ConsoleWindow window) {
        return (String) window.page().evaluate("() => document.activeElement.textContent.trim()");
    }

    private static String bareTenant() {
        Http api = UsherServer.http()
                .below("/api/v1")
                .basic("admin", UsherServer.PASSWORD)
                .with("Content-Type", "application/json");
        String name = "flow-" + Long.toString(System.nanoTime() & 0xFFFFFFF, 36);
        api.post("/tenants", Json.createObjectBuilder().add("name", name).build())
                .expect(201);
        api.post("/tenants/" + name + "/storage-regions", "{\"name\":\"EU-Frankfurt\"}")
                .expect(201);
        api.post("/tenants/" + name + "/profiles", "{\"name\":\"General Profile 1\",\"quotaBytes\":5368709120}")
                .expect(201);
        api.post("/tenants/" + name + "/profiles", "{\"name\":\"Executive Profile\",\"dataLocked\":true}")
                .expect(201);
        return name;
    }

    private static void newMapping(ConsoleWindow window, String name, String attribute, String values, String profile) {
        window.button("New Mapping").first().click();
        window.page().locator("#field-name").fill(name);
        window.page().locator("#field-attribute").fill(attribute);
        window.page().locator("#field-values").fill(values);
        window.dialogButton("Next").click();
        window.page().locator("#field-storageRegionId").selectOption(new SelectOption().setLabel("EU-Frankfurt"));
        window.page().locator("#field-profileId").selectOption(new SelectOption().setLabel(profile));
        window.page().locator("#field-quotaBytes").fill("5");
        window.dialogButton("Finish").click();
        window.row(name).waitFor();
    }

    private static Answer create(Http scim, String name, String title) {
        return scim.post(
                "/Users",
                TestTenant.user(name, "Engineering").add("title", title).build());
    }
}
