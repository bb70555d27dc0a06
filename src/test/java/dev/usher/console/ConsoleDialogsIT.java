package dev.usher.console;

import static dev.usher.console.Inspection.check;
import static dev.usher.console.Inspection.opened;
import static dev.usher.console.Inspection.settled;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import dev.usher.it.Http;
import dev.usher.it.TestTenant;
import dev.usher.it.UsherServer;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The dialogs and states that a screen shows only after something was done: no axe violation, nothing sticks out. */
@Tag("looks")
class ConsoleDialogsIT {
    private static Chromium chromium;
    private static TestTenant tenant;
    private static String user;
    private static String preserved;

    @BeforeAll
    static void open() {
        chromium = new Chromium();
        tenant = TestTenant.create();
        tenant.createProfile("Locked", true, 1 << 30);
        tenant.createMapping("Sales", "department", "Sales", tenant.profileId());
        user = tenant.createUser("ada@example.com");
        preserved = tenant.createUser("grace@example.com");
        tenant.admin().post("/users/" + preserved + "/preserve", "{}").expect(200);
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void stepsAndSecretsAreClean(int width) {
        try (var window = chromium.window(width, ColorScheme.LIGHT)) {
            window.signIn("t/" + tenant.name() + "/provisioning");
            window.row("Sales").waitFor();
            window.button("New Mapping").first().click();
            window.dialogField("name").fill("Never made");
            window.dialogField("attribute").fill("title");
            window.dialogField("values").fill("VP, Chief");
            window.dialogButton("Next").click();
            window.dialogField("profileId").selectOption(new SelectOption().setLabel("Locked (data lock)"));
            window.awaitText("Data lock is enabled for this profile");
            check(window, "dialog-step-2-locked");
            window.button("New Storage Region").click();
            check(window, "dialog-within-a-dialog");
            window.page().keyboard().press("Escape");
            window.page().keyboard().press("Escape");
            window.awaitText("Discard your changes?");
            check(window, "dialog-discard");
            window.dialogButton("Discard").click();
            window.button("More about user provisioning").click();
            window.menuItem("New Token").click();
            window.dialogButton("Generate Token").click();
            window.dialogButton("Done").waitFor();
            check(window, "dialog-secret-token");
            window.dialogButton("Done").click();
            window.open("t/" + tenant.name() + "/administrators");
            window.button("New API Key").click();
            window.dialogField("name").fill("Key");
            window.dialogButton("Create").click();
            window.dialogButton("Done").waitFor();
            check(window, "dialog-secret-key");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void whatIsAskedAboutUsersIsClean(int width) {
        try (var window = chromium.window(width, ColorScheme.LIGHT)) {
            window.signIn("t/" + tenant.name() + "/users/" + user);
            for (String item : List.of("Change profile", "Place a legal hold", "Purge")) {
                window.button("More about this user").click();
                window.menuItem(item).click();
                opened(window, item);
            }
            window.open("t/" + tenant.name() + "/users/" + preserved);
            window.button("Restore").click();
            opened(window, "restore");
            window.open("t/" + tenant.name() + "/users");
            window.label("Choose ada@example.com").check();
            check(window, "users-chosen");
            window.button("Preserve").click();
            opened(window, "bulk");
            window.open("t/" + tenant.name() + "/journal");
            window.page().locator("td button").first().click();
            opened(window, "journal-details");
            window.open("t/" + tenant.name() + "/audit");
            window.page().locator("td button").first().click();
            opened(window, "audit-details");
            window.button("Account of admin").click();
            window.menuItem("Sign out everywhere").click();
            opened(window, "sign-out-everywhere");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void anEmptyTenantIsClean(int width) {
        Http api = UsherServer.http()
                .below("/api/v1")
                .basic("admin", UsherServer.PASSWORD)
                .with("Content-Type", "application/json");
        String name = "empty-" + Long.toString(System.nanoTime() & 0xFFFFFFF, 36);
        api.post("/tenants", "{\"name\":\"" + name + "\"}").expect(201);
        try (var window = chromium.window(width, ColorScheme.LIGHT)) {
            window.signIn("t/" + name + "/provisioning");
            window.button("Use SCIM").waitFor();
            check(window, "choice");
            window.button("Use SCIM").click();
            opened(window, "use-scim");
            for (String screen :
                    List.of("", "users", "groups", "profiles", "storage", "journal", "jobs", "decisions")) {
                window.open("t/" + name + "/" + screen);
                window.heading().waitFor();
                settled(window);
                check(window, "empty-" + screen);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void whatGoesWrongIsClean(int width) {
        try (var window = chromium.window(width, ColorScheme.LIGHT)) {
            window.signIn("t/" + tenant.name() + "/provisioning");
            window.row("Sales").waitFor();
            answered(window, "**/mapping-order", "PUT", 412, "{\"title\":\"Changed\",\"code\":\"version\"}");
            window.button("More about mappings").click();
            window.menuItem("Set Mapping Priority Order").click();
            window.dialogButton("Move Down").click();
            window.dialogButton("Save").click();
            window.awaitText("Somebody else changed the mappings meanwhile");
            refused(window, "dialog-order-changed");
            window.dialogButton("Cancel").click();
            window.dialogButton("Discard").click();
            answered(window, "**/tokens", "POST", 403, "{\"title\":\"Proof\",\"code\":\"proof-required\"}");
            window.button("More about user provisioning").click();
            window.menuItem("New Token").click();
            window.dialogButton("Generate Token").click();
            window.awaitText("Confirm that it is you");
            refused(window, "dialog-proof");
            window.open("t/" + tenant.name() + "/users");
            window.row("ada@example.com").waitFor();
            answered(
                    window,
                    "**/profiles?*",
                    "GET",
                    500,
                    "{\"title\":\"Unexpected failure\",\"detail\":\"Reference: 1\"}");
            window.open("t/" + tenant.name() + "/profiles");
            window.button("Try again").waitFor();
            refused(window, "error");
            window.context().clearCookies();
            window.open("t/" + tenant.name() + "/connect/okta");
            window.button("Sign in").waitFor();
            window.complaints();
            window.signIn("t/" + tenant.name() + "/connect/okta");
            window.awaitText("Waiting for the first call");
            window.context().clearCookies();
            window.awaitText("You are signed out");
            refused(window, "signed-out");
        }
    }

    private static void answered(ConsoleWindow window, String address, String method, int status, String problem) {
        window.page().route(address, route -> {
            if (!route.request().method().equals(method)) {
                route.resume();
                return;
            }
            route.fulfill(new Route.FulfillOptions()
                    .setStatus(status)
                    .setContentType("application/problem+json")
                    .setBody(problem));
        });
    }

    /** The browser itself complains of each answer that is no success. */
    private static void refused(ConsoleWindow window, String name) {
        window.complaints();
        check(window, name);
    }
}
