package dev.usher.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of tokens by time alone: the days pass in the database, between a stop and a start of the server. */
@Tag("slow")
class TokenAgesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration SUSPENSION = Duration.ofDays(30);
    private static final int LIFE = 365;
    private static final String MANUAL = "{\"type\":\"MANUAL\",\"confirmed\":true}";
    private static final String SCIM = "{\"type\":\"SCIM\",\"confirmed\":true}";

    @Test
    void endThirtyDaysAfterAnotherUserManagementWasChosen(@TempDir Path folder) throws SQLException {
        try (var server = UsherServer.startIn(folder.resolve("data"), Map.of())) {
            var early = TestTenant.create(Http.at(server.base()));
            var late = TestTenant.create(Http.at(server.base()));
            early.admin().put("/user-management", MANUAL).expect(200);
            late.admin().put("/user-management", MANUAL).expect(200);
            late.scim().get("/Users").expectScimError(403, "");
            server.stop();
            chosenBefore(server, early, 29);
            chosenBefore(server, late, 30);
            server.startAgain();

            Answer suspended = early.scim().get("/Users").expectScimError(403, "");
            Answer ended = late.scim().get("/Users").expectScimError(401, "");

            assertThat(suspended.text("/detail")).contains(end(early).toString());
            assertThat(ended.text("/detail")).contains("30 days after another user management was chosen");
            assertThat(ended.header("WWW-Authenticate")).startsWith("Bearer ").contains("invalid_token");
            assertThat(token(early).getString("state")).isEqualTo("SUSPENDED");
            assertThat(token(early)).containsKey("daysLeft");
            assertThat(token(late).getString("state")).isEqualTo("ENDED");
            assertThat(token(late)).doesNotContainKey("daysLeft");
            assertThat(impact(early)).isEqualTo(1);
            assertThat(impact(late)).isZero();
            comesBackWithScimOnlyBefore(early, late);
        }
    }

    private static void comesBackWithScimOnlyBefore(TestTenant early, TestTenant late) {
        Instant end = end(late);

        early.admin().put("/user-management", SCIM).expect(200);
        late.admin().put("/user-management", SCIM).expect(200);

        early.scim().get("/Users").expect(200);
        assertThat(token(early).getString("state")).isEqualTo("VALID");
        late.scim().get("/Users").expectScimError(401, "");
        assertThat(token(late).getString("state")).isEqualTo("ENDED");
        assertThat(Instant.parse(token(late).getString("endsAt"))).isEqualTo(end);
        String next =
                late.admin().post("/tokens", "{\"name\":\"next\"}").expect(201).text("/secret");
        late.scim().bearer(next).get("/Users").expect(200);
    }

    @Test
    void areRemindedOfByMailOnceEachBeforeTheyExpire(@TempDir Path folder) throws Exception {
        try (var mail = MailServer.start();
                var server = UsherServer.startIn(folder.resolve("data"), mail.settings())) {
            var soon = read(server);
            var last = read(server);
            var suspended = read(server);
            var ended = read(server);
            var expired = read(server);
            suspended.admin().put("/user-management", MANUAL).expect(200);
            ended.admin().delete("/tokens/" + token(ended).getString("id")).expect(204);
            server.stop();
            daysLeft(server, soon, 30);
            daysLeft(server, last, 61);
            daysLeft(server, suspended, 20);
            daysLeft(server, ended, 20);
            daysLeft(server, expired, 0);
            server.startAgain();

            assertReminder(soon, reminders(mail, soon, 1).get(0), 30);
            expired.scim().get("/Users").expectScimError(401, "");
            assertThat(token(expired).getString("state")).isEqualTo("EXPIRED");
            assertThat(letters(last)).isZero();

            pass(server, 1);
            // Tokens are looked at in the order of their ends, so this is the last one's.
            assertReminder(last, reminders(mail, last, 1).get(0), 60);
            assertThat(letters(soon)).as("thirty days before, once").isEqualTo(1);
            for (TestTenant each : List.of(suspended, ended, expired)) {
                assertThat(letters(each)).as(each.name()).isZero();
            }

            pass(server, 15);
            assertReminder(soon, reminders(mail, soon, 2).get(1), 14);
        }
    }

    /** A tenant whose notices somebody reads. */
    private static TestTenant read(UsherServer server) {
        var tenant = TestTenant.create(Http.at(server.base()));
        tenant.admin()
                .patch("/mail-settings", "{\"noticeAddresses\":[\"" + reader(tenant) + "\"]}")
                .expect(200);
        return tenant;
    }

    private static String reader(TestTenant tenant) {
        return "reader@" + tenant.name() + ".example";
    }

    private static void assertReminder(TestTenant tenant, MimeMessage message, int days) throws MessagingException {
        String day = token(tenant).getString("expiresAt").substring(0, "2026-01-31".length());
        assertThat(message.getSubject()).isEqualTo(tenant.name() + ": a provisioning token ends in " + days + " days");
        assertThat(MailServer.part(message, 0))
                .contains("The provisioning token \"test\" of " + tenant.name() + " ends on " + day + ", in " + days
                        + " days or fewer.")
                .doesNotContain("ush_");
    }

    /** The reminders that came to the tenant's reader, oldest first, once there are so many. */
    private static List<MimeMessage> reminders(MailServer mail, TestTenant tenant, int count) {
        Wait.until(PATIENCE, () -> reminders(mail, tenant).size() >= count);
        assertThat(reminders(mail, tenant)).hasSize(count);
        return reminders(mail, tenant);
    }

    /** The tenant's first notice, that the token was made, may have come too. */
    private static List<MimeMessage> reminders(MailServer mail, TestTenant tenant) {
        return mail.to(reader(tenant)).stream()
                .filter(message -> {
                    try {
                        return message.getSubject().contains("ends in");
                    } catch (MessagingException e) {
                        throw new AssertionError(e);
                    }
                })
                .toList();
    }

    /** Reminders to the tenant's reader in the outbox, sent or not. */
    private static long letters(TestTenant tenant) {
        return tenant
                .admin()
                .get("/mails?limit=1000")
                .expect(200)
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(letter -> letter.getString("kind").equals("token-expires"))
                .filter(letter -> letter.getString("to", "").equals(reader(tenant)))
                .count();
    }

    private static JsonObject token(TestTenant tenant) {
        return tenant.admin().get("").expect(200).json().getJsonObject("token");
    }

    /** How many tokens a choice of SCIM would bring back. */
    private static int impact(TestTenant tenant) {
        return tenant.admin()
                .get("/user-management?type=SCIM")
                .expect(200)
                .json()
                .getInt("tokens");
    }

    /** When the tokens that wait for SCIM end. */
    private static Instant end(TestTenant tenant) {
        return Instant.parse(tenant.admin().get("").expect(200).text("/userManagementSince"))
                .plus(SUSPENSION);
    }

    private static void chosenBefore(UsherServer server, TestTenant tenant, int days) throws SQLException {
        server.inDatabase(connection -> {
            try (var statement = connection.createStatement()) {
                statement.executeUpdate("UPDATE tenant SET management_at=TIMESTAMPADD(DAY, -" + days
                        + ", management_at) WHERE name='" + tenant.name() + "'");
            }
        });
    }

    /** Of a token that was made just now. */
    private static void daysLeft(UsherServer server, TestTenant tenant, int days) throws SQLException {
        age(server, LIFE - days, " WHERE tenant_no=(SELECT tenant_no FROM tenant WHERE name='" + tenant.name() + "')");
    }

    private static void pass(UsherServer server, int days) throws SQLException {
        server.stop();
        age(server, days, "");
        server.startAgain();
    }

    /** The tokens are older, and the hourly work has not begun yet. */
    private static void age(UsherServer server, int days, String which) throws SQLException {
        server.inDatabase(connection -> {
            try (var statement = connection.createStatement()) {
                statement.executeUpdate("UPDATE token SET created_at=TIMESTAMPADD(DAY, -" + days
                        + ", created_at), expires_at=TIMESTAMPADD(DAY, -" + days + ", expires_at)" + which);
                statement.executeUpdate("DELETE FROM job_lease");
            }
        });
    }
}
