package dev.usher.endpoint.scim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.Rfc;
import dev.usher.it.Answer;
import dev.usher.it.Http;
import dev.usher.it.TestTenant;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What identity providers do to paths, headers and bodies. */
class TransportIT {
    private static TestTenant tenant;
    private static Http root;

    @BeforeAll
    static void makeTenant() {
        tenant = TestTenant.create();
        root = Http.at(tenant.scim().base().resolve("/"))
                .bearer(tenant.token())
                .with("Content-Type", "application/scim+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/scim/v2/Users",
                "/scim/v2/Users/",
                "/scim/v2//Users",
                "//scim//v2//Users//",
                "/scim/Users",
                "/scim/v2/Users?",
                "/scim/v2/Users?&",
                "/scim/v2/Users?aadOptscim062020",
                "/scim/v2",
                "/scim/v2/",
                "/scim"
            })
    void findsTheListUnderAnyPath(String path) {
        assertThat(root.get(path).expect(200).text("/schemas/0")).endsWith("ListResponse");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/scim+json|application/scim+json;charset=utf-8",
                "application/json|application/json;charset=utf-8",
                "application/json, text/plain, */*|application/scim+json;charset=utf-8",
                "application/json;q=0.5, application/scim+json|application/scim+json;charset=utf-8",
                "application/json;q=0.9, application/scim+json;q=0.1|application/json;charset=utf-8",
                "application/json;q=0.1, application/scim+json;q=0.9|application/scim+json;charset=utf-8",
                "application/scim+json;q=0, application/json;q=0.5|application/json;charset=utf-8",
                "application/scim+json;q=0, */*|application/json;charset=utf-8",
                "application/scim+json;q=0|application/json;charset=utf-8",
                "application/json;q=0|application/scim+json;charset=utf-8",
                "text/html, */*;q=0.1|application/scim+json;charset=utf-8",
                "application/json+scim|application/scim+json;charset=utf-8",
                "*/*|application/scim+json;charset=utf-8",
                "nonsense|application/scim+json;charset=utf-8"
            })
    @Tag("payara")
    void answersInTheTypeThatIsAccepted(String accept, String type) {
        assertThat(tenant.scim()
                        .with("Accept", accept)
                        .get("/Users")
                        .expect(200)
                        .header("Content-Type"))
                .isEqualTo(type);
    }

    @Test
    @Rfc("7644 §3.14")
    void aReadOfAnotherVersionThanItsIfMatchIsRefused() {
        String user = "/Users/" + tenant.createUser("read@transport.example");

        tenant.scim().with("If-Match", "\"zz\"").get(user).expectScimError(412, "");
        tenant.scim().with("If-Match", "W/\"1\"").get(user).expect(200);
        tenant.scim().with("If-Match", "*").get(user).expect(200);
        String group = "/Groups/" + tenant.createGroup("Read");
        tenant.scim().with("If-Match", "W/\"7\", W/\"8\"").get(group).expectScimError(412, "");
    }

    @Test
    void refusesWhatAQueryHidesOrContradicts() {
        String filter = "filter=userName%20eq%20%22nobody%22";
        String many = "a=1&".repeat(100);

        tenant.scim().get("/Users?" + many).expect(200);
        tenant.scim().get("/Users?" + many + filter).expectScimError(400, "invalidValue");
        tenant.scim().get("/Users?filter=title%20pr&" + filter).expectScimError(400, "invalidFilter");
        tenant.scim().get("/Users?count=1&count=2").expectScimError(400, "invalidValue");
        tenant.scim().get("/Users?count=1&count=1").expect(200);
    }

    @Test
    void refusesOnlyWhoAcceptsNoJson() {
        tenant.scim().with("Accept", "text/html").get("/Users").expectScimError(406, "");
        tenant.scim().with("Accept", "*/*;q=0").get("/Users").expectScimError(406, "");
        tenant.scim()
                .with("Accept", "application/scim+json;q=0, application/json;q=0.0")
                .get("/Users")
                .expectScimError(406, "");
        tenant.scim()
                .with("Content-Type", "application/xml")
                .post("/Users", "<a/>")
                .expectScimError(415, "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/scim+json",
                "application/json; charset=\"UTF-8\"",
                "text/json",
                "application/json+scim",
                "text/plain",
                "application/x-www-form-urlencoded",
                "nonsense",
                "application/json, application/scim+json",
                "application/",
                ";"
            })
    void readsJsonUnderAnyName(String type) {
        String name = "type" + type.hashCode() + "@types.example";

        tenant.scim()
                .with("Content-Type", type)
                .post("/Users", TestTenant.user(name).build())
                .expect(201);
    }

    @Test
    void readsAndWritesGzip() throws IOException {
        byte[] body = gzip(TestTenant.user("gzip@firm.example").build().toString());

        tenant.scim()
                .with("Content-Encoding", "gzip")
                .send("POST", "/Users", BodyPublishers.ofByteArray(body))
                .expect(201);
        Answer large = tenant.scim().with("Accept-Encoding", "gzip, deflate").get("/Schemas");
        Answer small = tenant.scim().with("Accept-Encoding", "gzip").get("/Users?count=0");

        assertThat(large.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(small.header("Content-Encoding")).isEmpty();
    }

    @Test
    void countsWhatGzipGrowsTo() throws IOException {
        byte[] bomb = gzip("{\"userName\":\"" + "x".repeat(20_000_000) + "\"}");

        tenant.scim()
                .with("Content-Encoding", "gzip")
                .send("POST", "/Users", BodyPublishers.ofByteArray(bomb))
                .expectScimError(413, "");
        tenant.scim().with("Content-Encoding", "gzip").post("/Users", "{}").expectScimError(400, "invalidSyntax");
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void namesTheMethodsThatAreAllowed() {
        Answer refused = tenant.scim().send("PUT", "/Users", "{}").expectScimError(405, "");
        Answer options = tenant.scim().send("OPTIONS", "/Users", "").expect(204);
        Answer head = tenant.scim().send("HEAD", "/Users", "").expect(200);

        assertThat(refused.header("Allow")).contains("GET", "POST");
        assertThat(options.header("Allow")).contains("GET", "POST");
        assertThat(head.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "PATCH", "DELETE"})
    void takesNoSearchForAnId(String method) {
        for (String path : List.of("/.search", "/Users/.search", "/Groups/.search/")) {
            Answer refused = tenant.scim().send(method, path, "{}").expectScimError(405, "");

            assertThat(refused.header("Allow")).contains("POST").doesNotContain("DELETE");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Schemas", "/Users", "/ServiceProviderConfig", "/Groups"})
    void saysByHeadHowLongTheAnswerIs(String path) {
        tenant.createGroup("head of " + path);
        int length = tenant.scim().get(path).expect(200).body().getBytes(StandardCharsets.UTF_8).length;

        for (String coding : List.of("identity", "gzip")) {
            Answer head = tenant.scim()
                    .with("Accept-Encoding", coding)
                    .send("HEAD", path, "")
                    .expect(200);
            assertThat(head.header("Content-Length")).isEqualTo(Integer.toString(length));
        }
    }

    @Test
    void writesNothingForWhoKnowsThatVersionAlready() {
        String id = tenant.createUser("none-match@firm.example");
        Http known = tenant.scim()
                .with("If-None-Match", tenant.scim().get("/Users/" + id).header("ETag"));

        known.patch("/Users/" + id, TestTenant.patch("replace", "title", "x")).expectScimError(412, "");
        known.put(
                        "/Users/" + id,
                        TestTenant.user("none-match@firm.example")
                                .add("title", "x")
                                .build())
                .expectScimError(412, "");
        tenant.scim().with("If-None-Match", "*").delete("/Users/" + id).expectScimError(412, "");

        assertThat(tenant.scim().get("/Users/" + id).expect(200).body()).doesNotContain("title");
        tenant.scim()
                .with("If-None-Match", "W/\"99\"")
                .patch("/Users/" + id, TestTenant.patch("replace", "title", "x"))
                .expect(200);
    }

    @Test
    void saysSoWhereATokenIsNoUser() {
        tenant.scim().get("/Me").expectScimError(501, "");
        tenant.scim().patch("/Me", "{}").expectScimError(501, "");
    }

    @Test
    void tellsVersionsApart() {
        String id = tenant.createUser("etag@firm.example");
        String version = tenant.scim().get("/Users/" + id).header("ETag");

        tenant.scim().with("If-None-Match", version).get("/Users/" + id).expect(304);
        tenant.scim().with("If-None-Match", "W/\"99\"").get("/Users/" + id).expect(200);
        tenant.scim()
                .with("If-Match", "W/\"99\"")
                .patch("/Users/" + id, TestTenant.patch("replace", "title", "x"))
                .expectScimError(412, "");
        tenant.scim()
                .with("If-Match", "W/\"99\", " + version)
                .patch("/Users/" + id, TestTenant.patch("replace", "title", "x"))
                .expect(200);
    }

    @Test
    void letsNobodyStoreOrGuess() {
        Answer answer = tenant.scim().get("/Users").expect(200);

        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }
}
