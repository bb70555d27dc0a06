package dev.usher.administrator;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.usher.it.Answer;
import dev.usher.it.Http;
import dev.usher.it.UsherServer;
import dev.usher.it.Wait;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signing in by an OpenID provider: who is let in, and each way in which an ID token must not be believed. */
class SingleSignOnIT {
    private static OpenIdProvider provider;
    private static UsherServer usher;
    private static Http api;
    private static Http admin;

    @BeforeAll
    static void start() throws Exception {
        provider = new OpenIdProvider();
        usher = UsherServer.start(
                "oidc-" + ProcessHandle.current().pid(),
                Map.of(
                        "USHER_OIDC_ISSUER",
                        provider.issuer(),
                        "USHER_OIDC_CLIENT_ID",
                        OpenIdProvider.CLIENT,
                        "USHER_OIDC_CLIENT_SECRET",
                        OpenIdProvider.SECRET,
                        "USHER_OIDC_NAME",
                        "Example ID"));
        api = Http.at(usher.base()).below("/api/v1");
        admin = api.basic("admin", UsherServer.PASSWORD).with("Content-Type", "application/json");
    }

    @AfterAll
    static void stop() {
        usher.close();
        provider.close();
    }

    @Test
    void namesTheProviderToWhoeverSignsIn() {
        assertThat(api.get("/oidc").expect(200).text("/name")).isEqualTo("Example ID");
    }

    @Test
    void letsAnAdministratorInByTheVerifiedAddressAndThenByTheSubjectAlone() {
        // given
        administrator("ada", "Ada@Example.com");

        // when
        Answer first = signIn("subject-ada", "ada@example.com", true);
        Answer renamed = signIn("subject-ada", "somebody.else@example.com", false);
        Answer recycled = signIn("subject-of-another", "ada@example.com", true);

        // then
        assertThat(whoAmI(first)).isEqualTo("ada");
        assertThat(first.header("Location")).isEqualTo(usher.base() + "/ui/login.html?in&to=%2Fui%2Ft%2Facme");
        assertThat(whoAmI(renamed)).isEqualTo("ada");
        refused(recycled, "unknown");
    }

    @Test
    void createsNobody() {
        // given
        String before = admin.get("/administrators").expect(200).body();

        // when
        Answer answer = signIn("subject-nobody", "nobody@example.com", true);

        // then
        refused(answer, "unknown");
        assertThat(admin.get("/administrators").expect(200).body()).isEqualTo(before);
    }

    @Test
    void asksForAVerifiedAddressOfOneAdministratorOnly() {
        // given
        administrator("bob", "bob@example.com");
        administrator("carol", "twins@example.com");
        administrator("dave", "twins@example.com");

        // when, then
        refused(signIn("subject-bob", "bob@example.com", false), "unknown");
        refused(signIn("subject-twins", "twins@example.com", true), "several");
    }

    @Test
    void aPlatformAdministratorGoesBeforeATenantsWithTheSameAddress() {
        // given
        String tenant = admin.post("/tenants", "{\"name\":\"shade\",\"displayName\":\"Shade\"}")
                .expect(201)
                .text("/name");
        String shadow =
                "{\"name\":\"shadow\",\"email\":\"heidi@example.com\",\"password\":\"long enough for anybody\"}";
        admin.post("/tenants/" + tenant + "/administrators", shadow).expect(201);
        assertThat(whoAmI(signIn("subject-heidi", "heidi@example.com", true))).isEqualTo("shadow");

        // when
        administrator("heidi", "heidi@example.com");

        // then
        assertThat(whoAmI(signIn("subject-heidi", "heidi@example.com", true))).isEqualTo("heidi");
    }

    @Test
    void anotherAddressEndsTheSession() {
        // given
        String id = administrator("ivan", "ivan@example.com");
        Http signedIn = api.with("Cookie", session(signIn("subject-ivan", "ivan@example.com", true)));
        signedIn.get("/session").expect(200);

        // when
        admin.patch("/administrators/" + id, "{\"email\":\"judy@example.com\"}").expect(200);

        // then
        signedIn.get("/session").expectProblem(401, "unauthorized");
        refused(signIn("subject-ivan", "ivan@example.com", true), "unknown");
    }

    @Test
    void keepsADisabledAdministratorOut() {
        // given
        String id = administrator("erin", "erin@example.com");
        admin.patch("/administrators/" + id, "{\"disabled\":true}").expect(200);

        // when, then
        refused(signIn("subject-erin", "erin@example.com", true), "unknown");
    }

    @ParameterizedTest
    @CsvSource({"nonce", "audience", "expired", "issuer", "signature", "party", "subject", "future"})
    void disbelieves(String wrong) {
        // given
        administrator("frank-" + wrong, wrong + "@example.com");

        // when
        int before = usher.log().length();
        Attempt attempt = leave();
        Answer answer = back(attempt, person(attempt, "subject-" + wrong, wrong + "@example.com", true, wrong));

        // then
        refused(answer, "attempt");
        Wait.until(Duration.ofSeconds(60), () -> usher.log().substring(before).contains("was refused"));
    }

    @Test
    void refusesAnotherStateAnotherBrowserAndASecondUseOfTheCode() {
        // given
        administrator("grace", "grace@example.com");
        Attempt mine = leave();
        Attempt other = leave();

        // when
        Answer wrongState = back(
                new Attempt(mine.cookie(), "another", mine.nonce(), mine.challenge()),
                person(mine, "subject-grace", "grace@example.com", true, ""));
        Answer wrongBrowser = back(
                new Attempt(other.cookie(), mine.state(), mine.nonce(), mine.challenge()),
                person(mine, "subject-grace", "grace@example.com", true, ""));
        Answer noBrowser = api.get("/oidc/callback?state=" + mine.state() + "&code=x");
        String code = provider.code(person(mine, "subject-grace", "grace@example.com", true, ""));
        Answer once = back(mine, code);
        Answer twice = back(mine, code);

        // then
        List.of(wrongState, wrongBrowser, noBrowser, twice).forEach(answer -> refused(answer, "attempt"));
        assertThat(whoAmI(once)).isEqualTo("grace");
    }

    @Test
    void sendsTheBrowserAwayWithPkceStateAndNonce() {
        // when
        Answer answer = api.get("/oidc/start?to=/ui/").expect(303);

        // then
        URI to = URI.create(answer.header("Location"));
        var query = OpenIdProvider.form(to.getRawQuery());
        assertThat(query)
                .containsEntry("response_type", "code")
                .containsEntry("client_id", OpenIdProvider.CLIENT)
                .containsEntry("redirect_uri", usher.base() + "/api/v1/oidc/callback")
                .containsEntry("code_challenge_method", "S256")
                .containsKeys("state", "nonce", "code_challenge");
        assertThat(answer.header("Set-Cookie"))
                .startsWith("__Host-usher-sign-in=")
                .contains("Secure", "HttpOnly", "SameSite=Lax")
                .doesNotContain(query.get("state"), query.get("nonce"));
    }

    private record Attempt(String cookie, String state, String nonce, String challenge) {}

    private static Answer signIn(String subject, String email, boolean verified) {
        Attempt attempt = leave();
        return back(attempt, person(attempt, subject, email, verified, ""));
    }

    private static Attempt leave() {
        Answer answer = api.get("/oidc/start?to=" + Http.encode("/ui/t/acme")).expect(303);
        var query = OpenIdProvider.form(URI.create(answer.header("Location")).getRawQuery());
        String cookie = answer.header("Set-Cookie").split(";", 2)[0];
        return new Attempt(cookie, query.get("state"), query.get("nonce"), query.get("code_challenge"));
    }

    private static OpenIdProvider.Person person(
            Attempt attempt, String subject, String email, boolean verified, String wrong) {
        Date past = Date.from(Instant.now().minusSeconds(600));
        UnaryOperator<JWTClaimsSet.Builder> spoiled = switch (wrong) {
            case "nonce" -> claims -> claims.claim("nonce", "another");
            case "audience" -> claims -> claims.audience("another-client");
            case "expired" -> claims -> claims.expirationTime(past);
            case "issuer" -> claims -> claims.issuer("https://another.example");
            case "party" ->
                claims -> claims.audience(List.of(OpenIdProvider.CLIENT, "b")).claim("azp", "b");
            case "subject" -> claims -> claims.subject(null);
            case "future" ->
                claims -> claims.notBeforeTime(Date.from(Instant.now().plusSeconds(600)));
            default -> UnaryOperator.identity();
        };
        return new OpenIdProvider.Person(
                attempt.nonce(), attempt.challenge(), subject, email, verified, spoiled, wrong.equals("signature"));
    }

    private static Answer back(Attempt attempt, OpenIdProvider.Person person) {
        return back(attempt, provider.code(person));
    }

    private static Answer back(Attempt attempt, String code) {
        return api.with("Cookie", attempt.cookie())
                .with("Sec-Fetch-Site", "cross-site")
                .get("/oidc/callback?state=" + Http.encode(attempt.state()) + "&code=" + Http.encode(code));
    }

    private static String whoAmI(Answer answer) {
        return api.with("Cookie", session(answer)).get("/session").expect(200).text("/name");
    }

    private static String session(Answer answer) {
        return answer.expect(303).headers().allValues("Set-Cookie").stream()
                .filter(each -> each.startsWith("__Host-usher="))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no session: " + answer))
                .split(";", 2)[0];
    }

    private static void refused(Answer answer, String why) {
        assertThat(answer.expect(303).header("Location")).isEqualTo(usher.base() + "/ui/login.html?refused=" + why);
        assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(each -> each.startsWith("__Host-usher="));
    }

    private static String administrator(String name, String email) {
        String body =
                "{\"name\":\"%s\",\"email\":\"%s\",\"password\":\"long enough for anybody\"}".formatted(name, email);
        return admin.post("/administrators", body).expect(201).text("/id");
    }
}
