package dev.usher.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is broken or hostile below /api gets a clear problem, and nothing is half-written. */
class BadAdminInputIT {
    private static final String PROBLEM = "application/problem+json";

    private static TestTenant tenant;
    private static TestTenant foreign;

    @BeforeAll
    static void makeTwoTenants() {
        tenant = TestTenant.create();
        foreign = TestTenant.create();
    }

    @TestFactory
    Stream<DynamicTest> refusesCredentialsThatAreNone() {
        Http bare = tenant.admin().without("Authorization");
        return tests(
                Probe.of("none", "", 401, () -> bare.get("")),
                Probe.of(
                        "a wrong password",
                        "",
                        401,
                        () -> bare.basic("nobody", "wrong").get("")),
                Probe.of(
                        "an identity provider's token",
                        "",
                        401,
                        () -> bare.bearer(tenant.token()).get("")),
                Probe.of(
                        "a made-up API key",
                        "",
                        401,
                        () -> bare.bearer("usa_0000").get("")),
                Probe.of(
                        "no base64",
                        "",
                        401,
                        () -> bare.with("Authorization", "Basic %%%").get("")),
                Probe.of(
                        "no colon",
                        "",
                        401,
                        () -> bare.with("Authorization", "Basic YWRtaW4=").get("")),
                Probe.of(
                        "another tenant's API key",
                        "",
                        404,
                        () -> bare.bearer(apiKey(foreign)).get("")));
    }

    private static String apiKey(TestTenant of) {
        return of.admin()
                .post("/api-keys", "{\"name\":\"probe\",\"role\":\"service\"}")
                .expect(201)
                .text("/secret");
    }

    @TestFactory
    Stream<DynamicTest> refusesOrdersThatAreNoPermutation() {
        String only = tenant.mappingId();
        String theirs = foreign.mappingId();
        return tests(
                order("twice the same", 409, "[\"" + only + "\",\"" + only + "\"]"),
                order("one is missing", 409, "[]"),
                order("one too many", 409, "[\"" + only + "\",\"01890000-0000-7000-8000-000000000001\"]"),
                order("another tenant's", 409, "[\"" + theirs + "\"]"),
                order("an object", 400, "{}"),
                order("numbers", 400, "[1]"),
                order("no ids", 400, "[\"x\"]"),
                Probe.of("without If-Match", "", 428, () -> tenant.admin().put("/mapping-order", "[\"" + only + "\"]")),
                Probe.of(
                        "an old version",
                        "",
                        412,
                        () -> tenant.admin().with("If-Match", "W/\"0\"").put("/mapping-order", "[\"" + only + "\"]")));
    }

    private static Probe order(String name, int status, String order) {
        return Probe.any(
                name,
                status == 400 ? List.of(400, 409) : List.of(status),
                () -> tenant.admin()
                        .with("If-Match", tenant.admin().get("/mapping-order").header("ETag"))
                        .put("/mapping-order", order));
    }

    @TestFactory
    Stream<DynamicTest> refusesMappings() {
        String region = tenant.regionId();
        String profile = tenant.profileId();
        return tests(
                mapping("an unknown attribute", attribute("shoeSize", "\"43\""), profile, region),
                mapping("a broken path", attribute("emails[type eq", "\"x\""), profile, region),
                mapping("no values", attribute("title", ""), profile, region),
                mapping("blank values", attribute("title", "\" \""), profile, region),
                mapping("values that are objects", attribute("title", "{}"), profile, region),
                mapping("unknown criteria", "{\"type\":\"MOON\"}", profile, region),
                mapping("no criteria", "null", profile, region),
                mapping("another tenant's profile", "{\"type\":\"ALL_USERS\"}", foreign.profileId(), region),
                mapping("another tenant's region", "{\"type\":\"ALL_USERS\"}", profile, foreign.regionId()),
                mapping("a profile that is no id", "{\"type\":\"ALL_USERS\"}", "gold", region),
                mapping(
                        "a nested path of depth 1,000",
                        attribute("emails" + "[".repeat(1_000), "\"x\""),
                        profile,
                        region));
    }

    private static String attribute(String name, String values) {
        return "{\"type\":\"ATTRIBUTE\",\"attribute\":\"" + name + "\",\"values\":[" + values + "]}";
    }

    private static Probe mapping(String name, String criteria, String profile, String region) {
        String body = "{\"name\":\"" + name + "\",\"criteria\":" + criteria + ",\"assignment\":{\"profileId\":\""
                + profile + "\",\"storageRegionId\":\"" + region + "\"}}";
        return Probe.any(name, List.of(400, 404), () -> tenant.admin().post("/mappings", body));
    }

    @Test
    void keepsTheCriteriaOfAMapping() {
        String body = "{\"criteria\":{\"type\":\"ATTRIBUTE\",\"attribute\":\"title\",\"values\":[\"x\"]}}";

        Answer answer = tenant.admin().patch("/mappings/" + tenant.mappingId(), body);

        answer.expectProblem(409, "criteria-immutable");
        assertThat(tenant.admin().get("/mappings").body()).doesNotContain("title");
    }

    @TestFactory
    Stream<DynamicTest> refusesBodies() {
        return tests(
                post("a brace", "/profiles", "{"),
                post("an array", "/profiles", "[]"),
                post("nothing", "/profiles", ""),
                post("no name", "/profiles", "{}"),
                post("a blank name", "/profiles", "{\"name\":\"  \"}"),
                post("a number for a name", "/profiles", "{\"name\":7}"),
                post("a name of 5,000 letters", "/profiles", "{\"name\":\"" + "n".repeat(5_000) + "\"}"),
                post("a quota below zero", "/profiles", "{\"name\":\"q\",\"quotaBytes\":-1}"),
                post("a quota beyond numbers", "/profiles", "{\"name\":\"q\",\"quotaBytes\":1e999999999}"),
                post("a quota of halves", "/profiles", "{\"name\":\"q\",\"quotaBytes\":1.5}"),
                post("a quota as text", "/profiles", "{\"name\":\"q\",\"quotaBytes\":\"5 GB\"}"),
                post("a lock that is no flag", "/profiles", "{\"name\":\"q\",\"dataLocked\":\"maybe\"}"),
                post("duplicate keys", "/profiles", "{\"name\":\"a\",\"name\":\"b\"}"),
                post("depth 50,000", "/profiles", "{\"a\":".repeat(50_000) + "1" + "}".repeat(50_000)),
                post(
                        "an overlap of a century",
                        "/tokens",
                        "{\"name\":\"t\",\"previous\":\"OVERLAP\",\"overlapDays\":36500}"),
                post("a strange previous", "/tokens", "{\"name\":\"t\",\"previous\":\"KEEP\"}"),
                post("an unknown role", "/api-keys", "{\"name\":\"k\",\"role\":\"god\"}"),
                post("a preview without a user", "/mappings/preview", "{}"),
                post("a preview of a word", "/mappings/preview", "{\"user\":\"alice\"}"),
                Probe.of(
                        "2 MB",
                        "",
                        413,
                        () -> tenant.admin().post("/profiles", "{\"name\":\"" + "x".repeat(2 << 20) + "\"}")),
                Probe.of(
                        "a taken name",
                        "",
                        409,
                        () -> tenant.admin().post("/profiles", "{\"name\":\"General Profile 1\"}")));
    }

    private static Probe post(String name, String path, String body) {
        return Probe.of(name, "", 400, () -> tenant.admin().post(path, body));
    }

    @TestFactory
    Stream<DynamicTest> refusesTenants() {
        Http api = UsherServer.http()
                .below("/api/v1")
                .basic("admin", UsherServer.PASSWORD)
                .with("Content-Type", "application/json");
        return Stream.concat(
                        Stream.of("", "..", "../x", "a b", "a/b", "-a", "x".repeat(64), "a\\u0000b", "näme")
                                .map(name -> Probe.any(
                                        "the name '" + name + "'",
                                        List.of(400),
                                        () -> api.post(
                                                "/tenants", "{\"name\":\"" + name + "\",\"displayName\":\"x\"}"))),
                        Stream.of(
                                Probe.of(
                                        "a taken name",
                                        "",
                                        409,
                                        () -> api.post(
                                                "/tenants",
                                                "{\"name\":\"" + tenant.name() + "\",\"displayName\":\"x\"}")),
                                Probe.of("an unknown one", "", 404, () -> api.get("/tenants/nobody")),
                                Probe.of(
                                        "seats below zero",
                                        "",
                                        400,
                                        () -> tenant.admin().patch("", "{\"licence\":{\"seats\":-1}}"))))
                .map(probe -> probe.test(PROBLEM));
    }

    @TestFactory
    Stream<DynamicTest> refusesQueriesAndPaths() {
        return Stream.of(
                        get(400, "/audit-events?limit=abc"),
                        get(400, "/audit-events?cursor=made-up"),
                        get(400, "/mappings?cursor=OTk5OTk5OTk5OTk"), // 99999999999
                        get(400, "/mappings?cursor=LTE"), // -1
                        get(400, "/provisioning-events?from=%2B1000000000-01-01T00:00:00Z"),
                        get(400, "/audit-events?from=-0001-01-01T00:00:00Z"),
                        get(400, "/audit-events?from=yesterday"),
                        get(400, "/provisioning-events?outcome=MAYBE"),
                        get(400, "/provisioning-events?cursor=%00"),
                        get(404, "/users/not-an-id"),
                        get(404, "/mappings/01890000-0000-7000-8000-000000000001"),
                        get(404, "/profiles/" + foreign.profileId()),
                        get(404, "/nothing"),
                        Probe.of("PUT on a list", "", 405, () -> tenant.admin().put("/profiles", "{}")),
                        Probe.any(
                                "XML",
                                List.of(400, 415),
                                () -> tenant.admin()
                                        .with("Content-Type", "application/xml")
                                        .post("/profiles", "<a/>")))
                .map(probe -> probe.test(PROBLEM));
    }

    private static Probe get(int status, String path) {
        return Probe.of(path, "", status, () -> tenant.admin().get(path));
    }

    @TestFactory
    Stream<DynamicTest> keepsRolesApart() {
        var auditor = withKey("auditor");
        var administrator = withKey("administrator");
        var service = withKey("service");
        String profile =
                Json.createObjectBuilder().add("name", "theirs").build().toString();
        String scim = "{\"type\":\"MANUAL\",\"confirmed\":true}";
        return tests(
                forbidden("an auditor writes", () -> auditor.post("/profiles", profile)),
                forbidden("an auditor makes a token", () -> auditor.post("/tokens", "{\"name\":\"t\"}")),
                forbidden("an administrator makes a token", () -> administrator.post("/tokens", "{\"name\":\"t\"}")),
                forbidden("an administrator chooses", () -> administrator.put("/user-management", scim)),
                forbidden("a service reads the audit trail", () -> service.get("/audit-events")),
                forbidden("a service writes a mapping", () -> service.post("/mappings", "{}")));
    }

    private static Http withKey(String role) {
        String key = tenant.admin()
                .post("/api-keys", "{\"name\":\"as " + role + "\",\"role\":\"" + role + "\"}")
                .expect(201)
                .text("/secret");
        return tenant.admin().bearer(key);
    }

    private static Probe forbidden(String name, Supplier<Answer> request) {
        return Probe.of(name, "", 403, request);
    }

    private static Stream<DynamicTest> tests(Probe... probes) {
        return Stream.of(probes).map(probe -> probe.test(PROBLEM));
    }
}
