package dev.usher.it;

import static dev.usher.it.TestTenant.ASSIGNMENT;
import static dev.usher.it.TestTenant.PATCH_OP;
import static dev.usher.it.TestTenant.USER;
import static dev.usher.it.TestTenant.patch;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is broken or hostile below /scim gets a clear SCIM error, and nothing is half-written. */
class BadInputIT {
    private static final String SCIM = "application/scim+json";

    private static TestTenant tenant;
    private static TestTenant foreign;
    private static String alice;
    private static String mallory;

    @BeforeAll
    static void fillTwoTenants() {
        tenant = TestTenant.create();
        foreign = TestTenant.create();
        alice = tenant.createUser("alice@firm.example");
        mallory = foreign.createUser("mallory@other.example");
    }

    @TestFactory
    Stream<DynamicTest> refusesCredentialsThatAreNone() {
        String token = tenant.token();
        String changed = token.substring(0, 10) + (token.charAt(10) == 'a' ? 'b' : 'a') + token.substring(11);
        return Stream.of(
                        Probe.of(
                                "no token",
                                "",
                                401,
                                () -> tenant.scim().without("Authorization").get("/Users")),
                        credential("an empty bearer", "Bearer "),
                        credential("a word", "Bearer x"),
                        credential("no scheme", token),
                        credential("a token with one letter changed", "Bearer " + changed),
                        credential("a token with a tail", "Bearer " + token + "A"),
                        credential("a token in lower case", "Bearer " + token.toLowerCase(Locale.ROOT)),
                        credential("SQL for a token", "Bearer ' OR '1'='1"),
                        credential("the administrator's password", "Basic YWRtaW46YWRtaW4="),
                        credential("an API key", "Bearer " + apiKey()),
                        credential("a token of 4,000 letters", "Bearer ush_" + "a".repeat(4_000)))
                .map(probe -> probe.test(SCIM));
    }

    private static Probe credential(String name, String header) {
        return Probe.of(
                name, "", 401, () -> tenant.scim().with("Authorization", header).get("/Users"));
    }

    private static String apiKey() {
        return tenant.admin()
                .post("/api-keys", "{\"name\":\"probe\",\"role\":\"service\"}")
                .expect(201)
                .text("/secret");
    }

    @TestFactory
    Stream<DynamicTest> hidesAnotherTenantsPeople() {
        String rename = patch("replace", "title", "Chief").toString();
        String put = TestTenant.user("mallory@other.example").build().toString();
        String group = "{\"schemas\":[\"" + TestTenant.GROUP
                + "\"],\"displayName\":\"spies\",\"members\":[{\"value\":\"" + mallory + "\"}]}";
        return Stream.of(
                        Probe.of("GET", "", 404, () -> tenant.scim().get("/Users/" + mallory)),
                        Probe.of("PUT", "", 404, () -> tenant.scim().put("/Users/" + mallory, put)),
                        Probe.of("PATCH", "", 404, () -> tenant.scim().patch("/Users/" + mallory, rename)),
                        Probe.of("DELETE", "", 404, () -> tenant.scim().delete("/Users/" + mallory)),
                        Probe.of(
                                "as a member",
                                "invalidValue",
                                400,
                                () -> tenant.scim().post("/Groups", group)))
                .map(probe -> probe.test(SCIM));
    }

    @Test
    void findsNobodyOfAnotherTenantByFilter() {
        assertThat(tenant.find("id eq \"" + mallory + "\"").text("/totalResults"))
                .isEqualTo("0");
        assertThat(tenant.find("userName co \"mallory\"").text("/totalResults")).isEqualTo("0");
    }

    @TestFactory
    Stream<DynamicTest> refusesBodiesThatAreNoResource() {
        String deep = "[".repeat(1_000) + "]".repeat(1_000);
        String deeper = "{\"a\":".repeat(50_000) + "1" + "}".repeat(50_000);
        return Stream.of(
                        body("a brace", "{", "invalidSyntax"),
                        body("a trailing comma", "{\"userName\":\"a\",}", "invalidSyntax"),
                        body("text behind the end", user("\"title\":\"x\"") + "}", "invalidSyntax"),
                        body("an array", "[]", "invalidSyntax"),
                        body("a word", "\"user\"", "invalidSyntax"),
                        body("null", "null", "invalidSyntax"),
                        body("a number", "1", "invalidSyntax"),
                        body("nothing", "", "invalidSyntax"),
                        body("blanks", "   \n", "invalidSyntax"),
                        body("duplicate keys", user("\"title\":\"a\",\"title\":\"b\""), "invalidSyntax"),
                        body("a lone surrogate", user("\"title\":\"\\ud800\""), "invalidSyntax"),
                        body("a single quote", "{'userName':'a'}", "invalidSyntax"),
                        body("NaN", user("\"x\":NaN"), "invalidSyntax"),
                        body("depth 1,000", user("\"x\":" + deep), "invalidSyntax"),
                        body("depth 50,000", deeper, "invalidSyntax"),
                        body("no userName", "{\"schemas\":[\"" + USER + "\"]}", "invalidValue"),
                        body("an empty userName", "{\"schemas\":[\"" + USER + "\"],\"userName\":\"\"}", "invalidValue"),
                        body(
                                "a blank userName",
                                "{\"schemas\":[\"" + USER + "\"],\"userName\":\"  \"}",
                                "invalidValue"),
                        body("an object for userName", "{\"userName\":{\"a\":1}}", "invalidValue"),
                        body(
                                "a userName of 2,000 letters",
                                "{\"userName\":\"" + "n".repeat(2_000) + "\"}",
                                "invalidValue"),
                        body(
                                "an externalId of 300 letters",
                                user("\"externalId\":\"" + "e".repeat(300) + "\""),
                                "invalidValue"),
                        body("active perhaps", user("\"active\":\"perhaps\""), "invalidValue"),
                        body("active 7", user("\"active\":7"), "invalidValue"),
                        body("a foreign schema alone", "{\"schemas\":[\"urn:x:y\"],\"userName\":\"a\"}", ""),
                        body("a group's schema", "{\"schemas\":[\"" + TestTenant.GROUP + "\"],\"userName\":\"a\"}", ""))
                .map(probe -> probe.test(SCIM));
    }

    @TestFactory
    Stream<DynamicTest> staysCalmWithBodiesThatAreOddOnly() {
        byte[] broken = {'{', '"', 'u', 's', 'e', 'r', 'N', 'a', 'm', 'e', '"', ':', '"', (byte) 0xC3, '"', '}'};
        return Stream.of(
                        Probe.of("2 MB", "", 413, post(user("\"title\":\"" + "x".repeat(2 << 20) + "\""))),
                        Probe.of(
                                "broken UTF-8",
                                "invalidSyntax",
                                400,
                                () -> tenant.scim().send("POST", "/Users", BodyPublishers.ofByteArray(broken))),
                        odd("a huge exponent", user("\"x\":1e999999999")),
                        odd("a NUL", "{\"userName\":\"a\\u0000b\"}"),
                        odd("keys of objects", user("\"__proto__\":{\"admin\":true},\"constructor\":{}")),
                        odd("numbers for addresses", user("\"emails\":[7,[8]]")),
                        odd("a number for a title", user("\"title\":5")),
                        odd("markup", user("\"displayName\":\"<script>alert(1)</script>\"")),
                        odd("an emoji and a right-to-left mark", user("\"displayName\":\"\\ud83d\\ude80\\u202e\"")),
                        odd(
                                "10,000 addresses",
                                user("\"emails\":[" + "{\"value\":\"a@b.example\"},".repeat(9_999)
                                        + "{\"value\":\"a@b.example\"}]")),
                        odd("40,000 keys", user(manyKeys(40_000))))
                .map(probe -> probe.test(SCIM));
    }

    @TestFactory
    Stream<DynamicTest> refusesPatchesThatAreNone() {
        String brackets = "emails" + "[".repeat(1_000);
        String nested = "emails[" + "(".repeat(1_000) + "type eq \"a\"" + ")".repeat(1_000) + "]";
        return Stream.of(
                        change("no schemas", "{\"Operations\":[]}", "invalidSyntax"),
                        change("no operations", "{\"schemas\":[\"" + PATCH_OP + "\"]}", "invalidSyntax"),
                        change(
                                "operations as text",
                                "{\"schemas\":[\"" + PATCH_OP + "\"],\"Operations\":\"x\"}",
                                "invalidSyntax"),
                        change(
                                "an unknown operation",
                                patch("move", "title", "x").toString(),
                                "invalidSyntax"),
                        change("remove without a path", operation("remove", null, null), "noTarget"),
                        change("add without a value", operation("add", "title", null), "invalidValue"),
                        change(
                                "an unknown path",
                                patch("replace", "shoeSize", "43").toString(),
                                "invalidPath"),
                        change(
                                "a broken path",
                                patch("replace", "emails[type eq", "x").toString(),
                                "invalidFilter"),
                        change(
                                "a path of brackets",
                                patch("replace", brackets, "x").toString(),
                                "invalidFilter"),
                        change(
                                "a path of depth 1,000",
                                patch("replace", nested, "x").toString(),
                                "invalidFilter"),
                        change("the id", patch("replace", "id", mallory).toString(), "mutability"),
                        change(
                                "the version",
                                patch("replace", "meta.version", "W/\"9\"").toString(),
                                "mutability"),
                        change("the groups", patch("add", "groups", "admins").toString(), "mutability"),
                        change(
                                "the profile",
                                patch("replace", ASSIGNMENT + ":profile", "Gold")
                                        .toString(),
                                "mutability"),
                        change("userName removed", operation("remove", "userName", null), ""))
                .map(probe -> probe.test(SCIM));
    }

    @Test
    void changesNothingWhenTheThirdOperationFails() {
        String user = tenant.createUser("atomic@firm.example");
        Answer before = tenant.scim().get("/Users/" + user);
        JsonObject operations = patch(
                Json.createObjectBuilder().add("op", "add").add("path", "title").add("value", "one"),
                Json.createObjectBuilder()
                        .add("op", "add")
                        .add("path", "nickName")
                        .add("value", "two"),
                Json.createObjectBuilder()
                        .add("op", "add")
                        .add("path", "shoeSize")
                        .add("value", "43"));

        Answer answer = tenant.scim().patch("/Users/" + user, operations);

        answer.expectScimError(400, "invalidPath");
        assertThat(tenant.scim().get("/Users/" + user).body()).isEqualTo(before.body());
    }

    @Test
    void assignsNothingThatTheClientMadeUp() {
        String id = "01890000-0000-7000-8000-000000000001";
        String body = "{\"schemas\":[\"" + USER + "\"],\"userName\":\"greedy@firm.example\",\"id\":\"" + id + "\","
                + "\"meta\":{\"version\":\"W/\\\"99\\\"\",\"created\":\"1999-01-01T00:00:00Z\"},"
                + "\"groups\":[{\"value\":\"" + id + "\"}],"
                + "\"" + ASSIGNMENT + "\":{\"profile\":\"Gold\",\"quotaBytes\":1,\"state\":\"PURGED\"}}";

        Answer created = tenant.scim().post("/Users", body).expect(201);
        Answer put = tenant.scim().put("/Users/" + created.text("/id"), body).expect(200);

        for (Answer answer : List.of(created, put)) {
            assertThat(answer.text("/id")).isNotEqualTo(id);
            assertThat(answer.text("/meta/version")).isNotEqualTo("W/\"99\"");
            assertThat(answer.text("/meta/created")).doesNotStartWith("1999");
            assertThat(answer.json()).doesNotContainKey("groups");
            assertThat(answer.text("/" + ASSIGNMENT + "/profile")).isEqualTo("General Profile 1");
            assertThat(answer.text("/" + ASSIGNMENT + "/state")).isEqualTo("ACTIVE");
        }
    }

    @Test
    void leavesNothingBehindOfWhatItRefused() {
        var fresh = TestTenant.create();

        fresh.scim().post("/Users", user("\"active\":\"perhaps\"")).expect(400);
        fresh.scim()
                .post("/Groups", "{\"displayName\":\"g\",\"members\":[{\"value\":\"" + alice + "\"}]}")
                .expect(400);

        assertThat(fresh.scim().get("/Users?count=0").text("/totalResults")).isEqualTo("0");
        assertThat(fresh.scim().get("/Groups?count=0").text("/totalResults")).isEqualTo("0");
        assertThat(fresh.admin().get("").json().getJsonObject("licence").getInt("used"))
                .isZero();
    }

    private static Probe body(String name, String text, String scimType) {
        return Probe.of(name, scimType, 400, post(text));
    }

    private static Probe odd(String name, String text) {
        return Probe.any(name, List.of(201, 400, 409), post(text));
    }

    private static Supplier<Answer> post(String text) {
        return () -> tenant.scim().post("/Users", text);
    }

    private static Probe change(String name, String text, String scimType) {
        return Probe.of(name, scimType, 400, () -> tenant.scim().patch("/Users/" + alice, text));
    }

    private static String operation(String op, String path, String value) {
        var operation = Json.createObjectBuilder().add("op", op);
        if (path != null) {
            operation.add("path", path);
        }
        if (value != null) {
            operation.add("value", value);
        }
        return patch(operation).toString();
    }

    /** A user of a new name with more members. */
    private static String user(String members) {
        return "{\"schemas\":[\"" + USER + "\"],\"userName\":\"u" + System.nanoTime() + "@firm.example\"," + members
                + "}";
    }

    private static String manyKeys(int count) {
        var keys = new StringBuilder("\"k0\":0");
        for (int i = 1; i < count; i++) {
            keys.append(",\"k").append(i).append("\":").append(i);
        }
        assertThat(keys.toString().getBytes(StandardCharsets.UTF_8).length).isLessThan(1 << 20);
        return keys.toString();
    }
}
