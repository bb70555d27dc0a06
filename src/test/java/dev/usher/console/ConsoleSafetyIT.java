package dev.usher.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.usher.it.TestTenant;
import dev.usher.it.UsherServer;
import jakarta.json.Json;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What goes wrong at a console, and what must not. */
class ConsoleSafetyIT {
    /** Fifty: markup, handlers, templates, addresses, formulas, directions, zero widths, lengths, look-alikes. */
    private static final List<String> HOSTILE = Stream.concat(
                    Stream.of(
                            "<script>window.hit=1</script>",
                            "</script><script>window.hit=1</script>",
                            "<img src=x onerror=window.hit=1>",
                            "\"><svg onload=window.hit=1>",
                            "<svg><animate onbegin=window.hit=1>",
                            "<iframe srcdoc='<script>top.hit=1</script>'>",
                            "<body onload=window.hit=1>",
                            "<details open ontoggle=window.hit=1>",
                            "<a href=javascript:window.hit=1>x</a>",
                            "<style>*{display:none}</style>",
                            "<base href=//evil.example/>",
                            "<meta http-equiv=refresh content=0>",
                            "<template><script>window.hit=1</script></template>",
                            "<!-- x -->",
                            "<![CDATA[x]]>",
                            "' onmouseover='window.hit=1",
                            "\" autofocus onfocus=\"window.hit=1",
                            "` onmouseover=`window.hit=1",
                            "{{constructor.constructor('window.hit=1')()}}",
                            "${window.hit=1}",
                            "#{7*7}",
                            "<%= 7*7 %>",
                            "javascript:window.hit=1",
                            "data:text/html,<script>1</script>",
                            "//evil.example",
                            "../../../../etc/passwd",
                            "%3Cscript%3E",
                            "?tenant=other&x=1#y",
                            "</td></tr></table><h1>x</h1>",
                            "</textarea></select></dialog>",
                            "&lt;b&gt;&amp;",
                            "&#x3c;b&#x3e;",
                            "\\u003cb\\u003e",
                            "'; DROP TABLE account; --",
                            "1 OR 1=1",
                            "*)(uid=*))(|(uid=*",
                            "=HYPERLINK(1)",
                            "@SUM(1)",
                            "-1+1",
                            "\u202Egnp.exe",
                            "a\u200Bb",
                            "Z\u0351\u034B\u0342a\u0310l\u035Dgo",
                            "\u2400",
                            "ﬃ ẞ İ ı",
                            "аdmin", // the first letter is Cyrillic
                            "عربي עברית",
                            "👩‍👩‍👧‍👦",
                            "null"),
                    Stream.of("x".repeat(100), "w w".repeat(33)))
            .toList();

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
    void aWrongPasswordIsExplainedAndTheNameStays() {
        try (var window = chromium.window()) {
            // when
            window.open("login.html");
            window.label("Name").fill("nobody-" + System.nanoTime());
            window.label("Password").fill("wrong");
            window.button("Sign in").click();

            // then
            window.awaitText("The name or the password is wrong.");
            assertThat(window.label("Name").inputValue()).startsWith("nobody-");
            assertThat(window.page().url()).contains("login.html");
        }
    }

    @Test
    void theOpenIdProviderIsOfferedAndItsRefusalExplained() {
        try (var window = chromium.window()) {
            // given
            window.page()
                    .route(
                            "**/api/v1/oidc",
                            route -> route.fulfill(new Route.FulfillOptions()
                                    .setContentType("application/json")
                                    .setBody("{\"name\":\"Example ID\"}")));

            // when
            window.open("login.html?refused=unknown&to=/ui/t/acme/users");

            // then
            window.awaitText("are no administrator here");
            assertThat(window.link("Sign in with Example ID").getAttribute("href"))
                    .startsWith("/api/v1/oidc/start?to=%2Fui%2F");
            window.assertQuiet();
        }
    }

    @Test
    void anExpiredSessionAsksAgainAndNothingTypedIsLost() {
        // given
        var tenant = TestTenant.create();

        try (var window = chromium.window()) {
            window.signIn("t/" + tenant.name() + "/provisioning");
            window.button("New Mapping").first().click();
            window.page().locator("#field-name").fill("Typed long ago");
            window.page().locator("#field-attribute").fill("title");
            window.page().locator("#field-values").fill("VP");
            window.dialogButton("Next").click();
            window.page().locator("#field-storageRegionId").selectOption(tenant.regionId());
            window.page().locator("#field-profileId").selectOption(tenant.profileId());

            // when
            window.context().clearCookies();
            window.dialogButton("Finish").click();
            window.awaitText("Your session has ended");
            window.page().locator("#field-password").fill(UsherServer.PASSWORD);
            window.dialogButton("Continue").click();

            // then
            window.row("Typed long ago").waitFor();
        }
    }

    @Test
    void theOtherOfTwoAdministratorsLearnsThatTheOrderChanged() {
        // given
        var tenant = TestTenant.create();
        tenant.createMapping("Second", "department", "Sales", tenant.profileId());

        try (var window = chromium.window()) {
            window.signIn("t/" + tenant.name() + "/provisioning");
            window.row("Second").waitFor();
            window.button("More about mappings").click();
            window.menuItem("Set Mapping Priority Order").click();
            window.dialogButton("Move Down").click();

            // when
            tenant.createMapping("Third", "department", "Support", tenant.profileId());
            window.dialogButton("Save").click();

            // then
            window.awaitText("Somebody else changed the mappings meanwhile");
            window.dialogButton("Load the current order").click();
            window.dialog().getByText("Third").waitFor();
            window.dialogButton("Save").click();
            window.awaitText("Priority order saved");
        }
    }

    @Test
    void hostileNamesAreTextEverywhere() {
        // given
        var tenant = TestTenant.create();
        for (String name : HOSTILE) {
            tenant.scim()
                    .post(
                            "/Users",
                            TestTenant.user(name).add("displayName", name).build())
                    .expect(201);
            tenant.createProfile(name, false, 1);
        }

        try (var window = chromium.window()) {
            // when
            assertThat(HOSTILE).hasSize(50);
            window.signIn("t/" + tenant.name() + "/users");
            window.page().locator("tbody tr").nth(HOSTILE.size() - 1).waitFor();
            String users = window.page().locator("tbody").innerText();
            window.link("Profiles").click();
            window.page().locator("tbody tr").nth(HOSTILE.size() - 1).waitFor();
            String profiles = window.page().locator("tbody").innerText();

            // then
            assertThat(users).contains("<img src=x onerror=window.hit=1>", "${window.hit=1}");
            assertThat(profiles).contains("</td></tr></table><h1>x</h1>");
            assertThat(window.page().evaluate("() => window.hit === undefined")).isEqualTo(true);
            assertThat(window.page().evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
            window.assertQuiet();
        }
    }

    @Test
    void anAuditorSeesNothingToChange() {
        // given
        var tenant = TestTenant.create();
        String name = "auditor-" + tenant.name();
        var body = Json.createObjectBuilder()
                .add("name", name)
                .add("role", "auditor")
                .add("password", "long enough for an auditor");
        tenant.admin().post("/administrators", body.build()).expect(201);

        try (var window = chromium.window()) {
            // when
            window.signIn("t/" + tenant.name() + "/provisioning", name, "long enough for an auditor");
            window.row("Everyone").waitFor();

            // then
            assertThat(window.button("New Mapping").count()).isZero();
            assertThat(window.button("Generate Token").count()).isZero();
            assertThat(window.link("Administrators").count()).isZero();
            window.assertQuiet();
        }
    }

    @Test
    void thePolicyStopsAScriptThatIsNotOurs() {
        try (var window = chromium.window()) {
            // given
            window.open("login.html");
            window.button("Sign in").waitFor();

            // when
            window.page()
                    .evaluate("() => { const s = document.createElement('style'); s.textContent = 'body{display:none}';"
                            + " document.head.append(s); }");

            // then
            window.button("Sign in").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
            assertThat(window.page()
                            .evaluate("() => { try { document.body.innerHTML = '<b>x</b>'; return 'set'; }"
                                    + " catch (e) { return e.name; } }"))
                    .isEqualTo("TypeError");
        }
    }
}
