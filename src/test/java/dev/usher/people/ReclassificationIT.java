package dev.usher.people;

import static dev.usher.it.TestTenant.patch;
import static dev.usher.it.TestTenant.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.it.Answer;
import dev.usher.it.Http;
import dev.usher.it.TestTenant;
import dev.usher.it.UsherServer;
import dev.usher.job.JobWatch;
import jakarta.json.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Existing users and the mappings: never, suggested or automatic, by a change of attributes and by a job. */
class ReclassificationIT {
    private static final String DEPARTMENT = TestTenant.ENTERPRISE + ":department";

    private TestTenant tenant;
    private String sales;
    private String docks;
    private String salesMapping;
    private String docksMapping;

    @BeforeEach
    void makeTenant() {
        tenant = TestTenant.withoutMapping(UsherServer.http());
        sales = tenant.createProfile("Sales", false, 100);
        docks = tenant.createProfile("Docks", false, 200);
        salesMapping = tenant.createMapping("Sales", "department", "Sales", sales);
        docksMapping = tenant.createMapping("Docks", "department", "Docks", docks);
    }

    @Test
    void leavesUsersWhereTheyAreUnlessTheTenantChooses() {
        String id = create("stays@acme.com", "Sales");

        change(id, "Docks");

        assertThat(profile(id)).isEqualTo(sales);
        assertThat(suggestions().json().getJsonArray("items")).isEmpty();
    }

    @Test
    void movesAtAChangeOfAttributesWhereItIsAutomatic() {
        choose("automatic");
        String id = create("moves@acme.com", "Sales");

        Answer changed = change(id, "Docks");

        assertThat(profile(id)).isEqualTo(docks);
        assertThat(changed.json().getJsonObject(TestTenant.ASSIGNMENT).getString("profile"))
                .isEqualTo("Docks");
        assertThat(tenant.events().body()).contains("USER_MOVED");
    }

    /** Mappings may ask for it, for somebody new and in a job. */
    @Test
    void movesNobodyByAChangeOfActiveAlone() {
        choose("automatic");
        String left = tenant.createMapping("Left", "active", "false", docks);
        tenant.admin()
                .with("If-Match", tenant.admin().get("/mapping-order").header("ETag"))
                .put("/mapping-order", "[\"" + String.join("\",\"", left, salesMapping, docksMapping) + "\"]")
                .expect(200);
        String id = create("leaves@acme.com", "Sales");
        assertThat(profile(id)).isEqualTo(sales);

        for (boolean active : new boolean[] {false, true}) {
            var edit = Json.createObjectBuilder().add("op", "replace").add("path", "active");
            tenant.scim()
                    .patch("/Users/" + id, patch(edit.add("value", active)))
                    .expect(200);
            assertThat(profile(id)).isEqualTo(sales);
        }
    }

    @Test
    void takesSomebodyNewForActiveWhereNothingIsSaid() {
        tenant.createMapping("Here", "active", "true", docks);

        tenant.scim().post("/Users", user("silent@acme.com", "Nowhere").build()).expect(201);
    }

    @Test
    void recordsAConflictWhereNothingMatchesAndKeepsTheAssignment() {
        choose("automatic");
        String id = create("nowhere@acme.com", "Sales");

        change(id, "Galley").expect(200);

        assertThat(profile(id)).isEqualTo(sales);
        assertThat(tenant.events().body()).contains("CONFLICT", "no-mapping");
    }

    @Test
    void suggestsAndLetsAnAdministratorAccept() {
        choose("suggest");
        String id = create("asks@acme.com", "Sales");

        change(id, "Docks");

        assertThat(profile(id)).isEqualTo(sales);
        Answer suggested = suggestions();
        assertThat(suggested.text("/items/0/userId")).isEqualTo(id);
        assertThat(suggested.text("/items/0/profileId")).isEqualTo(docks);
        assertThat(suggested.text("/items/0/reason")).isEqualTo("suggest");
        tenant.admin().post("/suggestions/" + id + "/accept", "").expect(204);
        assertThat(profile(id)).isEqualTo(docks);
        assertThat(suggestions().json().getJsonArray("items")).isEmpty();
        assertThat(tenant.admin().get("/audit-events").body()).contains("user.moved");
    }

    @Test
    void letsOnlyWhoMaySetTheDataLockAcceptAMoveUnderIt() {
        choose("suggest");
        String vault = tenant.createProfile("Vault", true, 300);
        tenant.createMapping("Vault", "department", "Vault", vault);
        String id = create("vault@acme.com", "Sales");
        change(id, "Vault");
        Http administrator = tenant.admin()
                .bearer(tenant.admin()
                        .post("/api-keys", "{\"name\":\"script\",\"role\":\"administrator\"}")
                        .expect(201)
                        .text("/secret"));

        Answer refused = administrator.post("/suggestions/" + id + "/accept", "");

        refused.expectProblem(403, "forbidden");
        assertThat(refused.text("/detail"))
                .contains("'Vault'")
                .isEqualTo(administrator
                        .put("/users/" + id + "/profile", "{\"profileId\":\"" + vault + "\"}")
                        .expectProblem(403, "forbidden")
                        .text("/detail"));
        assertThat(profile(id)).isEqualTo(sales);
        assertThat(suggestions().text("/items/0/userId")).isEqualTo(id);
        assertThat(tenant.admin().get("/audit-events").body()).doesNotContain("user.moved");
        tenant.admin().post("/suggestions/" + id + "/accept", "").expect(204);
        assertThat(profile(id)).isEqualTo(vault);
    }

    @Test
    void makesADismissedSuggestionNotAgain() {
        choose("suggest");
        String id = create("enough@acme.com", "Sales");
        change(id, "Docks");

        tenant.admin().post("/suggestions/" + id + "/dismiss", "").expect(204);
        change(id, "Sales");
        change(id, "Docks");

        assertThat(suggestions().json().getJsonArray("items")).isEmpty();
        tenant.admin().post("/suggestions/" + id + "/accept", "").expectProblem(404, "not-found");
    }

    @Test
    void dropsASuggestionWhenTheAttributeIsChangedBackOrMatchesNothing() {
        choose("suggest");
        String back = create("back@acme.com", "Sales");
        String gone = create("gone@acme.com", "Sales");
        change(back, "Docks");
        change(gone, "Docks");

        change(back, "Sales");
        change(gone, "Galley");

        assertThat(suggestions().json().getJsonArray("items")).isEmpty();
        tenant.admin().post("/suggestions/" + back + "/accept", "").expectProblem(404, "not-found");
    }

    @Test
    void dropsASuggestionWhenAnAdministratorPlacesTheUser() {
        choose("suggest");
        String id = create("placed2@acme.com", "Sales");
        change(id, "Docks");
        String other = tenant.createProfile("Other", false, 300);

        tenant.admin()
                .put("/users/" + id + "/profile", "{\"profileId\":\"" + other + "\"}")
                .expect(200);

        assertThat(suggestions().json().getJsonArray("items")).isEmpty();
    }

    @Test
    void refusesToAcceptWhatTheMappingsDoNotSayAnyMore() {
        choose("suggest");
        String id = create("late@acme.com", "Sales");
        change(id, "Docks");
        assertThat(suggestions().json().getJsonArray("items")).hasSize(1);

        assignWithQuota(docksMapping, docks, 77);
        Answer otherQuota = tenant.admin().post("/suggestions/" + id + "/accept", "");
        tenant.admin().delete("/mappings/" + docksMapping).expect(204);
        Answer noMapping = tenant.admin().post("/suggestions/" + id + "/accept", "");

        otherQuota.expectProblem(409, "suggestion-outdated");
        assertThat(otherQuota.text("/detail")).contains("'Docks'", "77 bytes", "Dismiss it");
        noMapping.expectProblem(409, "suggestion-outdated");
        assertThat(noMapping.text("/detail")).contains("not match");
        assertThat(profile(id)).isEqualTo(sales);
    }

    @Test
    void renewsASuggestionByTheJobWhenTheQuotaChanged() {
        choose("suggest");
        String id = create("quota@acme.com", "Sales");
        String stays = create("stayer@acme.com", "Sales");
        change(id, "Docks");
        change(stays, "Docks");
        assignWithQuota(docksMapping, docks, 77);
        choose("never");
        change(stays, "Sales");
        choose("suggest");

        Answer dry = JobWatch.done(tenant.admin(), tenant.admin().post("/reclassifications", "{}"));
        JobWatch.done(tenant.admin(), tenant.admin().post("/reclassifications/" + dry.text("/id") + "/apply", ""));

        assertThat(suggestions().json().getJsonArray("items")).hasSize(1);
        assertThat(suggestions().text("/items/0/quotaBytes")).isEqualTo("77");
        tenant.admin().post("/suggestions/" + id + "/accept", "").expect(204);
        assertThat(tenant.admin().get("/users/" + id).text("/assignment/effectiveQuotaBytes"))
                .isEqualTo("77");
    }

    /** A user who comes back by a POST with other attributes is judged as at a PATCH. */
    @Test
    void judgesWhoComesBackWithOtherAttributes() {
        choose("automatic");
        String external = "00u1a2b3c4d5e6f7g8h9";
        String id = tenant.scim()
                .post(
                        "/Users",
                        user("again@acme.com", "Sales")
                                .add("externalId", external)
                                .build())
                .expect(201)
                .text("/id");
        tenant.scim()
                .patch(
                        "/Users/" + id,
                        patch(Json.createObjectBuilder()
                                .add("op", "replace")
                                .add("path", "active")
                                .add("value", false)))
                .expect(200);

        Answer back = tenant.scim()
                .post(
                        "/Users",
                        user("again@acme.com", "Docks")
                                .add("externalId", external)
                                .build());

        assertThat(back.text("/id")).isEqualTo(id);
        assertThat(profile(id)).isEqualTo(docks);
    }

    @Test
    void onlySuggestsAMoveToAnotherStorageRegion() {
        choose("automatic");
        String region = tenant.admin()
                .post("/storage-regions", "{\"name\":\"US-East\"}")
                .expect(201)
                .text("/id");
        assign(docksMapping, docks, region);
        String id = create("far@acme.com", "Sales");

        change(id, "Docks");

        assertThat(profile(id)).isEqualTo(sales);
        assertThat(suggestions().text("/items/0/reason")).isEqualTo("other-region");
        tenant.admin().post("/suggestions/" + id + "/accept", "").expect(204);
        assertThat(tenant.admin().get("/users/" + id).text("/assignment/storageRegionId"))
                .isEqualTo(region);
    }

    @Test
    void onlySuggestsForSomebodyWhomAnAdministratorPlaced() {
        choose("automatic");
        String id = create("placed@acme.com", "Sales");
        tenant.admin()
                .put("/users/" + id + "/profile", "{\"profileId\":\"" + docks + "\"}")
                .expect(200);
        change(id, "Docks");

        assertThat(suggestions().text("/items/0/reason")).isEqualTo("placed-by-hand");
    }

    @Test
    void showsInADryRunWhoWouldMoveAndThenDoesExactlyThat() {
        String moved = create("moved@acme.com", "Sales");
        String stays = create("same@acme.com", "Docks");
        String lost = create("lost@acme.com", "Sales");
        change(moved, "Docks");
        change(lost, "Galley");

        Answer dry = JobWatch.done(tenant.admin(), tenant.admin().post("/reclassifications", "{}"));

        assertThat(JobWatch.count(dry, "MOVED")).isEqualTo(1);
        assertThat(JobWatch.count(dry, "NO_MATCH")).isEqualTo(1);
        assertThat(dry.text("/progress/seen")).isEqualTo("3");
        assertThat(profile(moved)).isEqualTo(sales);
        Answer items = tenant.admin()
                .get("/jobs/" + dry.text("/id") + "/items?outcome=MOVED")
                .expect(200);
        assertThat(items.json().getJsonArray("items")).hasSize(1);
        assertThat(items.text("/items/0/userId")).isEqualTo(moved);
        assertThat(items.text("/items/0/from/profile")).isEqualTo("Sales");
        assertThat(items.text("/items/0/to/profile")).isEqualTo("Docks");

        String apply = "/reclassifications/" + dry.text("/id") + "/apply";
        tenant.admin().post(apply, "").expectProblem(409, "reclassify-never");
        choose("automatic");
        Answer job = JobWatch.done(tenant.admin(), tenant.admin().post(apply, ""));

        assertThat(JobWatch.count(job, "MOVED")).isEqualTo(1);
        assertThat(profile(moved)).isEqualTo(docks);
        assertThat(profile(stays)).isEqualTo(docks);
        assertThat(profile(lost)).isEqualTo(sales);
        assertThat(tenant.admin().get("/audit-events?action=user.moved").body()).contains(moved);
    }

    @Test
    void appliesAMappingsChangedAssignmentToItsUsers() {
        choose("automatic");
        String mine = create("mine@acme.com", "Docks");
        String other = create("other@acme.com", "Sales");
        String deep = tenant.createProfile("Deep", false, 300);
        assign(docksMapping, deep, tenant.regionId());

        Answer dry = JobWatch.done(
                tenant.admin(), tenant.admin().post("/reclassifications", "{\"mappingId\":\"" + docksMapping + "\"}"));
        JobWatch.done(tenant.admin(), tenant.admin().post("/reclassifications/" + dry.text("/id") + "/apply", ""));

        assertThat(profile(mine)).isEqualTo(deep);
        assertThat(profile(other)).isEqualTo(sales);
    }

    @Test
    void refusesToApplyWhatWasLookedAtInAnotherOrder() {
        choose("automatic");
        create("any@acme.com", "Sales");
        Answer dry = JobWatch.done(tenant.admin(), tenant.admin().post("/reclassifications", "{}"));
        tenant.createMapping("Later", "department", "Later", docks);

        tenant.admin()
                .post("/reclassifications/" + dry.text("/id") + "/apply", "")
                .expectProblem(409, "order-changed");
        tenant.admin().post("/jobs/" + dry.text("/id") + "/cancel", "").expectProblem(409, "job-ended");
    }

    private String create(String name, String department) {
        return tenant.scim()
                .post("/Users", user(name, department).build())
                .expect(201)
                .text("/id");
    }

    private Answer change(String id, String department) {
        return tenant.scim()
                .patch("/Users/" + id, patch("replace", DEPARTMENT, department))
                .expect(200);
    }

    private String profile(String id) {
        return tenant.admin().get("/users/" + id).expect(200).text("/assignment/profileId");
    }

    private Answer suggestions() {
        return tenant.admin().get("/suggestions").expect(200);
    }

    private void choose(String mode) {
        tenant.admin().send("PATCH", "", "{\"reclassify\":\"" + mode + "\"}").expect(200);
    }

    private void assign(String mapping, String profile, String region) {
        var assignment = Json.createObjectBuilder().add("profileId", profile).add("storageRegionId", region);
        tenant.admin()
                .patch(
                        "/mappings/" + mapping,
                        Json.createObjectBuilder().add("assignment", assignment).build())
                .expect(200);
    }

    private void assignWithQuota(String mapping, String profile, long quota) {
        var assignment = Json.createObjectBuilder()
                .add("profileId", profile)
                .add("storageRegionId", tenant.regionId())
                .add("quotaBytes", quota);
        tenant.admin()
                .patch(
                        "/mappings/" + mapping,
                        Json.createObjectBuilder().add("assignment", assignment).build())
                .expect(200);
    }
}
