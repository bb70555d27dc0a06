package dev.usher.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Cookie;
import dev.usher.it.Http;
import dev.usher.it.TestTenant;
import dev.usher.it.UsherServer;
import jakarta.json.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Signing in, and signing in again when a session has ended in the middle of something. */
class ConsoleSignInIT {
    static final String LONG_PASSWORD = "long enough for the console";

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
            window.awaitText("no administrator here");
            assertThat(window.link("Sign in with Example ID").getAttribute("href"))
                    .startsWith("/api/v1/oidc/start?to=%2Fui%2F");
            window.assertQuiet();
        }
    }

    @Test
    void aSessionThatEndsAtTheServerAsksAgainAndNothingTypedIsLost() {
        // given
        var tenant = TestTenant.create();
        String name = administrator(tenant, "cloud_administrator");

        try (var window = chromium.window()) {
            window.signIn("t/" + tenant.name() + "/provisioning", name, LONG_PASSWORD);
            window.row("Everyone").waitFor();
            window.button("New Mapping").first().click();
            window.dialogField("name").fill("Typed long ago");
            window.dialogField("attribute").fill("title");
            window.dialogField("values").fill("VP");
            window.dialogButton("Next").click();
            window.dialogField("storageRegionId").selectOption(tenant.regionId());
            window.dialogField("profileId").selectOption(tenant.profileId());
            window.assertQuiet();

            // when
            session(name).delete("/sessions").expect(204);
            window.dialogButton("Finish").click();
            window.awaitText("Your session has ended");
            window.dialogField("password").fill("not this one");
            window.dialogButton("Continue").click();
            window.awaitText("The password is wrong.");
            window.dialogField("password").fill(LONG_PASSWORD);
            window.dialogButton("Continue").click();

            // then
            window.row("Typed long ago").waitFor();
            window.assertQuietBut(401);
        }
    }

    @Test
    void whoDeclinesToSignInAgainIsToldOnceAndNotAskedAgain() {
        // given
        var tenant = TestTenant.create();
        String name = administrator(tenant, "cloud_administrator");

        try (var window = chromium.window()) {
            window.signIn("t/" + tenant.name() + "/connect/okta", name, LONG_PASSWORD);
            window.awaitText("Waiting for the first call");

            // when
            session(name).delete("/sessions").expect(204);

            // then
            window.awaitText("You are signed out");
            assertThat(window.dialog().count()).isZero();
            window.link("Sign in").click();
            window.label("Password").fill(LONG_PASSWORD);
            window.label("Name").fill(name);
            window.button("Sign in").click();
            window.awaitText("Waiting for the first call");
            window.assertQuietBut(401);
        }
    }

    @Test
    void theProviderIsOfferedWhereTheSessionHasEndedAndThePageStays() {
        // given
        var tenant = TestTenant.create();

        try (var window = chromium.window()) {
            window.page()
                    .route(
                            "**/api/v1/oidc",
                            route -> route.fulfill(new Route.FulfillOptions()
                                    .setContentType("application/json")
                                    .setBody("{\"name\":\"Example ID\"}")));
            window.signIn("t/" + tenant.name() + "/storage");
            window.button("New Storage Region").click();
            window.dialogField("name").fill("Typed before");
            var cookies = window.context().cookies();
            window.context().clearCookies();
            window.dialogButton("Create").click();
            window.dialogButton("Sign in with Example ID").waitFor();

            // when: the provider's window came back with a session, and says so as ours does
            window.context()
                    .addCookies(cookies.stream()
                            .map(cookie -> new Cookie(cookie.name, cookie.value)
                                    .setDomain(cookie.domain)
                                    .setPath(cookie.path)
                                    .setHttpOnly(cookie.httpOnly)
                                    .setSecure(cookie.secure)
                                    .setSameSite(cookie.sameSite))
                            .toList());
            var popup = window.context().newPage();
            popup.navigate(window.page().url().replaceAll("/ui/.*", "/ui/icon.svg"));
            popup.evaluate("() => localStorage.setItem('usher.signed-in', String(Date.now()))");

            // then
            window.row("Typed before").waitFor();
            window.assertQuietBut(401);
        }
    }

    @Test
    void thePasswordIsProofEnoughWhereTheSessionHasEndedMeanwhile() {
        // given
        var tenant = TestTenant.create();
        String name = administrator(tenant, "cloud_administrator");

        try (var window = chromium.window()) {
            window.signIn("t/" + tenant.name() + "/provisioning", name, LONG_PASSWORD);
            window.row("Everyone").waitFor();
            window.page()
                    .route(
                            "**/tokens",
                            route -> route.fulfill(new Route.FulfillOptions()
                                    .setStatus(403)
                                    .setContentType("application/problem+json")
                                    .setBody("{\"title\":\"Proof\",\"code\":\"proof-required\"}")),
                            new Page.RouteOptions().setTimes(1));
            window.button("More about user provisioning").click();
            window.menuItem("New Token").click();
            window.dialogButton("Generate Token").click();
            window.awaitText("Confirm that it is you");

            // when
            session(name).delete("/sessions").expect(204);
            window.dialogField("password").fill("not this one");
            window.dialogButton("Continue").click();
            window.awaitText("The password is wrong.");
            window.dialogField("password").fill(LONG_PASSWORD);
            window.dialogButton("Continue").click();

            // then
            assertThat(window.label("Token").inputValue()).startsWith("ush_");
        }
    }

    @Test
    void aSecondWindowDoesNotGoOnUnderAnothersName() {
        // given
        var tenant = TestTenant.create();
        String first = administrator(tenant, "cloud_administrator");
        String second = administrator(tenant, "auditor");

        try (var window = chromium.window()) {
            window.signIn("t/" + tenant.name() + "/users", first, LONG_PASSWORD);
            window.button("Account of " + first).waitFor();

            // when
            var other = window.context().newPage();
            other.navigate(window.page().url().replaceAll("/ui/.*", "/ui/login.html"));
            other.locator("[name=name]").fill(second);
            other.locator("[name=password]").fill(LONG_PASSWORD);
            other.locator("button.primary").click();

            // then
            window.button("Account of " + second).waitFor();
            assertThat(window.button("New User").count()).isZero();
            window.assertQuiet();
        }
    }

    /** One of the tenant's own, who signs in with {@link #LONG_PASSWORD}. */
    static String administrator(TestTenant tenant, String role) {
        String name = role + "-" + tenant.name();
        var body =
                Json.createObjectBuilder().add("name", name).add("role", role).add("password", LONG_PASSWORD);
        tenant.admin().post("/administrators", body.build()).expect(201);
        return name;
    }

    /** Another session of the same administrator, at another computer. */
    private static Http session(String name) {
        Http api = UsherServer.http()
                .below("/api/v1")
                .with("Content-Type", "application/json")
                .with("X-Usher-Console", "1");
        var body = Json.createObjectBuilder().add("name", name).add("password", LONG_PASSWORD);
        String cookie = api.post("/session", body.build()).expect(200).header("Set-Cookie");
        return api.with("Cookie", cookie.replaceAll(";.*", ""));
    }
}
