package dev.usher.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Profiles and storage regions; the data lock goes on and never off, and what is used is not deleted. */
class ProfilesIT {
    private TestTenant tenant;

    @BeforeEach
    void makeTenant() {
        tenant = TestTenant.create();
    }

    @Test
    void changesNameAndQuota() {
        Answer made = tenant.admin().post("/profiles", "{\"name\":\" Gold \"}").expect(201);
        assertThat(made.text("/name")).isEqualTo("Gold");
        assertThat(made.text("/quotaBytes")).isEqualTo("null");

        Answer changed = tenant.admin()
                .with("If-Match", made.header("ETag"))
                .patch("/profiles/" + made.text("/id"), "{\"name\":\"Gold 2\",\"quotaBytes\":9}")
                .expect(200);

        assertThat(changed.text("/name")).isEqualTo("Gold 2");
        assertThat(changed.text("/quotaBytes")).isEqualTo("9");
        tenant.admin()
                .with("If-Match", made.header("ETag"))
                .patch("/profiles/" + made.text("/id"), "{\"name\":\"Gold 3\"}")
                .expectProblem(412, "changed-meanwhile");
    }

    @Test
    void neverTakesADataLockOff() {
        String id = tenant.createProfile("Vault", true, 10);

        tenant.admin().patch("/profiles/" + id, "{\"dataLocked\":false}").expectProblem(409, "data-locked");
        tenant.admin().delete("/profiles/" + id).expectProblem(409, "data-locked");

        Answer renamed = tenant.admin()
                .patch("/profiles/" + id, "{\"name\":\"Vault 2\"}")
                .expect(200);
        assertThat(renamed.text("/dataLocked")).isEqualTo("true");
    }

    @Test
    void anAdministratorManagesProfilesButNotTheDataLock() {
        Http administrator = tenant.admin()
                .bearer(tenant.admin()
                        .post("/api-keys", "{\"name\":\"a\",\"role\":\"administrator\"}")
                        .expect(201)
                        .text("/secret"));

        administrator
                .post("/profiles", "{\"name\":\"Vault\",\"dataLocked\":true}")
                .expectProblem(403, "forbidden");
        String id = administrator
                .post("/profiles", "{\"name\":\"Plain\"}")
                .expect(201)
                .text("/id");

        administrator.patch("/profiles/" + id, "{\"dataLocked\":true}").expectProblem(403, "forbidden");
        administrator.patch("/profiles/" + id, "{\"name\":\"Plainer\"}").expect(200);
    }

    @Test
    void refusesToDeleteAProfileInUseAndNamesWhoUsesIt() {
        tenant.createUser("sam");

        Answer refused = tenant.admin().delete("/profiles/" + tenant.profileId());

        refused.expectProblem(409, "profile-in-use");
        assertThat(refused.at("/mappings").toString()).isEqualTo("[\"Everyone\"]");
        assertThat(refused.text("/users")).isEqualTo("1");
        tenant.admin().delete("/storage-regions/" + tenant.regionId()).expectProblem(409, "storage-region-in-use");
    }

    @Test
    void deletesWhatNobodyUses() {
        String profile = tenant.createProfile("Spare", false, 10);
        String region = tenant.admin()
                .post("/storage-regions", "{\"name\":\"US\"}")
                .expect(201)
                .text("/id");

        tenant.admin().delete("/profiles/" + profile).expect(204);
        tenant.admin().delete("/storage-regions/" + region).expect(204);

        tenant.admin().get("/profiles/" + profile).expectProblem(404, "not-found");
        tenant.admin().get("/storage-regions/" + region).expectProblem(404, "not-found");
    }

    @Test
    void aRenamedProfileShowsOnUsersAtOnce() {
        String user = tenant.createUser("sam");

        tenant.admin()
                .patch("/profiles/" + tenant.profileId(), "{\"name\":\"Renamed\"}")
                .expect(200);

        assertThat(tenant.scim()
                        .get("/Users/" + user)
                        .expect(200)
                        .json()
                        .getJsonObject(TestTenant.ASSIGNMENT)
                        .getString("profile"))
                .isEqualTo("Renamed");
        assertThat(tenant.admin().get("/mappings").text("/items/0/assignment/profileName"))
                .isEqualTo("Renamed");
    }

    @Test
    void letsTheConstraintDecideAboutNames() {
        tenant.admin().post("/profiles", "{\"name\":\"general profile 1\"}").expectProblem(409, "name-taken");
        tenant.admin().post("/storage-regions", "{\"name\":\"EU-FRANKFURT\"}").expectProblem(409, "name-taken");
        String other = tenant.createProfile("Other", false, 10);

        tenant.admin()
                .patch("/profiles/" + other, "{\"name\":\"General Profile 1\"}")
                .expectProblem(409, "name-taken");
    }

    @Test
    void listsByNameInPagesWithTheirUsers() {
        tenant.createUser("sam");
        tenant.createProfile("alpha", false, 1);
        tenant.createProfile("Omega", false, 1);

        Answer first = tenant.admin().get("/profiles?limit=2").expect(200);
        Answer second = tenant.admin()
                .get("/profiles?limit=2&cursor=" + Http.encode(first.text("/next")))
                .expect(200);

        assertThat(first.text("/items/0/name")).isEqualTo("alpha");
        assertThat(first.text("/items/1/name")).isEqualTo("General Profile 1");
        assertThat(first.text("/items/1/users")).isEqualTo("1");
        assertThat(second.text("/items/0/name")).isEqualTo("Omega");
        assertThat(second.json()).doesNotContainKey("next");
    }

    @Test
    void keepsOtherTenantsThingsApart() {
        var foreign = TestTenant.create();

        tenant.admin().get("/profiles/" + foreign.profileId()).expectProblem(404, "not-found");
        tenant.admin()
                .patch("/profiles/" + foreign.profileId(), "{\"name\":\"x\"}")
                .expectProblem(404, "not-found");
        tenant.admin().delete("/storage-regions/" + foreign.regionId()).expectProblem(404, "not-found");
    }
}
