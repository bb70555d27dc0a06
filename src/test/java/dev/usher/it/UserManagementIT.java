package dev.usher.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Choosing where users come from. */
class UserManagementIT {
    private static final String MANUAL = "{\"type\":\"MANUAL\",\"confirmed\":true}";
    private static final String SCIM = "{\"type\":\"SCIM\",\"confirmed\":true}";

    private final TestTenant tenant = TestTenant.create();

    @Test
    void tellsTheImpactBeforeItChangesAnything() {
        tenant.createUser("anna@example.com");

        Answer impact = tenant.admin()
                .put("/user-management", "{\"type\":\"MANUAL\"}")
                .expectProblem(409, "confirmation-required");

        assertThat(impact.json().getInt("users")).isEqualTo(1);
        assertThat(impact.json().getInt("tokens")).isEqualTo(1);
        assertThat(impact.at("/stops").toString()).contains("suspended");
        assertThat(tenant.admin().get("").text("/userManagement")).isEqualTo("SCIM");
        tenant.scim().get("/Users").expect(200);
    }

    @Test
    void suspendsTokensWhileAnotherTypeIsChosen() {
        tenant.admin().put("/user-management", MANUAL).expect(200);

        Answer refused = tenant.scim().get("/Users").expectScimError(403, "");
        tenant.admin().post("/tokens", "{\"name\":\"next\"}").expectProblem(409, "not-scim");

        assertThat(refused.text("/detail")).contains("suspended").contains("MANUAL");
        assertThat(tenant.admin().get("").text("/token/state")).isEqualTo("SUSPENDED");
        tenant.admin().put("/user-management", SCIM).expect(200);
        tenant.scim().get("/Users").expect(200);
    }

    @Test
    void refusesDirectoryUntilItCanImport() {
        tenant.admin()
                .put("/user-management", "{\"type\":\"DIRECTORY\",\"confirmed\":true}")
                .expectProblem(409, "directory-import-missing");
        tenant.admin().get("/user-management?type=DIRECTORY").expectProblem(409, "directory-import-missing");

        assertThat(tenant.admin().get("").text("/userManagement")).isEqualTo("SCIM");
    }

    @Test
    void refusesAChoiceThatWasMadeBeforeAnotherChange() {
        String before = tenant.admin().get("").header("ETag");
        tenant.admin().patch("", "{\"displayName\":\"meanwhile\"}").expect(200);

        tenant.admin().with("If-Match", before).put("/user-management", MANUAL).expectProblem(412, "changed-meanwhile");

        assertThat(tenant.admin().get("").text("/userManagement")).isEqualTo("SCIM");
        tenant.admin()
                .with("If-Match", tenant.admin().get("").header("ETag"))
                .put("/user-management", MANUAL)
                .expect(200);
    }

    @Test
    void choosingWhatIsChosenLeavesNoTrace() {
        String before = tenant.admin().get("/audit-events").body();

        tenant.admin().put("/user-management", SCIM).expect(200);

        assertThat(tenant.admin().get("/audit-events").body()).isEqualTo(before);
    }

    @Test
    void settingWhatIsSetLeavesVersionAndTrailAlone() {
        Answer before = tenant.admin().get("");
        String trail = tenant.admin().get("/audit-events").body();

        String same = "{\"displayName\":\"" + before.text("/displayName")
                + "\",\"provisioningApi\":true,\"reclassify\":\"never\",\"licence\":{\"seats\":null}}";
        for (String body : new String[] {"{}", same}) {
            Answer after = tenant.admin()
                    .with("If-Match", before.header("ETag"))
                    .patch("", body)
                    .expect(200);
            assertThat(after.header("ETag")).isEqualTo(before.header("ETag"));
        }
        tenant.admin().with("If-Match", "\"999\"").patch("", "{}").expectProblem(412, "changed-meanwhile");

        assertThat(tenant.admin().get("/audit-events").body()).isEqualTo(trail);
    }

    @Test
    void isInTheAuditTrailWithBeforeAndAfter() {
        tenant.admin().put("/user-management", MANUAL).expect(200);

        Answer trail = tenant.admin().get("/audit-events?limit=1").expect(200);

        assertThat(trail.text("/items/0/action")).isEqualTo("tenant.user-management-changed");
        assertThat(trail.text("/items/0/actor")).isEqualTo("admin");
        assertThat(trail.text("/items/0/before/userManagement")).isEqualTo("SCIM");
        assertThat(trail.text("/items/0/after/userManagement")).isEqualTo("MANUAL");
    }

    @Test
    void setsALicenceAndShowsIt() {
        String tag = tenant.admin().get("").header("ETag");

        Answer changed = tenant.admin()
                .with("If-Match", tag)
                .patch("", "{\"licence\":{\"seats\":500},\"reclassify\":\"suggest\"}")
                .expect(200);

        assertThat(changed.json().getJsonObject("licence").getInt("seats")).isEqualTo(500);
        assertThat(changed.text("/reclassify")).isEqualTo("suggest");
        tenant.admin()
                .with("If-Match", tag)
                .patch("", "{\"displayName\":\"x\"}")
                .expectProblem(412, "changed-meanwhile");
        assertThat(tenant.admin()
                        .patch("", "{\"licence\":{\"seats\":null}}")
                        .expect(200)
                        .at("/licence/seats"))
                .hasToString("null");
    }
}
