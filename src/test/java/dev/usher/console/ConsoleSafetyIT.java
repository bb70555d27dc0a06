package dev.usher.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.usher.it.TestTenant;
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
    void whatWasTypedIsNotDroppedUnasked() {
        // given
        var tenant = TestTenant.create();

        try (var window = chromium.window()) {
            window.signIn("t/" + tenant.name() + "/provisioning");
            window.button("New Mapping").first().click();
            window.dialogField("name").fill("Half done");

            // when
            window.page().keyboard().press("Escape");
            window.awaitText("Discard your changes?");
            window.page().keyboard().press("Escape");
            window.page().keyboard().press("Escape");
            window.dialogButton("Cancel").click();

            // then
            assertThat(window.dialogField("name").inputValue()).isEqualTo("Half done");
            window.dialogButton("Cancel").click();
            window.dialogButton("Discard").click();
            gone(window);
            assertThat(window.focused()).isEqualTo("New Mapping");
            window.assertQuiet();
        }
    }

    @Test
    void anOrderThatWasMovedByKeysIsNotDroppedUnasked() {
        // given
        var tenant = TestTenant.create();
        tenant.createMapping("Second", "department", "Sales", tenant.profileId());

        try (var window = chromium.window()) {
            window.signIn("t/" + tenant.name() + "/provisioning");
            window.row("Second").waitFor();
            window.button("More about mappings").click();
            window.menuItem("Set Mapping Priority Order").click();
            window.dialogButton("Save").waitFor();

            // when
            window.page().keyboard().press("Alt+ArrowDown");
            window.awaitText("is at place 2 of 2");
            window.page().keyboard().press("Escape");

            // then
            window.awaitText("Discard your changes?");
            window.dialogButton("Discard").click();
            gone(window);
            window.assertQuiet();
        }
    }

    @Test
    void theOtherOfTwoAdministratorsLearnsThatTheOrderChanged() {
        // given
        var tenant = TestTenant.create();
        tenant.createMapping("Second", "department", "Sales", tenant.profileId());

        try (var window = chromium.window();
                var other = chromium.window()) {
            for (var each : List.of(window, other)) {
                each.signIn("t/" + tenant.name() + "/provisioning");
                each.row("Second").waitFor();
                each.button("More about mappings").click();
                each.menuItem("Set Mapping Priority Order").click();
                each.dialogButton("Move Down").click();
            }

            // when
            other.dialogButton("Save").click();
            other.awaitText("Priority order saved");
            window.dialogButton("Save").click();

            // then
            window.awaitText("Somebody else changed the mappings meanwhile");
            window.dialogButton("Load the current order").click();
            window.dialog()
                    .getByText("Somebody else")
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
            window.dialogButton("Cancel").click();
            window.dialogButton("Discard").click();
            gone(window);
            window.page().waitForFunction("() => document.querySelector('tbody tr').textContent.includes('Second')");
            window.assertQuietBut(412);
            other.assertQuiet();
        }
    }

    @Test
    void aRegionThatSomebodyElseRenamedMeanwhileIsNotOverwritten() {
        // given
        var tenant = TestTenant.create();
        String spare = tenant.admin()
                .post("/storage-regions", "{\"name\":\"Spare region\"}")
                .expect(201)
                .text("/id");

        try (var window = chromium.window()) {
            window.signIn("t/" + tenant.name() + "/storage");
            window.button("Actions for Spare region").click();
            window.menuItem("Rename").click();
            window.dialogField("name").fill("Mine");

            // when
            tenant.admin()
                    .patch("/storage-regions/" + spare, "{\"name\":\"Theirs\"}")
                    .expect(200);
            window.dialogButton("Save").click();
            window.dialog().locator("[role=alert]").waitFor();
            window.dialogButton("Cancel").click();
            window.dialogButton("Discard").click();
            gone(window);
            window.button("Actions for Spare region").click();
            window.menuItem("Rename").click();

            // then
            assertThat(window.dialogField("name").inputValue()).isEqualTo("Theirs");
            window.dialogField("name").fill("Mine after all");
            window.dialogButton("Save").click();
            window.row("Mine after all").waitFor();
            window.assertQuietBut(412);
        }
    }

    @Test
    void hostileNamesAreTextEverywhere() {
        // given
        assertThat(HOSTILE).hasSize(50).doesNotHaveDuplicates();
        var tenant = TestTenant.create();
        for (String name : HOSTILE) {
            String user = tenant.scim()
                    .post(
                            "/Users",
                            TestTenant.user(name).add("displayName", name).build())
                    .expect(201)
                    .text("/id");
            assertThat(user).isNotBlank();
            tenant.createMapping(name, "title", name, tenant.createProfile(name, false, 1));
        }

        for (int width : new int[] {1280, 390}) {
            try (var window = chromium.window(width, ColorScheme.LIGHT)) {
                // when
                window.signIn("t/" + tenant.name() + "/users");
                List<String> users = names(window, "t/" + tenant.name() + "/users", "a.strong");
                List<String> profiles = names(window, "t/" + tenant.name() + "/profiles", "b");
                List<String> mappings = names(window, "t/" + tenant.name() + "/provisioning", "td b");

                // then
                assertThat(users).containsAll(HOSTILE);
                assertThat(profiles).containsAll(HOSTILE);
                assertThat(mappings).containsAll(HOSTILE);
                window.button("More about mappings").click();
                window.menuItem("Set Mapping Priority Order").click();
                window.dialogButton("Save").waitFor();
                window.assertFits();
                window.open("t/" + tenant.name());
                window.awaitText("Users by profile");
                window.awaitText(HOSTILE.get(0));
                window.assertFits();
                assertThat(window.page().evaluate("() => window.hit === undefined"))
                        .isEqualTo(true);
                window.assertQuiet();
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static List<String> names(ConsoleWindow window, String screen, String what) {
        window.open(screen);
        window.page().locator("tbody tr").nth(HOSTILE.size() - 1).waitFor();
        if (window.button("Show more").count() > 0) {
            window.button("Show more").click();
            window.page().locator("tbody tr").nth(HOSTILE.size()).waitFor();
        }
        window.assertFits();
        return ((List<String>) window.page()
                        .evaluate(
                                "what => [...document.querySelectorAll('tbody ' + what)].map(e => e.textContent)",
                                what))
                .stream().map(text -> text.replaceAll("[ \n\t]+$", "")).toList();
    }

    private static void gone(ConsoleWindow window) {
        window.page()
                .locator("dialog")
                .first()
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
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
