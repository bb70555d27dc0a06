package dev.usher.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Who may do what at the admin API. */
class AdministratorsIT {
    private static final String PASSWORD = "a long enough password";

    private final TestTenant tenant = TestTenant.create();

    @Test
    void keepsACloudAdministratorInsideTheTenant() {
        Http ann = signedIn(add("cloud_administrator"));
        var other = TestTenant.create();

        ann.below("/tenants/" + tenant.name()).get("").expect(200);
        ann.below("/tenants/" + tenant.name())
                .post("/tokens", "{\"name\":\"t\"}")
                .expect(201);
        ann.get("/tenants/" + other.name()).expectProblem(404, "not-found");
        ann.post("/tenants", "{\"name\":\"mine\"}").expectProblem(403, "forbidden");
        ann.get("/administrators").expectProblem(403, "forbidden");
        ann.patch("/tenants/" + tenant.name(), "{\"provisioningApi\":false}").expectProblem(403, "forbidden");
        assertThat(ann.get("/tenants").json().getJsonArray("items")).hasSize(1);
    }

    /** Its link holds the code that opens somebody's account; a picture in the text could carry it elsewhere. */
    @Test
    void letsOnlyCloudAdministratorsWriteTheActivationMail() {
        String text = "{\"subject\":\"Hello\",\"text\":\"{{link}}\"}";
        Http administrator = signedIn(add("administrator")).below("/tenants/" + tenant.name());

        administrator.put("/mail-templates/activation/en", text).expectProblem(403, "forbidden");
        administrator.delete("/mail-templates/activation/en").expectProblem(403, "forbidden");
        administrator
                .put("/mail-templates/notice/en", "{\"subject\":\"Notice\",\"text\":\"{{text}}\"}")
                .expect(200);
        signedIn(add("cloud_administrator"))
                .below("/tenants/" + tenant.name())
                .put("/mail-templates/activation/en", text)
                .expect(200);
    }

    @Test
    void letsAnAuditorReadOnly() {
        Http auditor = signedIn(add("auditor")).below("/tenants/" + tenant.name());

        auditor.get("/audit-events").expect(200);
        auditor.get("/tokens").expect(200);
        auditor.post("/tokens", "{\"name\":\"t\"}").expectProblem(403, "forbidden");
        auditor.get("/administrators").expectProblem(403, "forbidden");
        auditor.get("/api-keys").expectProblem(403, "forbidden");
    }

    @Test
    void refusesTheOldPasswordAtOnceWhenItIsChanged() {
        Answer ann = add("administrator");
        Http before = signedIn(ann);
        before.get("/tenants").expect(200);

        tenant.admin()
                .patch("/administrators/" + ann.text("/id"), "{\"password\":\"another long password\"}")
                .expect(200);

        Answer refused = before.get("/tenants").expectProblem(401, "unauthorized");
        assertThat(refused.header("WWW-Authenticate")).startsWith("Basic ");
        api().basic(ann.text("/name"), "another long password").get("/tenants").expect(200);
    }

    @Test
    void settingWhatIsSetLeavesVersionAndTrailAlone() {
        Answer ann = add("administrator");
        String path = "/administrators/" + ann.text("/id");
        Answer before = tenant.admin().get(path);
        String trail = tenant.admin().get("/audit-events").body();

        for (String body : new String[] {"{}", "{\"disabled\":false,\"role\":\"administrator\"}"}) {
            Answer after = tenant.admin()
                    .with("If-Match", before.header("ETag"))
                    .patch(path, body)
                    .expect(200);
            assertThat(after.header("ETag")).isEqualTo(before.header("ETag"));
        }

        assertThat(tenant.admin().get("/audit-events").body()).isEqualTo(trail);
    }

    @Test
    void shutsOutWhoIsDisabledOrRemoved() {
        Answer ann = add("administrator");
        Http signedIn = signedIn(ann);
        signedIn.get("/tenants").expect(200);
        String path = "/administrators/" + ann.text("/id");

        tenant.admin().patch(path, "{\"disabled\":true}").expect(200);
        signedIn.get("/tenants").expectProblem(401, "unauthorized");
        tenant.admin().patch(path, "{\"disabled\":false}").expect(200);
        signedIn.get("/tenants").expect(200);
        tenant.admin().delete(path).expect(204);

        signedIn.get("/tenants").expectProblem(401, "unauthorized");
        tenant.admin().get(path).expectProblem(404, "not-found");
    }

    @Test
    void locksANameAfterFailuresWhetherItExistsOrNot() {
        String known = add("administrator").text("/name");
        String unknown = "nobody-" + tenant.name();

        for (String name : new String[] {known, unknown}) {
            Answer last = api().basic(name, "wrong").get("/tenants");
            for (int i = 0; i < 12 && last.status() == 401; i++) {
                last = api().basic(name, "wrong").get("/tenants");
            }
            last.expectProblem(429, "locked-out");
            assertThat(Integer.parseInt(last.header("Retry-After"))).isPositive();
        }
    }

    @Test
    void keepsThePlatformReachable() {
        Answer administrators = api().basic("admin", UsherServer.PASSWORD)
                .get("/administrators")
                .expect(200);
        String self = administrators.json().getJsonArray("items").getValuesAs(one -> one.asJsonObject()).stream()
                .filter(one -> one.getString("name").equals("admin"))
                .findFirst()
                .orElseThrow()
                .getString("id");

        api().basic("admin", UsherServer.PASSWORD)
                .delete("/administrators/" + self)
                .expectProblem(409, "own-account");
        api().basic("admin", UsherServer.PASSWORD)
                .with("Content-Type", "application/json")
                .patch("/administrators/" + self, "{\"disabled\":true}")
                .expectProblem(409, "own-account");
    }

    @Test
    void takesANameOnceOnly() {
        String name = add("administrator").text("/name");

        Answer refused = tenant.admin().post("/administrators", body(name.toUpperCase(Locale.ROOT), "auditor"));

        refused.expectProblem(409, "name-taken");
    }

    @Test
    void opensWithAnApiKeyAsBearerAndAsPasswordUntilItEnds() {
        Answer key = tenant.admin()
                .post("/api-keys", "{\"name\":\"script\",\"role\":\"auditor\"}")
                .expect(201);
        Http bearer = tenant.admin().bearer(key.text("/secret"));

        bearer.get("").expect(200);
        tenant.admin().basic("whoever", key.text("/secret")).get("").expect(200);
        tenant.admin().delete("/api-keys/" + key.text("/id")).expect(204);

        bearer.get("").expectProblem(401, "unauthorized");
    }

    @Test
    void describesItselfToEverybody() {
        Answer document = api().get("/openapi").expect(200);

        assertThat(document.text("/openapi")).startsWith("3.");
        assertThat(document.json().getJsonObject("paths")).containsKey("/tenants/{tenant}/mapping-order");
    }

    private Answer add(String role) {
        return tenant.admin()
                .post("/administrators", body("ann-" + role + "-" + tenant.name(), role))
                .expect(201);
    }

    private static String body(String name, String role) {
        return Json.createObjectBuilder()
                .add("name", name)
                .add("role", role)
                .add("password", PASSWORD)
                .build()
                .toString();
    }

    private static Http signedIn(Answer administrator) {
        return api().basic(administrator.text("/name"), PASSWORD).with("Content-Type", "application/json");
    }

    private static Http api() {
        return UsherServer.http().below("/api/v1");
    }
}
