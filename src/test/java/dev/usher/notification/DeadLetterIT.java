package dev.usher.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.it.Answer;
import dev.usher.it.Http;
import dev.usher.it.MailServer;
import dev.usher.it.TestTenant;
import dev.usher.it.UsherServer;
import dev.usher.it.Wait;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mail servers that go away, and mail that nobody takes. */
class DeadLetterIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void keepsMailWhileTheServerIsAwayAndGivesUpWhereAnAdministratorSeesIt(@TempDir Path folder) {
        try (var mail = MailServer.start();
                var server = UsherServer.startIn(folder.resolve("data"), patient(mail))) {
            MailTenant tenant = MailTenant.create(server);
            mail.goAway();
            String waits = tenant.mailed("waits");
            Wait.until(
                    PATIENCE,
                    () -> tenant.activation(waits).json().getJsonObject("mail").getInt("tries") >= 1);
            assertThat(tenant.activation(waits).text("/mail/reason")).contains("cannot be reached");
            mail.comeBack();
            mail.await(tenant.address("waits"), 1);
            state(tenant, waits, "SENT");
            mail.goAway();
            String retried = tenant.mailed("retried");
            state(tenant, retried, "DEAD");
            String discarded = tenant.mailed("discarded");
            state(tenant, discarded, "DEAD");

            Answer dead = tenant.admin().get("/mails?state=DEAD").expect(200);
            assertThat(dead.json().getJsonArray("items")).hasSize(2);
            assertThat(dead.text("/items/0/reason")).startsWith("Given up after 3 tries.");
            assertThat(tenant.admin().get("/mail-settings").text("/counts/dead"))
                    .isEqualTo("2");
            String first = tenant.activation(retried).text("/mailId");
            String second = tenant.activation(discarded).text("/mailId");
            assertRoles(tenant, first);
            tenant.admin().post("/mails/" + second + "/discard", "").expect(200);
            tenant.admin().post("/mails/" + second + "/retry", "").expectProblem(409, "mail-is-over");
            mail.comeBack();
            tenant.admin().post("/mails/" + first + "/retry", "").expect(200);
            mail.await(tenant.address("retried"), 1);
            state(tenant, retried, "SENT");

            assertThat(mail.to(tenant.address("retried"))).hasSize(1);
            assertThat(mail.to(tenant.address("discarded"))).isEmpty();
            tenant.admin().post("/mails/retry-dead", "").expect(200);
            assertThat(tenant.admin().get("/audit-events").body())
                    .contains("mail.retried", "mail.discarded")
                    .doesNotContain("mail.dead-retried"); // for there was none
            assertThat(lines(server.log(), "the mail server cannot be reached")).isEqualTo(2);
        }
    }

    @Test
    void keepsMailWhereNoServerIsConfiguredAndSaysWhy() {
        MailTenant tenant = MailTenant.create(UsherServer.shared());

        String id = tenant.mailed("early");

        Answer mail = tenant.activation(id).expect(200);
        assertThat(mail.text("/mail/state")).isEqualTo("WAITING");
        assertThat(mail.text("/mail/reason")).contains("USHER_MAIL_HOST");
        assertThat(tenant.admin().get("/mail-settings").text("/leaves")).isEqualTo("false");
        tenant.admin().post("/mail-test", "{\"to\":\"a@firm.example\"}").expectProblem(409, "mail-not-configured");
    }

    @Test
    void forgetsTheMailOfWhomWasPurged() {
        MailTenant tenant = MailTenant.create(UsherServer.shared());
        String id = tenant.mailed("gone");

        tenant.admin().delete("/users/" + id).expect(204);

        tenant.activation(id).expectProblem(404, "not-found");
    }

    private static void assertRoles(MailTenant tenant, String mail) {
        String key = tenant.admin()
                .post("/api-keys", "{\"name\":\"reader\",\"role\":\"auditor\"}")
                .expect(201)
                .text("/secret");
        Http auditor = tenant.admin().bearer(key);
        auditor.get("/mails").expect(200);
        auditor.post("/mails/" + mail + "/retry", "").expectProblem(403, "forbidden");
        auditor.post("/mails/" + mail + "/discard", "").expectProblem(403, "forbidden");
        auditor.post("/mail-test", "{\"to\":\"a@firm.example\"}").expectProblem(403, "forbidden");
        auditor.patch("/mail-settings", "{}").expectProblem(403, "forbidden");
        TestTenant other = TestTenant.create(
                Http.at(URI.create(tenant.product().base().toString().replace("/api/v1", ""))));
        other.admin().get("/mails/" + mail).expectProblem(404, "not-found");
        other.admin().post("/mails/" + mail + "/retry", "").expectProblem(404, "not-found");
    }

    /** Between its first failed try and its death, a letter is to be seen waiting and its server to come back. */
    private static Map<String, String> patient(MailServer mail) {
        var settings = new HashMap<>(mail.settings());
        settings.put("USHER_MAIL_RETRY_SECONDS", "3");
        return settings;
    }

    private static void state(MailTenant tenant, String user, String state) {
        Wait.until(PATIENCE, () -> tenant.activation(user).text("/mail/state").equals(state));
    }

    private static long lines(String log, String part) {
        return log.lines().filter(line -> line.contains(part)).count();
    }
}
