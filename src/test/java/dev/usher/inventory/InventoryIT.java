package dev.usher.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.it.Answer;
import dev.usher.it.Http;
import dev.usher.it.TestTenant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Devices and snapshots as the product registers them with its service key. */
class InventoryIT {
    private static final String NAME = "{\"name\":\"Laptop\"}";

    private TestTenant tenant;
    private Http product;
    private String user;

    @BeforeEach
    void makeTenant() {
        tenant = TestTenant.create();
        product = tenant.admin()
                .bearer(tenant.admin()
                        .post("/api-keys", "{\"name\":\"product\",\"role\":\"service\"}")
                        .expect(201)
                        .text("/secret"));
        user = tenant.createUser("owner@acme.com");
    }

    @Test
    void registersADeviceOnceByTheProductsOwnId() {
        Answer first = product.put("/users/" + user + "/devices/dev-1", NAME).expect(201);
        Answer again = product.put("/users/" + user + "/devices/dev-1", NAME).expect(200);
        Answer renamed = product.post("/users/" + user + "/devices", "{\"id\":\"dev-1\",\"name\":\"Desktop\"}")
                .expect(200);

        assertThat(again.json()).isEqualTo(first.json());
        assertThat(renamed.text("/name")).isEqualTo("Desktop");
        assertThat(product.get("/users/" + user + "/devices").json().getJsonArray("items"))
                .containsExactly(renamed.json());
    }

    @Test
    void sumsSnapshotsAgainstTheQuota() {
        product.put("/users/" + user + "/devices/dev-1", NAME).expect(201);
        snapshot("s1", 5_000_000_000L).expect(201);
        assertThat(usage().text("/overQuota")).isEqualTo("false");

        snapshot("s2", 1_000_000_000L).expect(201);
        snapshot("s2", 1_000_000_000L).expect(200);
        snapshot("s1", 5_500_000_000L).expect(200);

        Answer usage = usage();
        assertThat(usage.text("/devices")).isEqualTo("1");
        assertThat(usage.text("/snapshots")).isEqualTo("2");
        assertThat(usage.text("/sizeBytes")).isEqualTo("6500000000");
        assertThat(usage.text("/quotaBytes")).isEqualTo("5368709120");
        assertThat(usage.text("/overQuota")).isEqualTo("true");
    }

    @Test
    void refusesSizesThatCannotBeSummed() {
        product.put("/users/" + user + "/devices/dev-1", NAME).expect(201);
        Answer huge = snapshot("s1", Long.MAX_VALUE - 1);
        for (int i = 0; i < 8; i++) {
            snapshot("big" + i, 1L << 50).expect(201);
        }

        Answer together = snapshot("s2", 1);

        huge.expectProblem(400, "invalid-request");
        assertThat(huge.text("/detail")).contains("1 PiB");
        together.expectProblem(400, "invalid-request");
        assertThat(together.text("/detail")).contains("8 PiB");
        assertThat(usage().text("/sizeBytes")).isEqualTo(Long.toString(1L << 53));
        product.get("/usage").expect(200);
    }

    @Test
    void tellsUsageByProfileAndByStorageRegion() {
        tenant.createProfile("Unused", false, 1);
        product.put("/users/" + user + "/devices/dev-1", NAME).expect(201);
        snapshot("s1", 42).expect(201);

        Answer usage = product.get("/usage").expect(200);

        assertThat(usage.text("/profiles/0/name")).isEqualTo("General Profile 1");
        assertThat(usage.text("/profiles/0/sizeBytes")).isEqualTo("42");
        assertThat(usage.text("/profiles/0/users")).isEqualTo("1");
        assertThat(usage.text("/profiles/1/sizeBytes")).isEqualTo("0");
        assertThat(usage.text("/storageRegions/0/snapshots")).isEqualTo("1");
    }

    @Test
    void forgetsSnapshotsAndDevicesWithTheirSizes() {
        product.put("/users/" + user + "/devices/dev-1", NAME).expect(201);
        snapshot("s1", 10).expect(201);
        snapshot("s2", 20).expect(201);

        product.delete("/devices/dev-1/snapshots/s1").expect(204);
        assertThat(usage().text("/sizeBytes")).isEqualTo("20");
        product.delete("/users/" + user + "/devices/dev-1").expect(204);

        assertThat(usage().text("/sizeBytes")).isEqualTo("0");
        assertThat(usage().text("/devices")).isEqualTo("0");
        product.get("/devices/dev-1/snapshots").expectProblem(404, "not-found");
        product.delete("/users/" + user + "/devices/dev-1").expectProblem(404, "not-found");
    }

    @Test
    void walksSnapshotsInPages() {
        product.put("/users/" + user + "/devices/dev-1", NAME).expect(201);
        for (int i = 0; i < 5; i++) {
            snapshot("s" + i, i).expect(201);
        }

        Answer first = product.get("/devices/dev-1/snapshots?limit=3").expect(200);
        Answer second = product.get("/devices/dev-1/snapshots?limit=3&cursor=" + first.text("/next"))
                .expect(200);

        assertThat(first.json().getJsonArray("items")).hasSize(3);
        assertThat(second.text("/items/0/id")).isEqualTo("s3");
        assertThat(second.json()).doesNotContainKey("next");
    }

    @Test
    void keepsEachUsersDevicesApart() {
        String other = tenant.createUser("other@acme.com");
        product.put("/users/" + user + "/devices/dev-1", NAME).expect(201);

        product.put("/users/" + other + "/devices/dev-1", NAME).expectProblem(409, "device-of-another-user");
        product.delete("/users/" + other + "/devices/dev-1").expectProblem(404, "not-found");
        product.put("/users/" + java.util.UUID.randomUUID() + "/devices/dev-2", NAME)
                .expectProblem(404, "not-found");
    }

    @Test
    void letsAuditorsReadAndNothingMore() {
        Http auditor = tenant.admin()
                .bearer(tenant.admin()
                        .post("/api-keys", "{\"name\":\"auditor\",\"role\":\"auditor\"}")
                        .expect(201)
                        .text("/secret"));

        auditor.get("/users/" + user + "/devices").expect(200);
        auditor.put("/users/" + user + "/devices/dev-1", NAME).expectProblem(403, "forbidden");
        product.get("/jobs").expectProblem(403, "forbidden");
    }

    @Test
    void goesWithAPurgedUser() {
        product.put("/users/" + user + "/devices/dev-1", NAME).expect(201);
        snapshot("s1", 10).expect(201);

        tenant.admin().delete("/users/" + user).expect(204);

        product.get("/devices/dev-1/snapshots").expectProblem(404, "not-found");
        assertThat(product.get("/usage").text("/profiles/0/sizeBytes")).isEqualTo("0");
    }

    /** Times are kept to the microsecond; what a product sends finer than that is still the same again. */
    @Test
    void takesTheSameAgainForTheSameWhateverTheTimesPrecision() {
        product.put("/users/" + user + "/devices/dev-1", NAME).expect(201);
        String fine = body(1).replace("02:00:00Z", "02:00:00.123456789Z");
        Answer first = product.put("/devices/dev-1/snapshots/s1", fine).expect(201);
        tenant.admin()
                .put(
                        "/users/" + user + "/profile",
                        "{\"profileId\":\"" + tenant.createProfile("Vault", true, 1_000) + "\"}")
                .expect(200);

        Answer again = product.put("/devices/dev-1/snapshots/s1", fine).expect(200);

        assertThat(first.text("/takenAt")).isEqualTo("2026-01-31T02:00:00.123456Z");
        assertThat(again.text("/takenAt")).isEqualTo(first.text("/takenAt"));
    }

    @Test
    void refusesWhatCannotBe() {
        product.put("/users/" + user + "/devices/dev-1", "{\"name\":\" \"}").expectProblem(400, "invalid-request");
        product.put("/users/" + user + "/devices/dev-1", NAME).expect(201);
        snapshot("s1", -1).expectProblem(400, "invalid-request");
        product.put("/devices/dev-1/snapshots/s1", "{\"name\":\"x\",\"sizeBytes\":1}")
                .expectProblem(400, "invalid-request");
        product.put("/devices/unknown/snapshots/s1", body(1)).expectProblem(404, "not-found");
    }

    private Answer usage() {
        return product.get("/users/" + user + "/usage").expect(200);
    }

    private Answer snapshot(String id, long bytes) {
        return product.put("/devices/dev-1/snapshots/" + id, body(bytes));
    }

    private static String body(long bytes) {
        return "{\"name\":\"nightly\",\"sizeBytes\":" + bytes + ",\"takenAt\":\"2026-01-31T02:00:00Z\"}";
    }
}
