package dev.usher.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.it.Answer;
import dev.usher.it.Http;
import dev.usher.it.MailServer;
import dev.usher.it.TestTenant;
import dev.usher.it.UsherServer;
import dev.usher.it.Wait;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Activation mail and notices over HTTP and SMTP, from the WAR that we ship. */
class MailIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String LANDING = "https://product.example/welcome?from=mail";

    private static MailServer mail;
    private static UsherServer server;

    @BeforeAll
    static void start(@TempDir Path folder) {
        mail = MailServer.start();
        server = UsherServer.startIn(folder.resolve("data"), mail.settings());
    }

    @AfterAll
    static void stop() {
        server.close();
        mail.close();
    }

    @Test
    void sendsOneMailToANewUserWhoseMappingSaysSoAndNoneToOthers() throws MessagingException {
        MailTenant tenant = MailTenant.create(server);
        tenant.admin().patch("/mail-settings", landing()).expect(200);
        String silent = tenant.created(
                tenant.user("silent", "Silent").add("emails", MailTenant.emails(tenant.address("silent"))));
        String mailed = tenant.mailed("alpha");

        MimeMessage message = mail.await(tenant.address("alpha"), 1).get(0);
        sent(tenant, mailed);

        assertThat(message.getSubject())
                .isEqualTo("Your account at " + tenant.base().name() + " is ready");
        assertThat(message.getFrom()[0]).hasToString("usher@vendor.example");
        assertThat(MailTenant.text(message)).contains(LANDING + "&code=usc_");
        assertThat(MailTenant.html(message)).contains("<a href=\"" + LANDING.replace("&", "&amp;") + "&amp;code=usc_");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.to(tenant.address("alpha"))).hasSize(1);
        assertThat(mail.to(tenant.address("silent"))).isEmpty();
        tenant.activation(silent).expectProblem(404, "not-found");
    }

    /** Who is made ahead of the first day gets it on that day, and never again. */
    @Test
    void sendsItAtTheFirstAccess() {
        MailTenant tenant = MailTenant.create(server);
        var ahead = tenant.user("ahead", "Mail")
                .add("active", false)
                .add("emails", MailTenant.emails(tenant.address("ahead")));
        String id = tenant.created(ahead);
        tenant.activation(id).expectProblem(404, "not-found");

        access(tenant, id, true);
        mail.await(tenant.address("ahead"), 1);
        sent(tenant, id);
        access(tenant, id, false);
        access(tenant, id, true);

        assertThat(tenant.activation(id).expect(200).text("/mail/state")).isEqualTo("SENT");
        assertThat(mail.to(tenant.address("ahead"))).hasSize(1);
    }

    @Test
    void sendsItAtTheFirstAccessAlsoToWhomTheProviderDeletedBefore() {
        MailTenant tenant = MailTenant.create(server);
        var ahead = tenant.user("again", "Mail")
                .add("externalId", tenant.address("again"))
                .add("active", false)
                .add("emails", MailTenant.emails(tenant.address("again")))
                .build();
        String id = tenant.base().scim().post("/Users", ahead).expect(201).text("/id");
        tenant.base().scim().delete("/Users/" + id).expect(204);
        assertThat(tenant.base().scim().post("/Users", ahead).expect(201).text("/id"))
                .isEqualTo(id);

        access(tenant, id, true);

        mail.await(tenant.address("again"), 1);
    }

    /** One change may give the first access and move the user: it is where the user is then that counts. */
    @Test
    void asksTheMappingThatTheFirstAccessLeadsTo() {
        MailTenant tenant = MailTenant.create(server);
        tenant.admin().send("PATCH", "", "{\"reclassify\":\"automatic\"}").expect(200);
        String id = tenant.created(tenant.user("moved", "Silent")
                .add("active", false)
                .add("emails", MailTenant.emails(tenant.address("moved"))));
        var active = Json.createObjectBuilder()
                .add("op", "replace")
                .add("path", "active")
                .add("value", true);
        var title = Json.createObjectBuilder()
                .add("op", "replace")
                .add("path", "title")
                .add("value", "Mail");

        tenant.base()
                .scim()
                .patch("/Users/" + id, TestTenant.patch(active, title))
                .expect(200);

        mail.await(tenant.address("moved"), 1);
    }

    private static void access(MailTenant tenant, String user, boolean active) {
        var change = Json.createObjectBuilder()
                .add("op", "replace")
                .add("path", "active")
                .add("value", active);
        tenant.base().scim().patch("/Users/" + user, TestTenant.patch(change)).expect(200);
    }

    @Test
    void redeemsACodeOnceWithTheServiceKeyOfItsTenantOnly() {
        MailTenant tenant = MailTenant.create(server);
        MailTenant other = MailTenant.create(server);
        tenant.admin().patch("/mail-settings", landing()).expect(200);
        String id = tenant.mailed("beta");
        String code = MailTenant.code(mail.await(tenant.address("beta"), 1).get(0));

        other.redeem(code).expectProblem(404, "activation-code-unknown");
        JsonObject byHand = Json.createObjectBuilder().add("code", code).build();
        Http platform = Http.at(server.base()).below("/api/v1").basic("admin", UsherServer.PASSWORD);
        platform.with("Content-Type", "application/json")
                .post("/activations", byHand)
                .expectProblem(403, "forbidden");
        Http.at(server.base())
                .below("/api/v1")
                .with("Content-Type", "application/json")
                .post("/activations", byHand)
                .expect(401);
        tenant.redeem(code.substring(0, code.length() - 1) + "!").expectProblem(404, "activation-code-unknown");
        tenant.redeem("").expectProblem(400, "invalid-request");
        Answer redeemed = tenant.redeem(code).expect(200);

        assertThat(redeemed.text("/userId")).isEqualTo(id);
        assertThat(redeemed.text("/userName")).isEqualTo(tenant.address("beta"));
        assertThat(redeemed.text("/email")).isEqualTo(tenant.address("beta"));
        assertThat(redeemed.header("Cache-Control")).isEqualTo("no-store");
        tenant.redeem(code).expectProblem(409, "activation-code-used");
        tenant.admin().post("/users/" + id + "/activation-mail", "").expectProblem(409, "already-activated");
        assertThat(tenant.activation(id).expect(200).text("/redeemedBy")).contains("product");
        assertThat(tenant.base().events().body()).contains("USER_ACTIVATED");
    }

    @Test
    void sendsAgainAndEndsTheFormerCode() {
        MailTenant tenant = MailTenant.create(server);
        tenant.admin().patch("/mail-settings", landing()).expect(200);
        String id = tenant.mailed("gamma");
        String former = MailTenant.code(mail.await(tenant.address("gamma"), 1).get(0));
        sent(tenant, id);

        tenant.admin().post("/users/" + id + "/activation-mail", "").expect(202);
        String newer = MailTenant.code(mail.await(tenant.address("gamma"), 2).get(1));

        tenant.redeem(former).expectProblem(410, "activation-code-replaced");
        tenant.admin().post("/users/" + id + "/preserve", "").expect(200);
        tenant.redeem(newer).expectProblem(409, "user-not-active");
        tenant.admin().post("/users/" + id + "/activation-mail", "").expectProblem(409, "user-not-active");
        tenant.admin().post("/users/" + id + "/restore", "").expect(200);
        assertThat(tenant.redeem(newer).expect(200).text("/userId")).isEqualTo(id);
        assertThat(audited(tenant)).contains("user.activation-mail");
    }

    @Test
    void leadsToAPlainPageWhereTheTenantHasNone() {
        MailTenant tenant = MailTenant.create(server);
        tenant.mailed("delta");
        String text = MailTenant.text(mail.await(tenant.address("delta"), 1).get(0));
        Http page = Http.at(server.base());

        assertThat(text).contains("There is nothing that you have to do.").doesNotContain("code=");
        assertThat(page.get("/activation?code=usc_wrong").expect(410).body()).contains("no longer valid");
        tenant.admin().patch("/mail-settings", landing()).expect(200);
        String code = MailTenant.code(mailAgain(tenant, "delta"));
        Answer ready = page.with("Accept-Language", "de").get("/activation?code=" + code);
        assertThat(ready.expect(200).body()).contains("Ihr Konto ist bereit");
        assertThat(ready.header("Content-Security-Policy")).startsWith("default-src 'none'");
        tenant.redeem(code).expect(200);
        page.get("/activation?code=" + code).expect(410);
    }

    @Test
    void letsNoNameOfAUserIntoHeadersOrMarkup() throws MessagingException {
        MailTenant tenant = MailTenant.create(server);
        tenant.admin()
                .put(
                        "/mail-templates/activation/en",
                        "{\"subject\":\"For {{displayName}}\",\"text\":\"{{displayName}}\",\"html\":\"<b>{{displayName}}</b>\"}")
                .expect(200);
        tenant.created(tenant.user("epsilon", "Mail")
                .add("displayName", "X\r\nBcc: victim@firm.example\r\n\r\n<script>alert(1)</script>")
                .add("emails", MailTenant.emails(tenant.address("epsilon"))));
        String injected = tenant.created(tenant.user("zeta", "Mail")
                .add("emails", MailTenant.emails(tenant.address("zeta") + "\r\nBcc: victim@firm.example")));

        MimeMessage message = mail.await(tenant.address("epsilon"), 1).get(0);
        Wait.until(
                PATIENCE, () -> tenant.activation(injected).text("/mail/state").equals("DEAD"));

        assertThat(message.getSubject()).isEqualTo("For X Bcc: victim@firm.example <script>alert(1)</script>");
        assertThat(message.getHeader("Bcc")).isNull();
        assertThat(MailTenant.html(message)).contains("&lt;script&gt;").doesNotContain("<script");
        assertThat(mail.to("victim@firm.example")).isEmpty();
        assertThat(tenant.activation(injected).text("/mail/reason")).contains("no valid e-mail address");
    }

    @Test
    void writesInTheUsersLanguageWithTheTenantsOwnWords() throws MessagingException {
        MailTenant tenant = MailTenant.create(server);
        String own = "{\"subject\":\"Salut {{displayName}}\",\"text\":\"{{link}}\"}";
        tenant.admin().put("/mail-templates/activation/fr", own).expect(200);
        tenant.created(tenant.user("eta", "Mail")
                .add("displayName", "Eta")
                .add("preferredLanguage", "fr-CH")
                .add("emails", MailTenant.emails(tenant.address("eta"))));
        tenant.created(tenant.user("theta", "Mail")
                .add("locale", "de-AT")
                .add("emails", MailTenant.emails(tenant.address("theta"))));

        assertThat(mail.await(tenant.address("eta"), 1).get(0).getSubject()).isEqualTo("Salut Eta");
        assertThat(mail.await(tenant.address("theta"), 1).get(0).getSubject()).startsWith("Ihr Konto bei");
        Answer preview = tenant.admin()
                .post(
                        "/mail-templates/activation/fr/preview",
                        "{\"subject\":\"A {{tenant}}\",\"text\":\"{{displayName}}\"}")
                .expect(200);
        assertThat(preview.text("/subject")).isEqualTo("A " + tenant.base().name());
        assertThat(preview.text("/text")).isEqualTo("[displayName]");
        tenant.admin()
                .put("/mail-templates/activation/fr", "{\"subject\":\"{{password}}\",\"text\":\"x\"}")
                .expectProblem(400, "invalid-request");
        tenant.admin()
                .put("/mail-templates/activation/fr", "{\"subject\":\"a\\nb\",\"text\":\"x\"}")
                .expectProblem(400, "invalid-request");
        tenant.admin()
                .with("If-Match", "\"7\"")
                .put("/mail-templates/activation/fr", own)
                .expectProblem(412, "changed-meanwhile");
        tenant.admin().delete("/mail-templates/activation/fr").expect(204);
        tenant.admin().get("/mail-templates/activation/fr").expectProblem(404, "not-found");
        assertThat(tenant.admin().get("/mail-templates/activation/en").text("/custom"))
                .isEqualTo("false");
        assertThat(audited(tenant)).contains("mail-template.changed", "mail-template.reset");
    }

    @Test
    void writingTheSameWordsAgainLeavesVersionAndTrailAlone() {
        MailTenant tenant = MailTenant.create(server);
        String path = "/mail-templates/activation/fr";
        String own = "{\"subject\":\"Salut\",\"text\":\"{{link}}\",\"html\":\"<p>{{link}}</p>\"}";
        Answer first = tenant.admin().put(path, own).expect(200);
        String trail = tenant.admin().get("/audit-events").expect(200).body();

        Answer again = tenant.admin()
                .with("If-Match", first.header("ETag"))
                .put(path, own)
                .expect(200);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(tenant.admin().get(path).header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(tenant.admin().get("/audit-events").body()).isEqualTo(trail);
        tenant.admin().with("If-Match", "\"7\"").put(path, own).expectProblem(412, "changed-meanwhile");
        Answer plain = tenant.admin()
                .put(path, "{\"subject\":\"Salut\",\"text\":\"{{link}}\"}")
                .expect(200);
        assertThat(plain.header("ETag")).isNotEqualTo(first.header("ETag"));
        assertThat(audited(tenant).filter("mail-template.changed"::equals)).hasSize(2);
    }

    @Test
    void takesOnlySafePlacesForCodes() {
        MailTenant tenant = MailTenant.create(server);
        for (String url : List.of(
                "http://product.example/",
                "javascript:alert(1)",
                "https://user@product.example/",
                "https://product.example/#x",
                "ftp://product.example/",
                "https:///x",
                "no url")) {
            JsonObject body =
                    Json.createObjectBuilder().add("activationUrl", url).build();
            tenant.admin().patch("/mail-settings", body).expectProblem(400, "invalid-request");
        }
        tenant.admin()
                .patch("/mail-settings", "{\"activationUrl\":\"http://127.0.0.1:9/x\"}")
                .expect(200);
        tenant.admin()
                .patch("/mail-settings", "{\"noticeAddresses\":[\"a\\r\\nb\"]}")
                .expectProblem(400, "invalid-request");
        tenant.admin().patch("/mail-settings", "{\"language\":\"../en\"}").expectProblem(400, "invalid-request");
        Answer kept =
                tenant.admin().patch("/mail-settings", "{\"language\":\"de\"}").expect(200);

        assertThat(kept.text("/activationUrl")).isEqualTo("http://127.0.0.1:9/x");
        assertThat(kept.text("/leaves")).isEqualTo("true");
        assertThat(tenant.admin()
                        .patch("/mail-settings", "{\"activationUrl\":null}")
                        .json())
                .doesNotContainKey("activationUrl");
    }

    @Test
    void tellsWhatTheMailServerSaysToATestMail() {
        MailTenant tenant = MailTenant.create(server);

        Answer answer = tenant.admin()
                .post("/mail-test", "{\"to\":\"" + tenant.address("probe") + "\"}")
                .expect(200);

        assertThat(answer.text("/delivered")).isEqualTo("true");
        assertThat(answer.text("/answer")).startsWith("250 ");
        assertThat(answer.json().getJsonArray("dialogue").toString())
                .contains("220 ", "RCPT TO:<" + tenant.address("probe"));
        assertThat(mail.to(tenant.address("probe"))).hasSize(1);
        tenant.admin().post("/mail-test", "{\"to\":\"a@b\\r\\nDATA\"}").expectProblem(400, "invalid-request");
    }

    @Test
    void tellsAdministratorsOfANewToken() throws MessagingException {
        MailTenant tenant = MailTenant.create(server);
        String administrator = tenant.address("boss");
        tenant.admin()
                .post(
                        "/administrators",
                        "{\"name\":\"" + administrator + "\",\"email\":\"" + administrator
                                + "\",\"password\":\"correct horse battery staple\",\"role\":\"ADMINISTRATOR\"}")
                .expect(201);
        tenant.admin()
                .patch("/mail-settings", "{\"noticeAddresses\":[\"" + tenant.address("notices") + "\"]}")
                .expect(200);

        tenant.admin().post("/tokens", "{\"name\":\"Second\"}").expect(201);

        for (String reader : List.of(administrator, tenant.address("notices"))) {
            // The notice of the tenant's first token may have waited until there were readers.
            Wait.until(PATIENCE, () -> secondToken(reader).isPresent());
            MimeMessage message = secondToken(reader).orElseThrow();
            assertThat(message.getSubject()).contains("a provisioning token was made");
            assertThat(MailTenant.text(message)).doesNotContain("ush_");
        }
    }

    @Test
    void tellsAdministratorsOfAWaveAndOfTooManyPreservedUsersOnceEach() {
        MailTenant tenant = MailTenant.create(server);
        String reader = tenant.address("watch");
        tenant.admin()
                .patch("/mail-settings", "{\"noticeAddresses\":[\"" + reader + "\"]}")
                .expect(200);
        tenant.admin().patch("", "{\"licence\":{\"preservedLimit\":3}}").expect(200);

        for (int i = 0; i < 23; i++) {
            String id = tenant.created(tenant.user("wave" + i, "Silent"));
            tenant.base().scim().delete("/Users/" + id).expect(204);
        }
        String last = tenant.created(tenant.user("last", "Silent"));
        tenant.admin().post("/users/" + last + "/preserve", "").expect(200);

        Wait.until(
                PATIENCE,
                () -> texts(reader).filter(text -> text.contains("deactivate")).count() > 0
                        && texts(reader)
                                        .filter(text -> text.contains("preserved"))
                                        .count()
                                > 0);
        assertThat(texts(reader).filter(text -> text.contains("deactivates many users")))
                .hasSize(1);
        assertThat(texts(reader).filter(text -> text.contains("preserved than the licence allows")))
                .hasSize(1);
    }

    private static Stream<String> texts(String reader) {
        return mail.to(reader).stream().map(MailTenant::text);
    }

    private static Optional<MimeMessage> secondToken(String reader) {
        return mail.to(reader).stream()
                .filter(message -> MailTenant.text(message).contains("\"Second\""))
                .findFirst();
    }

    private static MimeMessage mailAgain(MailTenant tenant, String name) {
        String id = tenant.base()
                .find("userName eq \"" + tenant.address(name) + "\"")
                .text("/Resources/0/id");
        sent(tenant, id);
        tenant.admin().post("/users/" + id + "/activation-mail", "").expect(202);
        return mail.await(tenant.address(name), 2).get(1);
    }

    private static void sent(MailTenant tenant, String user) {
        Wait.until(PATIENCE, () -> tenant.activation(user).text("/mail/state").equals("SENT"));
    }

    private static Stream<String> audited(MailTenant tenant) {
        return tenant
                .admin()
                .get("/audit-events")
                .expect(200)
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(event -> event.getString("action"));
    }

    private static JsonObject landing() {
        return Json.createObjectBuilder().add("activationUrl", LANDING).build();
    }
}
