package dev.usher.console;

import static dev.usher.console.ConsoleAccessibilityIT.check;
import static dev.usher.console.ConsoleAccessibilityIT.settled;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import dev.usher.it.Http;
import dev.usher.it.TestTenant;
import dev.usher.it.UsherServer;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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
    @MethodSource("dev.usher.console.ConsoleAccessibilityIT#looks")
    void stepsAndSecretsAreClean(int width, ColorScheme theme) {
        try (var window = chromium.window(width, theme)) {
            window.signIn("t/" + tenant.name() + "/provisioning");
            window.row("Sales").waitFor();
            window.button("New Mapping").first().click();
            window.dialogField("name").fill("Never made");
            window.dialogField("attribute").fill("title");
            window.dialogField("values").fill("VP, Chief");
            window.dialogButton("Next").click();
            window.dialogField("profileId").selectOption(new SelectOption().setLabel("Locked (data lock)"));
            window.awaitText("Data lock is enabled for this profile");
            check(window, "dialog-step-2-locked", width, theme);
            window.button("New Storage Region").click();
            check(window, "dialog-within-a-dialog", width, theme);
            window.page().keyboard().press("Escape");
            window.page().keyboard().press("Escape");
            window.awaitText("Discard your changes?");
            check(window, "dialog-discard", width, theme);
            window.dialogButton("Discard").click();
            window.button("More about user provisioning").click();
            window.menuItem("New Token").click();
            window.dialogButton("Generate Token").click();
            window.dialogButton("Done").waitFor();
            check(window, "dialog-secret-token", width, theme);
            window.dialogButton("Done").click();
            window.open("t/" + tenant.name() + "/administrators");
            window.button("New API Key").click();
            window.dialogField("name").fill("Key");
            window.dialogButton("Create").click();
            window.dialogButton("Done").waitFor();
            check(window, "dialog-secret-key", width, theme);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.usher.console.ConsoleAccessibilityIT#looks")
    void whatIsAskedAboutUsersIsClean(int width, ColorScheme theme) {
        try (var window = chromium.window(width, theme)) {
            window.signIn("t/" + tenant.name() + "/users/" + user);
            for (String item : List.of("Change profile", "Place a legal hold", "Purge")) {
                window.button("More about this user").click();
                window.menuItem(item).click();
                opened(window, item, width, theme);
            }
            window.open("t/" + tenant.name() + "/users/" + preserved);
            window.button("Restore").click();
            opened(window, "restore", width, theme);
            window.open("t/" + tenant.name() + "/users");
            window.label("Choose ada@example.com").check();
            check(window, "users-chosen", width, theme);
            window.button("Preserve").click();
            opened(window, "bulk", width, theme);
            window.open("t/" + tenant.name() + "/journal");
            window.page().locator("td button").first().click();
            opened(window, "journal-details", width, theme);
            window.open("t/" + tenant.name() + "/audit");
            window.page().locator("td button").first().click();
            opened(window, "audit-details", width, theme);
            window.button("Account of admin").click();
            window.menuItem("Sign out everywhere").click();
            opened(window, "sign-out-everywhere", width, theme);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.usher.console.ConsoleAccessibilityIT#looks")
    void anEmptyTenantIsClean(int width, ColorScheme theme) {
        Http api = UsherServer.http()
                .below("/api/v1")
                .basic("admin", UsherServer.PASSWORD)
                .with("Content-Type", "application/json");
        String name = "empty-" + Long.toString(System.nanoTime() & 0xFFFFFFF, 36);
        api.post("/tenants", "{\"name\":\"" + name + "\"}").expect(201);
        try (var window = chromium.window(width, theme)) {
            window.signIn("t/" + name + "/provisioning");
            window.button("Use SCIM").waitFor();
            check(window, "choice", width, theme);
            window.button("Use SCIM").click();
            opened(window, "use-scim", width, theme);
            for (String screen :
                    List.of("", "users", "groups", "profiles", "storage", "journal", "jobs", "decisions")) {
                window.open("t/" + name + "/" + screen);
                window.heading().waitFor();
                settled(window);
                check(window, "empty-" + screen, width, theme);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.usher.console.ConsoleAccessibilityIT#looks")
    void whatGoesWrongIsClean(int width, ColorScheme theme) {
        try (var window = chromium.window(width, theme)) {
            window.signIn("t/" + tenant.name() + "/provisioning");
            window.row("Sales").waitFor();
            answered(window, "**/mapping-order", "PUT", 412, "{\"title\":\"Changed\",\"code\":\"version\"}");
            window.button("More about mappings").click();
            window.menuItem("Set Mapping Priority Order").click();
            window.dialogButton("Move Down").click();
            window.dialogButton("Save").click();
            window.awaitText("Somebody else changed the mappings meanwhile");
            refused(window, "dialog-order-changed", width, theme);
            window.dialogButton("Cancel").click();
            window.dialogButton("Discard").click();
            answered(window, "**/tokens", "POST", 403, "{\"title\":\"Proof\",\"code\":\"proof-required\"}");
            window.button("More about user provisioning").click();
            window.menuItem("New Token").click();
            window.dialogButton("Generate Token").click();
            window.awaitText("Confirm that it is you");
            refused(window, "dialog-proof", width, theme);
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
            refused(window, "error", width, theme);
            window.context().clearCookies();
            window.open("t/" + tenant.name() + "/connect/okta");
            window.button("Sign in").waitFor();
            window.complaints();
            window.signIn("t/" + tenant.name() + "/connect/okta");
            window.awaitText("Waiting for the first call");
            window.context().clearCookies();
            window.awaitText("You are signed out");
            refused(window, "signed-out", width, theme);
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
    private static void refused(ConsoleWindow window, String name, int width, ColorScheme theme) {
        window.complaints();
        check(window, name, width, theme);
    }

    private static void opened(ConsoleWindow window, String name, int width, ColorScheme theme) {
        window.dialog().waitFor();
        settled(window);
        check(window, "dialog-" + name.toLowerCase(Locale.ROOT).replace(' ', '-'), width, theme);
        window.page().keyboard().press("Escape");
    }
}
