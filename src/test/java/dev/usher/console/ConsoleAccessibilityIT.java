package dev.usher.console;

import static dev.usher.console.Inspection.check;
import static dev.usher.console.Inspection.opened;
import static dev.usher.console.Inspection.settled;

import com.microsoft.playwright.options.ColorScheme;
import dev.usher.it.TestTenant;
import jakarta.json.Json;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every screen and dialog, wide and narrow, light and dark: no axe violation, nothing sticks out, no complaint. */
@Tag("looks")
class ConsoleAccessibilityIT {
    private static final List<String> SCREENS = List.of(
            "",
            "provisioning",
            "users",
            "groups",
            "profiles",
            "storage",
            "journal",
            "audit",
            "administrators",
            "settings",
            "mail",
            "decisions",
            "jobs",
            "platform",
            "tenants",
            "connect/okta",
            "connect/entra",
            "connect/other",
            "no-such-page");
    private static Chromium chromium;
    private static TestTenant tenant;
    private static String user;
    private static String group;
    private static String job;
    private static String first;

    @BeforeAll
    static void open() {
        chromium = new Chromium();
        tenant = TestTenant.create();
        first = tenant.createMapping(
                "Engineering", "department", "Engineering", tenant.createProfile("Locked", true, 1 << 30));
        user = tenant.createUser("ada@example.com");
        group = tenant.createGroup("Engineering", user);
        tenant.admin()
                .post("/users/" + user + "/devices", "{\"id\":\"laptop\",\"name\":\"Ada's laptop\"}")
                .expect(201);
        tenant.admin()
                .put("/users/" + user + "/legal-hold", "{\"reason\":\"Case 2026/117\"}")
                .expect(200);
        suggest();
        job = tenant.admin().post("/reclassifications", "{}").expect(202).text("/id");
    }

    /** Changed attributes make a suggestion. */
    private static void suggest() {
        tenant.admin().patch("", "{\"reclassify\":\"suggest\"}").expect(200);
        String mover = tenant.scim()
                .post("/Users", TestTenant.user("grace@example.com", "Sales").build())
                .expect(201)
                .text("/id");
        String engineering =
                tenant.createMapping("Sales", "title", "VP", tenant.createProfile("Sales people", false, 1 << 30));
        tenant.admin()
                .with("If-Match", tenant.admin().get("/mapping-order").header("ETag"))
                .put(
                        "/mapping-order",
                        Json.createArrayBuilder()
                                .add(engineering)
                                .add(tenant.mappingId())
                                .add(first)
                                .build())
                .expect(200);
        tenant.scim()
                .patch("/Users/" + mover, TestTenant.patch("replace", "title", "VP"))
                .expect(200);
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void everyScreenIsClean(int width) {
        try (var window = chromium.window(width, ColorScheme.LIGHT)) {
            window.open("login.html");
            window.button("Sign in").waitFor();
            check(window, "login");
            window.signIn("t/" + tenant.name());
            for (String screen : Stream.concat(
                            SCREENS.stream(), Stream.of("users/" + user, "groups/" + group, "jobs/" + job))
                    .toList()) {
                window.open("t/" + tenant.name() + "/" + screen);
                window.heading().waitFor();
                settled(window);
                check(window, screen);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void everyDialogIsClean(int width) {
        try (var window = chromium.window(width, ColorScheme.LIGHT)) {
            window.signIn("t/" + tenant.name() + "/provisioning");
            window.row("Engineering").waitFor();
            window.button("New Mapping").first().click();
            window.dialogButton("Next").click();
            check(window, "dialog-mapping");
            window.page().keyboard().press("Escape");
            window.button("More about mappings").click();
            check(window, "menu");
            window.menuItem("Set Mapping Priority Order").click();
            window.dialogButton("Save").waitFor();
            check(window, "dialog-order");
            window.page().keyboard().press("Escape");
            window.button("More about mappings").click();
            window.menuItem("Try a user").click();
            window.dialogButton("Try").click();
            window.awaitText("would take this user");
            check(window, "dialog-preview");
            window.page().keyboard().press("Escape");
            window.button("More about user provisioning").click();
            window.menuItem("New Token").click();
            window.dialogButton("Generate Token").waitFor();
            check(window, "dialog-token");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void everyOtherDialogIsClean(int width) {
        try (var window = chromium.window(width, ColorScheme.LIGHT)) {
            window.signIn("t/" + tenant.name() + "/users/" + user);
            dialog(window, "users/" + user, "Preserve");
            menu(window, "users/" + user, "More about this user", "Lift the legal hold");
            menu(window, "users/" + user, "More about this user", "Send the activation mail");
            dialog(window, "users", "New User");
            dialog(window, "profiles", "New Profile");
            dialog(window, "storage", "New Storage Region");
            dialog(window, "administrators", "New Administrator");
            dialog(window, "administrators", "New API Key");
            dialog(window, "settings", "Change the licence");
            dialog(window, "settings", "Change the policy");
            dialog(window, "settings", "Manage users by hand");
            dialog(window, "mail", "Send a test mail");
            dialog(window, "mail", "Change");
            menu(window, "mail", "Actions for Activation, en", "Edit");
            dialog(window, "jobs", "Purge now");
            dialog(window, "tenants", "New Tenant");
            menu(window, "provisioning", "Actions for Engineering", "Edit");
            menu(window, "provisioning", "Actions for Engineering", "Delete");
            menu(window, "", "Account of admin", "Change password");
        }
    }

    private static void dialog(ConsoleWindow window, String screen, String button) {
        window.open("t/" + tenant.name() + "/" + screen);
        window.button(button).first().click();
        opened(window, button);
    }

    private static void menu(ConsoleWindow window, String screen, String menu, String item) {
        window.open("t/" + tenant.name() + "/" + screen);
        window.button(menu).click();
        window.menuItem(item).click();
        opened(window, item);
    }
}
