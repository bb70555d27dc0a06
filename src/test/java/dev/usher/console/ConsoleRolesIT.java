package dev.usher.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.it.Http;
import dev.usher.it.TestTenant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What each role is shown, and what the server would refuse all the same. */
class ConsoleRolesIT {
    private static final List<String> READABLE = List.of(
            "",
            "provisioning",
            "users",
            "groups",
            "decisions",
            "profiles",
            "storage",
            "journal",
            "audit",
            "jobs",
            "mail",
            "settings",
            "connect/okta");

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
    void anAuditorSeesNothingToChange() {
        // given
        var tenant = TestTenant.create();
        String user = tenant.createUser("ada@example.com");
        String name = ConsoleSignInIT.administrator(tenant, "auditor");

        try (var window = chromium.window()) {
            // when
            window.signIn("t/" + tenant.name() + "/provisioning", name, ConsoleSignInIT.LONG_PASSWORD);
            window.row("Everyone").waitFor();

            // then
            assertThat(window.link("Administrators").count()).isZero();
            for (String screen : READABLE) {
                window.open("t/" + tenant.name() + "/" + screen);
                window.heading().waitFor();
                assertChangesNothing(window);
            }
            window.open("t/" + tenant.name() + "/users/" + user);
            window.awaitText("The mappings as they stand today");
            assertChangesNothing(window);
            for (String screen : List.of("administrators", "platform", "tenants")) {
                window.open("t/" + tenant.name() + "/" + screen);
                window.awaitText("Not for your role");
            }
            window.assertQuiet();
        }
        Http auditor = tenant.admin().basic(name, ConsoleSignInIT.LONG_PASSWORD);
        auditor.post("/tokens", "{\"name\":\"mine\"}").expect(403);
        auditor.post("/profiles", "{\"name\":\"mine\"}").expect(403);
        auditor.post("/storage-regions", "{\"name\":\"mine\"}").expect(403);
        auditor.post("/users/" + user + "/preserve", "{}").expect(403);
        auditor.delete("/users/" + user).expect(403);
        auditor.put("/user-management", "{\"type\":\"MANUAL\",\"confirmed\":true}")
                .expect(403);
        auditor.patch("", "{\"reclassify\":\"automatic\"}").expect(403);
        auditor.get("/administrators").expect(403);
    }

    /** What is there to press only shows more, or copies, filters and exports what is shown. */
    @SuppressWarnings("unchecked")
    private static void assertChangesNothing(ConsoleWindow window) {
        window.page().waitForFunction("() => !document.querySelector('main [aria-busy=\"true\"]')");
        var buttons = (List<String>) window.page()
                .evaluate("() => [...document.querySelectorAll('main button')].filter(b => b.checkVisibility())"
                        + ".map(b => b.getAttribute('aria-label') ?? b.textContent.trim())");
        assertThat(buttons)
                .as(window.page().url())
                .allMatch(
                        label -> label.matches(
                                "Details.*|Export CSV|Show more|Clear|Copy .*|More about (user provisioning|mappings)|Use AD/LDAP"));
        assertThat(window.page()
                        .locator("main :is(input, select):not(.filters *)")
                        .count())
                .as(window.page().url())
                .isZero();
    }

    @Test
    void anAdministratorOfATenantSeesItsDisplayName() {
        // given
        var tenant = TestTenant.create();
        tenant.admin().patch("", "{\"displayName\":\"Acme Works\"}").expect(200);
        String name = ConsoleSignInIT.administrator(tenant, "administrator");

        try (var window = chromium.window()) {
            // when
            window.signIn("t/" + tenant.name() + "/users", name, ConsoleSignInIT.LONG_PASSWORD);

            // then
            window.awaitText("Acme Works");
            assertThat(window.link("Administrators").count()).isZero();
            window.assertQuiet();
        }
    }
}
