package dev.usher.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** What opens SCIM, and what no longer does. */
class TokensIT {
    private static final String BEGIN = "{\"name\":\"next\"";

    private final TestTenant tenant = TestTenant.create();

    @Test
    void showsTheSecretOnceAndForAYear() {
        Answer made = tenant.admin().post("/tokens", BEGIN + "}").expect(201);

        assertThat(made.text("/secret")).matches("ush_[0-9A-Za-z]{49}");
        assertThat(made.header("Cache-Control")).contains("no-store");
        assertThat(Duration.between(Instant.parse(made.text("/createdAt")), Instant.parse(made.text("/expiresAt"))))
                .isEqualTo(Duration.ofDays(365));
        assertThat(made.json().getInt("daysLeft")).isEqualTo(365);
        assertThat(tenant.admin().get("/tokens").expect(200).body()).doesNotContain("secret");
        assertThat(tenant.admin().get("/audit-events").body()).doesNotContain(made.text("/secret"));
    }

    @Test
    void endsThePreviousTokenAtOnce() {
        tenant.scim().get("/Users").expect(200);

        String next = tenant.admin().post("/tokens", BEGIN + "}").expect(201).text("/secret");

        Answer refused = tenant.scim().get("/Users").expectScimError(401, "");
        assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer ").contains("invalid_token");
        tenant.scim().bearer(next).get("/Users").expect(200);
    }

    @Test
    void keepsBothDuringAnOverlapAndShortensItAfterTheFirstWrite() {
        String old = tenant.admin().get("/tokens").text("/items/0/id");
        Answer made = tenant.admin()
                .post("/tokens", BEGIN + ",\"previous\":\"OVERLAP\",\"overlapDays\":7}")
                .expect(201);
        Http next = tenant.scim().bearer(made.text("/secret"));
        tenant.scim().get("/Users").expect(200);
        next.get("/Users").expect(200);
        assertThat(endOfOld()).isBetween(days(6), days(8));

        next.post("/Users", TestTenant.user("anna@example.com").build()).expect(201);

        await(() -> endOfOld().isBefore(days(2)));
        assertThat(endOfOld()).isAfter(Instant.now().plus(Duration.ofHours(23)));
        tenant.scim().get("/Users").expect(200);
        Answer act = tenant.admin()
                .get("/audit-events?action=token.overlap-shortened")
                .expect(200);
        assertThat(act.text("/items/0/target")).isEqualTo(old);
        assertThat(Instant.parse(act.text("/items/0/before/endedAt"))).isBetween(days(6), days(8));
        assertThat(Instant.parse(act.text("/items/0/after/endedAt"))).isEqualTo(endOfOld());
        assertThat(act.text("/items/0/after/successor")).isEqualTo(made.text("/id"));
    }

    @Test
    void neverHasThreeAtATime() {
        String second = overlapping();
        tenant.scim()
                .bearer(second)
                .with("User-Agent", "Second/1")
                .get("/Users")
                .expect(200);
        await(() -> tenant.admin().get("/tokens").body().contains("Second/1"));
        String third = overlapping();

        tenant.scim().get("/Users").expectScimError(401, "");
        tenant.scim().bearer(second).get("/Users").expect(200);
        tenant.scim().bearer(third).get("/Users").expect(200);
    }

    @Test
    void endsATokenThatNobodyUsedRatherThanTheOneInUse() {
        String lost = overlapping();
        String third = overlapping();

        tenant.scim().get("/Users").expect(200);
        tenant.scim().bearer(lost).get("/Users").expectScimError(401, "");
        tenant.scim().bearer(third).get("/Users").expect(200);
    }

    /** A Bulk of failures is 200, and proves nothing. */
    @Test
    void keepsTheOverlapAfterABulkThatDidNothing() {
        Http next = tenant.scim().bearer(overlapping()).with("User-Agent", "Next/1");
        String operation = "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:BulkRequest\"],\"Operations\":"
                + "[{\"method\":\"%s\",\"path\":\"/Users%s\"%s}]}";

        next.post("/Bulk", operation.formatted("DELETE", "/" + UUID.randomUUID(), ""))
                .expect(200);
        await(() -> tenant.admin().get("/tokens").body().contains("Next/1"));
        assertThat(endOfOld()).isAfter(days(6));
        String user = TestTenant.user("anna@example.com").build().toString();
        next.post("/Bulk", operation.formatted("POST", "", ",\"bulkId\":\"a\",\"data\":" + user))
                .expect(200);

        await(() -> endOfOld().isBefore(days(2)));
    }

    @Test
    void endsATokenByItsId() {
        String id = tenant.admin().get("/tokens").text("/items/0/id");

        tenant.admin().delete("/tokens/" + id).expect(204);
        tenant.admin().delete("/tokens/" + id).expect(204);

        tenant.scim().get("/Users").expectScimError(401, "");
        assertThat(tenant.admin().get("/tokens/" + id).text("/state")).isEqualTo("ENDED");
    }

    @Test
    void refusesWhatIsNoTokenWithoutAskingTheDatabase() {
        String token = tenant.token();
        String mistyped = token.substring(0, 10) + (token.charAt(10) == 'a' ? 'b' : 'a') + token.substring(11);

        Answer answer = tenant.scim().bearer(mistyped).get("/Users").expectScimError(401, "");

        assertThat(answer.statements()).isZero();
        tenant.scim().without("Authorization").get("/Users").expectScimError(401, "");
        tenant.scim().basic("admin", UsherServer.PASSWORD).get("/Users").expectScimError(401, "");
    }

    @Test
    void tellsWhereTheProvisioningApiIsOffWhomToAsk() {
        tenant.admin().patch("", "{\"provisioningApi\":false}").expect(200);

        Answer scim = tenant.scim().get("/Users").expectScimError(403, "");
        Answer made = tenant.admin().post("/tokens", BEGIN + "}").expectProblem(403, "provisioning-api-disabled");

        assertThat(scim.text("/detail")).contains("Contact support");
        assertThat(made.text("/detail")).contains("Contact support");
        tenant.admin().patch("", "{\"provisioningApi\":true}").expect(200);
        tenant.scim().get("/Users").expect(200);
    }

    @Test
    void notesWhenAndByWhomATokenWasUsed() {
        tenant.scim().with("User-Agent", "Okta SCIM Client 1.0").get("/Users").expect(200);

        await(() -> tenant.admin().get("/tokens").body().contains("Okta SCIM Client 1.0"));
        assertThat(tenant.admin().get("/tokens").text("/items/0/lastUsedAt")).isNotBlank();
    }

    private String overlapping() {
        return tenant.admin()
                .post("/tokens", BEGIN + ",\"previous\":\"OVERLAP\"}")
                .expect(201)
                .text("/secret");
    }

    private Instant endOfOld() {
        return Instant.parse(tenant.admin().get("/tokens").text("/items/1/endsAt"));
    }

    private static Instant days(int days) {
        return Instant.now().plus(Duration.ofDays(days));
    }

    /** Notes are written after the answer, so a test asks until they are there. */
    private static void await(BooleanSupplier condition) {
        Instant end = Instant.now().plusSeconds(10);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("waited too long").isBefore(end);
            Thread.onSpinWait();
        }
    }
}
