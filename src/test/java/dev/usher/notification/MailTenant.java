package dev.usher.notification;

import dev.usher.it.Answer;
import dev.usher.it.Http;
import dev.usher.it.MailServer;
import dev.usher.it.TestTenant;
import dev.usher.it.UsherServer;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.mail.internet.MimeMessage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A tenant whose users of title {@code Mail} get activation mail, and others not; with a service key. */
record MailTenant(TestTenant base, Http product) {
    private static final Pattern CODE = Pattern.compile("code=(usc_[0-9A-Za-z]+)");

    static MailTenant create(UsherServer server) {
        var tenant = TestTenant.withoutMapping(Http.at(server.base()));
        tenant.admin()
                .post("/mappings", mapping(tenant, "Mailed", "Mail", true))
                .expect(201);
        tenant.admin()
                .post("/mappings", mapping(tenant, "Silent", "Silent", false))
                .expect(201);
        String key = tenant.admin()
                .post("/api-keys", "{\"name\":\"product\",\"role\":\"service\"}")
                .expect(201)
                .text("/secret");
        Http product = Http.at(server.base()).below("/api/v1").bearer(key).with("Content-Type", "application/json");
        return new MailTenant(tenant, product);
    }

    private static JsonObject mapping(TestTenant tenant, String name, String title, boolean mail) {
        var criteria = Json.createObjectBuilder()
                .add("type", "ATTRIBUTE")
                .add("attribute", "title")
                .add("values", Json.createArrayBuilder().add(title));
        var assignment = Json.createObjectBuilder()
                .add("profileId", tenant.profileId())
                .add("storageRegionId", tenant.regionId())
                .add("sendActivationEmail", mail);
        return Json.createObjectBuilder()
                .add("name", name)
                .add("criteria", criteria)
                .add("assignment", assignment)
                .build();
    }

    Http admin() {
        return base.admin();
    }

    /** An address that only this tenant uses. */
    String address(String name) {
        return name + "@" + base.name() + ".example";
    }

    JsonObjectBuilder user(String name, String title) {
        return TestTenant.user(address(name)).add("title", title);
    }

    /** Creates a user with an address; its id. */
    String mailed(String name) {
        return created(user(name, "Mail").add("emails", emails(address(name))));
    }

    String created(JsonObjectBuilder user) {
        return base.scim().post("/Users", user.build()).expect(201).text("/id");
    }

    static JsonArrayBuilder emails(String address) {
        return Json.createArrayBuilder()
                .add(Json.createObjectBuilder().add("type", "work").add("value", address));
    }

    Answer redeem(String code) {
        return product.post(
                "/activations", Json.createObjectBuilder().add("code", code).build());
    }

    /** The newest activation mail of a user. */
    Answer activation(String user) {
        return admin().get("/users/" + user + "/activation-mail");
    }

    static String code(MimeMessage message) {
        Matcher code = CODE.matcher(text(message));
        if (!code.find()) {
            throw new AssertionError("no code in: " + text(message));
        }
        return code.group(1);
    }

    static String text(MimeMessage message) {
        return MailServer.part(message, 0);
    }

    static String html(MimeMessage message) {
        return MailServer.part(message, 1);
    }
}
