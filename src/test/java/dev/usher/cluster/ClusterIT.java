package dev.usher.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.it.Answer;
import dev.usher.it.Http;
import dev.usher.it.MailServer;
import dev.usher.it.TestTenant;
import dev.usher.it.UsherServer;
import dev.usher.it.Wait;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes serve as one: what one of them decided holds at the other's next request, and what is due is done once. */
@Tag("cluster")
class ClusterIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int SOME = 60;

    private static MailServer mail;
    private static Nodes nodes;

    private final TestTenant tenant = nodes.tenant();
    private final Http admin2 = nodes.adminAtSecond(tenant);
    private final Http scim2 = nodes.scimAtSecond(tenant.token());

    @BeforeAll
    static void startsTwo(@TempDir Path folder) {
        mail = MailServer.start();
        nodes = Nodes.start(folder, mail.settings());
    }

    @AfterAll
    static void stops() {
        nodes.close();
        mail.close();
    }

    @Test
    void anEndedTokenOpensNothingAtTheOtherNodesNextRequest() {
        scim2.get("/Users?count=0").expect(200);

        String next = tenant.admin()
                .post("/tokens", "{\"name\":\"next\"}")
                .expect(201)
                .text("/secret");

        scim2.get("/Users?count=0").expectScimError(401, "");
        nodes.scimAtSecond(next).get("/Users?count=0").expect(200);
        admin2.patch("", "{\"provisioningApi\":false}").expect(200);
        Nodes.scim(nodes.first(), next).get("/Users?count=0").expectScimError(403, "");
    }

    @Test
    void anOrderHoldsAtTheOtherNodesNextRequest() {
        String executive = tenant.createProfile("Executive Profile", false, 50);
        String mapping = tenant.createMapping("Executives", "title", "Executive", executive);
        assertThat(profileOf(scim2, "before")).isEqualTo("General Profile 1");

        String tag = tenant.admin().get("/mapping-order").expect(200).header("ETag");
        tenant.admin()
                .with("If-Match", tag)
                .put("/mapping-order", "[\"" + mapping + "\",\"" + tenant.mappingId() + "\"]")
                .expect(200);

        assertThat(profileOf(scim2, "after")).isEqualTo("Executive Profile");
        admin2.patch("/profiles/" + executive, "{\"name\":\"Renamed\"}").expect(200);
        assertThat(profileOf(tenant.scim(), "renamed")).isEqualTo("Renamed");
        admin2.with("If-Match", tag)
                .put("/mapping-order", "[\"" + mapping + "\",\"" + tenant.mappingId() + "\"]")
                .expect(412);
    }

    @Test
    void aRegisteredSchemaIsKnownAtTheOtherNode() {
        String urn = "urn:example:params:scim:schemas:extension:crew:2.0:User";
        tenant.admin()
                .post(
                        "/schemas",
                        "{\"id\":\"" + urn
                                + "\",\"name\":\"Crew\",\"attributes\":[{\"name\":\"berth\",\"type\":\"integer\"}]}")
                .expect(201);

        scim2.get("/Schemas/" + urn).expect(200);
        scim2.get("/Users?filter=" + Http.encode(urn + ":berth gt 3")).expect(200);
    }

    @Test
    void aSessionIsKnownToBothUntilItEndsAtEither() {
        Http console = Http.at(nodes.first().base())
                .below("/api/v1")
                .with("Content-Type", "application/json")
                .with("X-Usher-Console", "1");
        Answer begun = console.post("/session", "{\"name\":\"admin\",\"password\":\"" + UsherServer.PASSWORD + "\"}")
                .expect(200);
        String cookie = begun.header("Set-Cookie").split(";")[0];
        Http atFirst = console.with("Cookie", cookie);
        Http atSecond = Http.at(nodes.second().base())
                .below("/api/v1")
                .with("X-Usher-Console", "1")
                .with("Cookie", cookie);

        atSecond.get("/session").expect(200);
        atSecond.delete("/session").expect(204);
        atFirst.get("/session").expect(401);
    }

    @Test
    void aWalkGoesOnAtTheOtherNode() {
        for (int i = 0; i < 5; i++) {
            tenant.createUser("walker-" + i + "@firm.example");
        }

        Answer first = tenant.scim().get("/Users?cursor=&count=2").expect(200);
        Answer second =
                scim2.get("/Users?count=2&cursor=" + first.text("/nextCursor")).expect(200);
        Answer third = tenant.scim()
                .get("/Users?count=2&cursor=" + second.text("/nextCursor"))
                .expect(200);
        Set<String> seen = new HashSet<>();
        List.of(first, second, third).forEach(page -> seen.addAll(ids(page)));

        assertThat(seen).hasSize(5);
        assertThat(ids(scim2.get("/Users?startIndex=3&count=2").expect(200))).isEqualTo(ids(second));
    }

    @Test
    void clientsOfBothNodesLoseNothingAndShareOneName() throws Exception {
        String group = tenant.createGroup("Crew");
        var users = IntStream.range(0, SOME)
                .mapToObj(i -> tenant.createUser("member-" + i + "@firm.example"))
                .toList();

        atBoth(
                users.size(),
                (scim, i) -> scim.patch("/Groups/" + group, add(users.get(i))).status());
        List<Integer> answers = atBoth(
                16,
                (scim, i) -> scim.post(
                                "/Users", TestTenant.user("same@firm.example").build())
                        .status());

        assertThat(tenant.scim().get("/Groups/" + group).expect(200).json().getJsonArray("members"))
                .hasSize(SOME);
        assertThat(answers).filteredOn(status -> status == 201).hasSize(1);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(15);
    }

    @Test
    void auditChainsOfBothNodesAreOne() throws Exception {
        atBoth(
                20,
                (scim, i) -> (i % 2 == 0 ? tenant.admin() : admin2)
                        .post("/storage-regions", "{\"name\":\"Region " + i + "\"}")
                        .status());

        JsonObject chain = admin2.get("/audit-chain").expect(200).json();

        assertThat(chain.getBoolean("intact")).isTrue();
        assertThat(chain.getInt("events")).isGreaterThanOrEqualTo(20);
    }

    @Test
    void aJobAndEachMailHappenOnce() throws Exception {
        var assignment = Json.createObjectBuilder()
                .add("profileId", tenant.profileId())
                .add("storageRegionId", tenant.regionId())
                .add("sendActivationEmail", true);
        tenant.admin()
                .patch(
                        "/mappings/" + tenant.mappingId(),
                        Json.createObjectBuilder().add("assignment", assignment).build())
                .expect(200);
        atBoth(SOME, (scim, i) -> scim.post("/Users", withMail(i)).status());
        String other = tenant.createProfile("Other", false, 7);
        assignment = Json.createObjectBuilder().add("profileId", other).add("storageRegionId", tenant.regionId());
        tenant.admin()
                .patch(
                        "/mappings/" + tenant.mappingId(),
                        Json.createObjectBuilder().add("assignment", assignment).build())
                .expect(200);
        tenant.admin().patch("", "{\"reclassify\":\"automatic\"}").expect(200);

        Answer dry = done(tenant.admin().post("/reclassifications", "{}"));
        Answer applied = done(admin2.post("/reclassifications/" + dry.text("/id") + "/apply", ""));

        assertThat(applied.text("/progress/counts/MOVED")).isEqualTo(Integer.toString(SOME));
        assertThat(admin2.get("/profiles/" + other).text("/users")).isEqualTo(Integer.toString(SOME));
        Wait.until(
                PATIENCE,
                () -> IntStream.range(0, SOME)
                        .allMatch(i -> !mail.to(address(i)).isEmpty()));
        assertThat(IntStream.range(0, SOME).map(i -> mail.to(address(i)).size()).sum())
                .isEqualTo(SOME);
    }

    private Answer done(Answer begun) {
        String path = "/jobs/" + begun.text("/id");
        Wait.until(PATIENCE, () -> admin2.get(path).expect(200).text("/state").equals("DONE"));
        return admin2.get(path);
    }

    private String address(int number) {
        return tenant.name() + "-" + number + "@mail.example";
    }

    private JsonObject withMail(int number) {
        var emails = Json.createArrayBuilder()
                .add(Json.createObjectBuilder().add("value", address(number)).add("primary", true));
        return TestTenant.user(address(number)).add("emails", emails).build();
    }

    private static String profileOf(Http scim, String name) {
        return scim.post(
                        "/Users",
                        TestTenant.user(name + "@firm.example")
                                .add("title", "Executive")
                                .build())
                .expect(201)
                .json()
                .getJsonObject(TestTenant.ASSIGNMENT)
                .getString("profile");
    }

    private static JsonObject add(String member) {
        return TestTenant.patch(Json.createObjectBuilder()
                .add("op", "add")
                .add("path", "members")
                .add(
                        "value",
                        Json.createArrayBuilder().add(Json.createObjectBuilder().add("value", member))));
    }

    private static List<String> ids(Answer page) {
        return page.json().getJsonArray("Resources").getValuesAs(JsonObject.class).stream()
                .map(user -> user.getString("id"))
                .toList();
    }

    /** Calls of eight clients, each second one at the other node; what they say, in any order. */
    private List<Integer> atBoth(int count, Call call) throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        try {
            var calls = IntStream.range(0, count)
                    .mapToObj(i -> (Callable<Integer>) () -> call.with(i % 2 == 0 ? tenant.scim() : scim2, i))
                    .toList();
            var answers = new ArrayList<Integer>();
            for (Future<Integer> each : threads.invokeAll(calls)) {
                answers.add(each.get());
            }
            assertThat(answers).allMatch(status -> status < 500);
            return answers;
        } finally {
            threads.shutdown();
        }
    }

    @FunctionalInterface
    private interface Call {
        int with(Http scim, int number);
    }
}
