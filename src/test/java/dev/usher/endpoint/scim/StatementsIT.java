package dev.usher.endpoint.scim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.it.Answer;
import dev.usher.it.Http;
import dev.usher.it.TestDatabase;
import dev.usher.it.TestTenant;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledIf;

/** How many round trips to the database a request takes, the token's among them. A write's transaction is one or three more. */
class StatementsIT {
    private static TestTenant tenant;
    private static String alice;
    private static String group;

    @BeforeAll
    static void fill() {
        tenant = TestTenant.create();
        alice = tenant.scim().post("/Users", person("alice")).expect(201).text("/id");
        group = tenant.createGroup("Sales", alice);
        // The first request of a tenant fills this node's caches.
        tenant.scim().get("/Users/" + alice).expect(200);
    }

    private static JsonObject person(String name) {
        return TestTenant.user(name + "@firm.example", "Harbour")
                .add("externalId", "ext-" + name)
                .add("title", "Clerk")
                .add(
                        "emails",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("type", "work")
                                        .add("value", name + "@work.example")))
                .build();
    }

    @TestFactory
    Stream<DynamicTest> readsInFewStatements() {
        return Stream.of(
                atMost(3, "/Users/" + alice),
                atMost(2, "/Users/" + alice + "?excludedAttributes=groups"),
                filter(3, "userName eq \"alice@firm.example\""),
                filter(3, "externalId eq \"ext-alice\""),
                filter(3, "emails[type eq \"work\" and value eq \"alice@work.example\"]"),
                filter(3, "title eq \"Clerk\""),
                filter(3, "name.familyName sw \"x\" or displayName co \"y\""),
                filter(3, "groups.value eq \"" + group + "\""),
                filter(3, "meta.lastModified gt \"2026-01-01T00:00:00Z\""),
                filter(3, "title eq \"Clerk\" and " + TestTenant.ENTERPRISE + ":department eq \"Harbour\""),
                atMost(4, "/Users"),
                atMost(4, "/Users?sortBy=userName"),
                atMost(2, "/Groups/" + group + "?excludedAttributes=members"),
                atMost(4, "/Groups/" + group),
                atMost(4, "/Groups?excludedAttributes=members"));
    }

    @Test
    void createsInTwelveRoundTrips() {
        Answer answer = tenant.scim().post("/Users", person("bob")).expect(201);

        assertThat(report("POST /Users", answer)).isLessThanOrEqualTo(TestDatabase.embedded() ? 11 : 12);
    }

    @Test
    void patchesOneAttributeInEightStatements() {
        Answer answer = tenant.scim()
                .patch("/Users/" + alice, TestTenant.patch("replace", "title", "Chief"))
                .expect(200);

        assertThat(report("PATCH /Users", answer)).isLessThanOrEqualTo(8 + TestDatabase.transaction());
    }

    @Test
    void addsOneMemberInEightStatements() {
        String carol = tenant.createUser("carol@firm.example");
        var members = Json.createArrayBuilder().add(Json.createObjectBuilder().add("value", carol));
        var operation = Json.createObjectBuilder()
                .add("op", "add")
                .add("path", "members")
                .add("value", members);

        Answer answer = tenant.scim()
                .patch("/Groups/" + group, TestTenant.patch(operation))
                .expect(204);

        assertThat(report("PATCH /Groups", answer)).isLessThanOrEqualTo(8 + TestDatabase.transaction());
    }

    /** The server's own count says that no other statement is sent, as for the mode of a transaction. */
    @Test
    @DisabledIf(
            value = "embedded",
            disabledReason = "H2 has no count of its own; .ci/run is over MariaDB and MySQL too")
    void countsWhatIsSentToTheServer() throws SQLException {
        var number = new AtomicInteger();
        try (Connection connection = TestDatabase.emptied("statements").getConnection()) {
            assertThat(sent(
                            connection,
                            () -> tenant.scim().get("/Users/" + alice).expect(200)))
                    .isZero();
            assertThat(sent(
                            connection,
                            () -> tenant.scim()
                                    .post("/Users", person("sent-" + number.incrementAndGet()))
                                    .expect(201)))
                    .isZero();
            assertThat(sent(
                            connection,
                            () -> tenant.scim()
                                    .patch(
                                            "/Users/" + alice,
                                            TestTenant.patch("replace", "title", "Chief " + number.incrementAndGet()))
                                    .expect(200)))
                    .isZero();
        }
    }

    static boolean embedded() {
        return TestDatabase.embedded();
    }

    /** The difference to what Usher counted; the least of some tries, for its timers send statements too. */
    private static long sent(Connection connection, Supplier<Answer> request) throws SQLException {
        long least = Long.MAX_VALUE;
        for (int tried = 0; tried < 10 && least != 0; tried++) {
            long before = questions(connection);
            Answer answer = request.get();
            least = Math.min(least, questions(connection) - before - 1 - answer.statements());
        }
        return least;
    }

    private static long questions(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var status = statement.executeQuery("SHOW GLOBAL STATUS LIKE 'Questions'")) {
            status.next();
            return status.getLong(2);
        }
    }

    private static DynamicTest filter(int most, String filter) {
        return atMost(most, "/Users?filter=" + Http.encode(filter));
    }

    private static DynamicTest atMost(int most, String path) {
        return DynamicTest.dynamicTest(path, () -> {
            Answer answer = tenant.scim().get(path).expect(200);

            assertThat(report("GET " + path, answer)).isLessThanOrEqualTo(most);
        });
    }

    private static int report(String request, Answer answer) {
        System.out.printf("%2d statements: %s%n", answer.statements(), request);
        return answer.statements();
    }
}
