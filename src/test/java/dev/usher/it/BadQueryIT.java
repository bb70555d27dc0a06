package dev.usher.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Filters, pages, paths and headers that are broken or hostile, below /scim. */
class BadQueryIT {
    private static final String SCIM = "application/scim+json";

    private static TestTenant tenant;
    private static String alice;

    @BeforeAll
    static void fillTenant() {
        tenant = TestTenant.create();
        alice = tenant.createUser("alice@firm.example");
    }

    @TestFactory
    Stream<DynamicTest> refusesFilters() {
        return Stream.of(
                        "userName",
                        "userName eq",
                        "eq \"a\"",
                        "userName eq \"a\" and",
                        "userName eq \"a",
                        "userName eq 'a'",
                        "userName eq \"a\" \"b\"",
                        "userName eq \"a\"; DROP TABLE account",
                        "userName xx \"a\"",
                        "userName eq \"a\" xor userName eq \"b\"",
                        "(userName eq \"a\"",
                        "userName eq \"a\")",
                        "emails[type eq \"work\"",
                        "emails[[type eq \"work\"]]",
                        "emails[]",
                        "not userName",
                        "shoeSize eq 43",
                        "urn:x:y:z eq \"a\"",
                        "active gt true",
                        "userName.first eq \"a\"",
                        "meta.created gt \"yesterday\"",
                        "(".repeat(1_000) + "userName eq \"a\"" + ")".repeat(1_000),
                        "not (".repeat(300) + "userName eq \"a\"" + ")".repeat(300),
                        "emails[".repeat(300) + "type eq \"a\"" + "]".repeat(300),
                        "userName eq \"" + "x".repeat(9_000) + "\"",
                        "a eq 1" + " or a eq 1".repeat(700))
                .map(filter -> Probe.any(
                        filter.substring(0, Math.min(60, filter.length())),
                        List.of(400, 414),
                        () -> tenant.scim().get("/Users?filter=" + Http.encode(filter))))
                .map(probe -> probe.test(SCIM));
    }

    @TestFactory
    Stream<DynamicTest> findsNobodyByTricks() {
        return Stream.of(
                        "userName eq \"x' OR '1'='1\"",
                        "userName co \"%\"",
                        "userName sw \"_\"",
                        "userName eq \"alice@firm.example \"",
                        "userName eq \"\\u0000\"",
                        "userName eq \"\\ud83d\\ude80\"",
                        "userName co \"\\\\\"",
                        "externalId eq \"ALICE\"",
                        "emails[type eq \"work\" and value eq \"alice@firm.example\"]",
                        "id eq \"" + alice + "x\"")
                .map(filter -> DynamicTest.dynamicTest(
                        filter,
                        () -> assertThat(tenant.find(filter).text("/totalResults"))
                                .isEqualTo("0")));
    }

    @Test
    void doesNotCountALongChainAsDepth() {
        String filter = "userName eq \"alice@firm.example\"" + " or userName eq \"b\"".repeat(150);

        assertThat(tenant.find(filter).text("/totalResults")).isEqualTo("1");
    }

    @TestFactory
    Stream<DynamicTest> answersFiltersThatAreDearToPlanInTime() {
        String step = "title eq \"a\" or emails[type eq \"b\" and not (value co \"c\")] and ((";
        return Stream.of(
                        step.repeat(8) + "title pr" + "))".repeat(8),
                        "(title eq \"a\" and nickName eq \"b\")"
                                + " or (title eq \"a\" and nickName eq \"b\")".repeat(180),
                        alternatives("(title eq \"%1$d\" and nickName eq \"%1$d\")", 150),
                        alternatives("title eq \"%1$d\" or nickName eq \"%1$d\" or locale eq \"%1$d\"", 120),
                        alternatives("emails[value co \"%1$d\" and type eq \"x\"]", 150))
                .map(filter -> DynamicTest.dynamicTest(filter.substring(0, 40), () -> {
                    long start = System.nanoTime();

                    tenant.find(filter);

                    assertThat(System.nanoTime() - start).as("nanoseconds").isLessThan(5_000_000_000L);
                }));
    }

    private static String alternatives(String pattern, int count) {
        return IntStream.range(0, count).mapToObj(pattern::formatted).collect(Collectors.joining(" or "));
    }

    @TestFactory
    Stream<DynamicTest> refusesPages() {
        return Stream.of(
                        probe(400, "/Users?count=abc"),
                        probe(400, "/Users?startIndex=abc"),
                        probe(400, "/Users?count=1.5"),
                        probe(400, "/Users?sortBy=shoeSize"),
                        probe(400, "/Users?cursor=made-up"),
                        probe(400, "/Users?cursor=" + "A".repeat(3_000)),
                        Probe.any(
                                "a count of 30 digits",
                                List.of(200, 400),
                                () -> tenant.scim().get("/Users?count=" + "9".repeat(30))),
                        Probe.any(
                                "a count below zero",
                                List.of(200),
                                () -> tenant.scim().get("/Users?count=-5")),
                        Probe.any(
                                "a strange order",
                                List.of(200, 400),
                                () -> tenant.scim().get("/Users?sortBy=userName&sortOrder=sideways")),
                        Probe.any(
                                "attributes of commas",
                                List.of(200, 400),
                                () -> tenant.scim().get("/Users?attributes=,,,")),
                        Probe.any(
                                "an empty filter",
                                List.of(200, 400),
                                () -> tenant.scim().get("/Users?filter=")))
                .map(probe -> probe.test(SCIM));
    }

    @Test
    void refusesAnotherTenantsCursor() {
        var other = TestTenant.create();
        other.createUser("a@other.example");
        other.createUser("b@other.example");
        String cursor = other.scim().get("/Users?cursor=&count=1").expect(200).text("/nextCursor");

        Answer answer = tenant.scim().get("/Users?count=1&cursor=" + cursor);

        answer.expectScimError(400, "invalidCursor");
    }

    @Tag("payara")
    @TestFactory
    Stream<DynamicTest> findsNothingBesideThePaths() {
        return Stream.of(
                        probe(404, "/Nothing"),
                        probe(404, "/Users/1-1-1-1-1"),
                        probe(404, "/Users/" + alice + "/more"),
                        probe(404, "/Users/null"),
                        probe(404, "/Users/%27%20OR%201=1"),
                        probe(404, "/Users/" + "a".repeat(2_000)),
                        probe(404, "/Schemas/urn:nothing"),
                        probe(404, "/ResourceTypes/Device"),
                        strange("/Users/%2e%2e%2f%2e%2e%2fetc%2fpasswd"),
                        strange("/Users/..%2f..%2fWEB-INF%2fweb.xml"),
                        strange("/Users/%00"),
                        strange("/../../WEB-INF/web.xml"),
                        strange("/Users/%5c..%5c"),
                        probe(501, "/Me"))
                .map(probe -> probe.test(SCIM));
    }

    private static Probe strange(String path) {
        return Probe.any(path, List.of(400, 404), () -> tenant.scim().get(path));
    }

    private static Probe probe(int status, String path) {
        return Probe.of(path, "", status, () -> tenant.scim().get(path));
    }

    @TestFactory
    Stream<DynamicTest> refusesMethodsByNameOfTheOnesAllowed() {
        return Stream.of(
                        "PUT /Users",
                        "DELETE /Users",
                        "PATCH /Groups",
                        "POST /Users/" + alice,
                        "POST /Schemas",
                        "DELETE /ServiceProviderConfig")
                .map(line -> DynamicTest.dynamicTest(line, () -> {
                    String[] parts = line.split(" ");

                    Answer answer = tenant.scim().send(parts[0], parts[1], "{}");

                    answer.expectScimError(405, "");
                    assertThat(answer.header("Allow")).contains("GET");
                }));
    }

    @TestFactory
    Stream<DynamicTest> takesHeadersForWhatTheyAre() {
        String user = "/Users/" + alice;
        return Stream.of(
                        Probe.of(
                                "a version that is none",
                                "",
                                412,
                                () -> tenant.scim()
                                        .with("If-Match", "garbage")
                                        .patch(user, TestTenant.patch("replace", "title", "x"))),
                        Probe.any(
                                "an image",
                                List.of(415, 400),
                                () -> tenant.scim()
                                        .with("Content-Type", "image/png")
                                        .post("/Users", "PNG")),
                        Probe.any(
                                "HTML wanted",
                                List.of(200, 406),
                                () -> tenant.scim().with("Accept", "text/html").get(user)),
                        Probe.of(
                                "gzip that is none",
                                "invalidSyntax",
                                400,
                                () -> tenant.scim()
                                        .with("Content-Encoding", "gzip")
                                        .post("/Users", "plain")),
                        Probe.any(
                                "another method in a header",
                                List.of(200),
                                () -> tenant.scim()
                                        .with("X-HTTP-Method-Override", "DELETE")
                                        .get(user)),
                        Probe.any(
                                "a range",
                                List.of(200),
                                () -> tenant.scim().with("Range", "bytes=0-1").get(user)),
                        Probe.any(
                                "60 tags",
                                List.of(412, 400),
                                () -> tenant.scim()
                                        .with("If-Match", "\"x\",".repeat(60) + "\"y\"")
                                        .delete(user)))
                .map(probe -> probe.test(SCIM));
    }
}
