package dev.usher.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.usher.it.TestTenant;
import jakarta.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every screen and dialog, wide and narrow, light and dark: no axe violation, nothing sticks out, no complaint. */
@Tag("looks")
class ConsoleAccessibilityIT {
    private static final Path PICTURES = Path.of("target", "console-screenshots");
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
    private static final String AXE = read();
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

    static Stream<Arguments> looks() {
        return Stream.of(
                Arguments.of(1280, ColorScheme.LIGHT),
                Arguments.of(1280, ColorScheme.DARK),
                Arguments.of(390, ColorScheme.LIGHT),
                Arguments.of(390, ColorScheme.DARK));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void everyScreenIsClean(int width, ColorScheme theme) {
        try (var window = chromium.window(width, theme)) {
            window.open("login.html");
            window.button("Sign in").waitFor();
            check(window, "login", width, theme);
            window.signIn("t/" + tenant.name());
            for (String screen : Stream.concat(
                            SCREENS.stream(), Stream.of("users/" + user, "groups/" + group, "jobs/" + job))
                    .toList()) {
                window.open("t/" + tenant.name() + "/" + screen);
                window.heading().waitFor();
                settled(window);
                check(window, screen, width, theme);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("looks")
    void everyDialogIsClean(int width, ColorScheme theme) {
        try (var window = chromium.window(width, theme)) {
            window.signIn("t/" + tenant.name() + "/provisioning");
            window.row("Engineering").waitFor();
            window.button("New Mapping").first().click();
            window.dialogButton("Next").click();
            check(window, "dialog-mapping", width, theme);
            window.page().keyboard().press("Escape");
            window.button("More about mappings").click();
            check(window, "menu", width, theme);
            window.menuItem("Set Mapping Priority Order").click();
            window.dialogButton("Save").waitFor();
            check(window, "dialog-order", width, theme);
            window.page().keyboard().press("Escape");
            window.button("More about mappings").click();
            window.menuItem("Try a user").click();
            window.dialogButton("Try").click();
            window.awaitText("would take this user");
            check(window, "dialog-preview", width, theme);
            window.page().keyboard().press("Escape");
            window.button("More about user provisioning").click();
            window.menuItem("New Token").click();
            window.dialogButton("Generate Token").waitFor();
            check(window, "dialog-token", width, theme);
        }
    }

    @ParameterizedTest
    @MethodSource("looks")
    void everyOtherDialogIsClean(int width, ColorScheme theme) {
        try (var window = chromium.window(width, theme)) {
            window.signIn("t/" + tenant.name() + "/users/" + user);
            dialog(window, "users/" + user, "Preserve", width, theme);
            menu(window, "users/" + user, "More about this user", "Lift the legal hold", width, theme);
            menu(window, "users/" + user, "More about this user", "Send the activation mail", width, theme);
            dialog(window, "users", "New User", width, theme);
            dialog(window, "profiles", "New Profile", width, theme);
            dialog(window, "storage", "New Storage Region", width, theme);
            dialog(window, "administrators", "New Administrator", width, theme);
            dialog(window, "administrators", "New API Key", width, theme);
            dialog(window, "settings", "Change the licence", width, theme);
            dialog(window, "settings", "Manage users by hand", width, theme);
            dialog(window, "mail", "Send a test mail", width, theme);
            dialog(window, "mail", "Change", width, theme);
            menu(window, "mail", "Actions for Activation, en", "Edit", width, theme);
            dialog(window, "jobs", "Purge now", width, theme);
            dialog(window, "tenants", "New Tenant", width, theme);
            menu(window, "provisioning", "Actions for Engineering", "Edit", width, theme);
            menu(window, "provisioning", "Actions for Engineering", "Delete", width, theme);
            menu(window, "", "Account of admin", "Change password", width, theme);
        }
    }

    private static void dialog(ConsoleWindow window, String screen, String button, int width, ColorScheme theme) {
        window.open("t/" + tenant.name() + "/" + screen);
        window.button(button).first().click();
        opened(window, button, width, theme);
    }

    private static void menu(
            ConsoleWindow window, String screen, String menu, String item, int width, ColorScheme theme) {
        window.open("t/" + tenant.name() + "/" + screen);
        window.button(menu).click();
        window.menuItem(item).click();
        opened(window, item, width, theme);
    }

    private static void opened(ConsoleWindow window, String name, int width, ColorScheme theme) {
        window.dialog().waitFor();
        settled(window);
        check(window, "dialog-" + name.toLowerCase(Locale.ROOT).replace(' ', '-'), width, theme);
        window.page().keyboard().press("Escape");
    }

    /** Nothing is being loaded any more. */
    static void settled(ConsoleWindow window) {
        window.page().waitForFunction("() => !document.querySelector('[aria-busy=\"true\"]')");
    }

    static void check(ConsoleWindow window, String name, int width, ColorScheme theme) {
        String look = name.replace('/', '-') + "-" + width + "-" + theme.name().toLowerCase(Locale.ROOT);
        window.page()
                .screenshot(new Page.ScreenshotOptions()
                        .setPath(PICTURES.resolve((name.isEmpty() ? "dashboard" : "") + look + ".png")));
        Object tooWide = window.page()
                .evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(tooWide).as("%s sticks out", look).isEqualTo(0);
        window.assertFits();
        assertThat(violations(window)).as(look).isEmpty();
        assertThat(window.complaints()).as(look).isEmpty();
    }

    /** The tool comes by the debugger's own way, past the page's policy, which must not be loosened for it. */
    @SuppressWarnings("unchecked")
    private static List<String> violations(ConsoleWindow window) {
        var session = window.context().newCDPSession(window.page());
        session.send("Page.setBypassCSP", bypass());
        window.page().evaluate("text => { if (!window.axe) (0, eval)(text); }", AXE);
        var found = (List<String>) window.page()
                .evaluate("async () => (await axe.run()).violations.map(v => v.id + ': '"
                        + " + v.nodes.map(n => n.target.join(' ') + ' ' + n.failureSummary).join(' | '))");
        session.detach();
        return found;
    }

    private static JsonObject bypass() {
        var parameters = new JsonObject();
        parameters.addProperty("enabled", true);
        return parameters;
    }

    private static String read() {
        String path = "/axe.min.js";
        try (InputStream in = ConsoleAccessibilityIT.class.getResourceAsStream(path)) {
            Files.createDirectories(PICTURES);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
