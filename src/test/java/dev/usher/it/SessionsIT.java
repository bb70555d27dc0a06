package dev.usher.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonValue;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Signing in at the console. */
class SessionsIT {
    private static final String PASSWORD = "a long enough password";

    private final TestTenant tenant = TestTenant.create();
    private final String name = "console-" + tenant.name();
    private final Http console = UsherServer.http()
            .below("/api/v1")
            .with("Content-Type", "application/json")
            .with("X-Usher-Console", "1");

    @Test
    void beginsASessionThatOnlyTheConsoleCanUse() {
        Answer begun = signIn(PASSWORD).expect(200);
        Http signedIn = with(begun);

        assertThat(begun.header("Set-Cookie"))
                .startsWith("__Host-usher=")
                .contains("Secure", "HttpOnly", "SameSite=Strict", "Path=/")
                .doesNotContain("Domain");
        assertThat(begun.text("/role")).isEqualTo("cloud_administrator");
        assertThat(begun.text("/tenant")).isEqualTo(tenant.name());
        signedIn.get("/session").expect(200);
        signedIn.without("X-Usher-Console").get("/session").expect(200);
        signedIn.without("X-Usher-Console").delete("/session").expectProblem(403, "cross-site");
        signedIn.with("Origin", "https://evil.example").delete("/session").expectProblem(403, "cross-site");
        signedIn.with("Sec-Fetch-Site", "cross-site").get("/session").expectProblem(403, "cross-site");
    }

    /** Browsers keep a password that was typed into their own box, and send it with what a foreign page submits. */
    @Test
    void takesNoChangeOfAnotherSiteByAPasswordThatABrowserKeeps() {
        Http kept = tenant.admin();

        for (String site : List.of("cross-site", "same-site")) {
            kept.with("Sec-Fetch-Site", site)
                    .post("/tokens", "{\"name\":\"t\"}")
                    .expectProblem(403, "cross-site");
        }
        kept.with("Origin", "https://evil.example")
                .post("/tokens", "{\"name\":\"t\"}")
                .expectProblem(403, "cross-site");
        kept.with("Sec-Fetch-Site", "cross-site").get("/tokens").expect(200);
        kept.with("Sec-Fetch-Site", "same-origin")
                .post("/tokens", "{\"name\":\"t\"}")
                .expect(201);
    }

    /** The box's password may be another administrator's; with the console's header the session counts, or nobody. */
    @Test
    void readsAsTheSessionWhateverPasswordABrowserAdds() {
        Http kept = console.basic("admin", UsherServer.PASSWORD);
        Http signedIn = kept.with("Cookie", cookie(signIn(PASSWORD).expect(200)));

        assertThat(signedIn.get("/session").expect(200).text("/name")).isEqualTo(name);
        signedIn.delete("/session").expect(204);
        signedIn.get("/session").expectProblem(401, "unauthorized");
        kept.get("/session").expectProblem(401, "unauthorized");
    }

    @Test
    void doesNotSetTheOwnPasswordWithoutThePresentOne() {
        Http signedIn = with(signIn(PASSWORD).expect(200));
        String administrators = "/tenants/" + tenant.name() + "/administrators";
        String self = signedIn.get(administrators).expect(200).json().getJsonArray("items").stream()
                .map(JsonValue::asJsonObject)
                .filter(one -> one.getString("name").equals(name))
                .map(one -> one.getString("id"))
                .findFirst()
                .orElseThrow();

        signedIn.patch(administrators + "/" + self, "{\"password\":\"another long password\"}")
                .expectProblem(409, "own-account");
    }

    @Test
    void neverOpensScimWithASession() {
        Answer begun = signIn(PASSWORD).expect(200);

        UsherServer.http()
                .below("/scim/v2")
                .with("Cookie", cookie(begun))
                .get("/Users")
                .expectScimError(401, "");
    }

    @Test
    void refusesAWrongPasswordInAForm() {
        Answer refused = signIn("wrong password").expectProblem(401, "wrong-password");

        assertThat(refused.header("WWW-Authenticate")).doesNotContain("Basic");
        assertThat(refused.header("Set-Cookie")).isBlank();
    }

    @Test
    void endsOneSessionOrAll() {
        Answer first = signIn(PASSWORD).expect(200);
        Answer second = signIn(PASSWORD).expect(200);
        Answer third = signIn(PASSWORD).expect(200);

        with(first).delete("/session").expect(204);
        with(first).get("/session").expectProblem(401, "unauthorized");
        with(second).get("/session").expect(200);
        with(second).delete("/sessions").expect(204);

        with(second).get("/session").expectProblem(401, "unauthorized");
        with(third).get("/session").expectProblem(401, "unauthorized");
    }

    @Test
    void changesThePasswordAndEndsTheOtherSessions() {
        Answer mine = signIn(PASSWORD).expect(200);
        Answer other = signIn(PASSWORD).expect(200);
        with(mine)
                .put("/session/password", "{\"current\":\"wrong\",\"password\":\"another long password\"}")
                .expectProblem(403, "wrong-password");

        Answer changed = with(mine)
                .put("/session/password", "{\"current\":\"" + PASSWORD + "\",\"password\":\"another long password\"}")
                .expect(204);

        with(changed).get("/session").expect(200);
        with(mine).get("/session").expectProblem(401, "unauthorized");
        with(other).get("/session").expectProblem(401, "unauthorized");
        signIn(PASSWORD).expectProblem(401, "wrong-password");
    }

    @Test
    void takesTheProofOfAPassword() {
        Http signedIn = with(signIn(PASSWORD).expect(200));

        signedIn.post("/session/proof", "{\"password\":\"wrong\"}").expectProblem(403, "wrong-password");
        signedIn.post("/session/proof", "{\"password\":\"" + PASSWORD + "\"}").expect(204);
        signedIn.post("/tenants/" + tenant.name() + "/tokens", "{\"name\":\"t\"}")
                .expect(201);
    }

    private Answer signIn(String password) {
        tenant.admin()
                .post(
                        "/administrators",
                        "{\"name\":\"" + name + "\",\"role\":\"cloud_administrator\",\"password\":\"" + PASSWORD
                                + "\"}");
        return console.post("/session", "{\"name\":\"" + name + "\",\"password\":\"" + password + "\"}");
    }

    private Http with(Answer begun) {
        return console.with("Cookie", cookie(begun));
    }

    private static String cookie(Answer begun) {
        return begun.header("Set-Cookie").split(";", 2)[0];
    }
}
