package dev.usher.people;

import static dev.usher.it.TestTenant.GROUP;
import static dev.usher.it.TestTenant.PATCH_OP;
import static dev.usher.it.TestTenant.USER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.Rfc;
import dev.usher.it.Answer;
import dev.usher.it.TestTenant;
import dev.usher.scim.Samples;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bulk requests over HTTP. */
@Rfc("7644 §3.7")
class BulkIT {
    private static final String REQUEST = "urn:ietf:params:scim:api:messages:2.0:BulkRequest";
    private static final String ENTERPRISE = TestTenant.ENTERPRISE;

    private TestTenant tenant;

    @BeforeEach
    void makeTenant() {
        tenant = TestTenant.create();
    }

    private Answer bulk(String failOnErrors, String... operations) {
        return tenant.scim()
                .post(
                        "/Bulk",
                        Samples.json("{'schemas':['%s']%s,'Operations':[%s]}"
                                .formatted(REQUEST, failOnErrors, String.join(",", operations))));
    }

    private List<JsonObject> results(Answer answer) {
        JsonObject body = answer.expect(200).json();
        assertThat(body.getJsonArray("schemas").getString(0))
                .isEqualTo("urn:ietf:params:scim:api:messages:2.0:BulkResponse");
        return body.getJsonArray("Operations").stream()
                .map(JsonValue::asJsonObject)
                .toList();
    }

    private static List<String> statuses(List<JsonObject> results) {
        return results.stream().map(each -> each.getString("status")).toList();
    }

    private static String user(String bulkId, String name, String more) {
        return "{'method':'POST','path':'/Users','bulkId':'%s','data':{'schemas':['%s'],'userName':'%s'%s}}"
                .formatted(bulkId, USER, name, more);
    }

    private static String group(String bulkId, String name, String... members) {
        String list = List.of(members).stream()
                .map(each -> "{'value':'" + each + "'}")
                .collect(Collectors.joining(","));
        return "{'method':'POST','path':'/Groups','bulkId':'%s','data':{'schemas':['%s'],'displayName':'%s','members':[%s]}}"
                .formatted(bulkId, GROUP, name, list);
    }

    private static String id(JsonObject result) {
        String location = result.getString("location");
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private List<String> members(String group) {
        JsonObject json = tenant.scim().get("/Groups/" + group).expect(200).json();
        return json.containsKey("members")
                ? json.getJsonArray("members").getValuesAs(JsonObject.class).stream()
                        .map(each -> each.getString("value"))
                        .toList()
                : List.of();
    }

    @Test
    void doesEveryMethodAndTellsOfEach() {
        String alice = tenant.createUser("alice@acme.com");
        String bob = tenant.createUser("bob@acme.com");

        var results = results(bulk(
                "",
                user("new", "carol@acme.com", ""),
                "{'method':'PUT','path':'/Users/%s','data':{'schemas':['%s'],'userName':'alice@acme.com','title':'CEO'}}"
                        .formatted(alice, USER),
                "{'method':'PATCH','path':'/Users/%s','version':'W/\\\"2\\\"','data':{'schemas':['%s'],'Operations':[{'op':'replace','path':'title','value':'CTO'}]}}"
                        .formatted(alice, PATCH_OP),
                "{'method':'DELETE','path':'/Users/%s'}".formatted(bob)));

        assertThat(statuses(results)).containsExactly("201", "200", "200", "204");
        JsonObject created = results.get(0);
        assertThat(created.getString("bulkId")).isEqualTo("new");
        assertThat(created.getString("version")).isEqualTo("W/\"1\"");
        assertThat(created.getString("location"))
                .startsWith(tenant.scim().base().toString())
                .contains("/Users/");
        assertThat(results.get(2).getString("version")).isEqualTo("W/\"3\"");
        assertThat(results.get(3).getString("location")).endsWith(bob);
        assertThat(tenant.scim().get("/Users/" + alice).text("/title")).isEqualTo("CTO");
        tenant.scim().get("/Users/" + bob).expectScimError(404, "");
    }

    @Test
    @Rfc("7644 §3.7.2")
    void resolvesReferencesForwardsAndAcrossTypes() {
        var results = results(bulk(
                "",
                group("team", "Team", "bulkId:boss", "bulkId:staff"),
                user("staff", "staff@acme.com", ",'" + ENTERPRISE + "':{'manager':{'value':'bulkId:boss'}}"),
                "{'method':'PATCH','path':'/Users/bulkId:boss','data':{'schemas':['%s'],'Operations':[{'op':'add','path':'title','value':'Boss'}]}}"
                        .formatted(PATCH_OP),
                user("boss", "boss@acme.com", "")));

        assertThat(statuses(results)).containsExactly("201", "201", "200", "201");
        String boss = id(results.get(3));
        assertThat(members(id(results.get(0)))).containsExactlyInAnyOrder(boss, id(results.get(1)));
        JsonObject staff = tenant.scim().get("/Users/" + id(results.get(1))).json();
        assertThat(staff.getJsonObject(ENTERPRISE).getJsonObject("manager").getString("value"))
                .isEqualTo(boss);
        assertThat(tenant.scim().get("/Users/" + boss).text("/title")).isEqualTo("Boss");
    }

    @Test
    @Rfc("7644 §3.7.1")
    void solvesCircles() {
        var results = results(bulk(
                "",
                group("a", "A", "bulkId:b"),
                group("b", "B", "bulkId:c"),
                group("c", "C", "bulkId:a"),
                user("x", "x@acme.com", ",'" + ENTERPRISE + "':{'manager':{'value':'bulkId:y'}}"),
                user("y", "y@acme.com", ",'" + ENTERPRISE + "':{'department':'R','manager':{'value':'bulkId:x'}}")));

        assertThat(statuses(results)).containsOnly("201");
        for (int i = 0; i < 3; i++) {
            assertThat(members(id(results.get(i)))).containsExactly(id(results.get((i + 1) % 3)));
        }
        for (int i = 3; i < 5; i++) {
            Answer found = tenant.scim().get("/Users/" + id(results.get(i)));
            assertThat(found.json()
                            .getJsonObject(ENTERPRISE)
                            .getJsonObject("manager")
                            .getString("value"))
                    .isEqualTo(id(results.get(7 - i)));
            assertThat(found.header("ETag")).isEqualTo(results.get(i).getString("version"));
        }
    }

    @Test
    @Rfc("7644 §3.7.1")
    void makesNeitherOfACircleWhoseFirstHalfIsRefused() {
        var results = results(bulk(
                "",
                group("a", "A", "bulkId:b", "00000000-0000-7000-8000-000000000000"),
                "{'method':'POST','path':'/Groups','bulkId':'b','data':{'schemas':['%s'],'displayName':'B','members':[{'value':'bulkId:a'}]}}"
                        .formatted(GROUP)));

        // The first half of A already names somebody unknown, so neither can be made.
        assertThat(statuses(results)).containsExactly("400", "409");
        assertThat(tenant.scim().get("/Groups").expect(200).json().getInt("totalResults"))
                .isZero();
    }

    @Test
    @Rfc("7644 §3.7.3")
    void endsAtTheAcceptedNumberOfErrorsWithWhatWasDone() {
        String taken = "taken@acme.com";
        tenant.createUser(taken);

        var results = results(bulk(
                ",'failOnErrors':2",
                user("1", "first@acme.com", ""),
                user("2", taken, ""),
                user("3", "third@acme.com", ""),
                "{'method':'DELETE','path':'/Users/nobody'}",
                user("5", "fifth@acme.com", "")));

        assertThat(statuses(results)).containsExactly("201", "409", "201", "404");
        JsonObject error = results.get(1).getJsonObject("response");
        assertThat(error.getString("scimType")).isEqualTo("uniqueness");
        assertThat(error.getString("status")).isEqualTo("409");
        assertThat(results.get(1)).doesNotContainKey("location");
        assertThat(tenant.find("userName eq \"fifth@acme.com\"").json().getInt("totalResults"))
                .isZero();
    }

    @Test
    void refusesEachBrokenOperationByItself() {
        String alice = tenant.createUser("alice@acme.com");

        var results = results(bulk(
                "",
                "{'method':'GET','path':'/Users'}",
                "{'method':'POST','path':'/Users','data':{'userName':'x'}}",
                "{'method':'POST','path':'/Nothing','bulkId':'n','data':{}}",
                "{'method':'PUT','path':'/Users/" + alice + "','data':null}",
                "{'method':'PATCH','path':'/Users/" + alice + "','data':{'schemas':[1],'Operations':{}}}",
                "{'method':'PATCH','path':'/Users/" + alice + "','version':'W/\\\"9\\\"','data':{'schemas':['"
                        + PATCH_OP + "'],'Operations':[{'op':'replace','path':'title','value':'x'}]}}",
                group("g", "G", "bulkId:nobody"),
                user("bad", "bad@acme.com", ",'emails':'\\u0000','active':'perhaps'"),
                "{'method':7,'path':{},'bulkId':[],'data':'x'}",
                user("good", "good@acme.com", "")));

        assertThat(statuses(results))
                .containsExactly("400", "400", "400", "400", "400", "412", "400", "400", "400", "201");
        assertThat(results.subList(0, 9))
                .allSatisfy(each -> assertThat(each.getJsonObject("response").getString("detail"))
                        .isNotBlank());
    }

    @Test
    void standsOnTheProvisioningLogOperationByOperation() {
        bulk("", user("a", "a@acme.com", ""), group("g", "G", "bulkId:nobody"), group("h", "H", "bulkId:a"))
                .expect(200);

        List<String> told = tenant.events().json().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(each -> each.getString("kind") + " " + each.getString("outcome"))
                .toList();
        assertThat(told).containsExactly("GROUP_CREATED ACCEPTED", "BULK REFUSED", "USER_CREATED ACCEPTED");
    }

    @Test
    @Rfc("7644 §3.7.4")
    void takesAThousandOperationsAndNoMore() {
        String[] operations = IntStream.range(0, 1_001)
                .mapToObj(i -> user("u" + i, "u" + i + "@acme.com", ""))
                .toArray(String[]::new);

        bulk("", operations).expectScimError(413, "");
        var results = results(bulk("", List.of(operations).subList(0, 1_000).toArray(String[]::new)));

        assertThat(statuses(results)).hasSize(1_000).containsOnly("201");
        assertThat(tenant.scim().get("/Users?count=0").json().getInt("totalResults"))
                .isEqualTo(1_000);
    }

    @Test
    @Rfc("7644 §3.7.4")
    void takesFiveMebibytesAndNoMore() {
        bulk("", user("a", "a@acme.com", ",'title':'" + "x".repeat(5 << 20) + "'"))
                .expectScimError(413, "");
        results(bulk("", user("a", "a@acme.com", ",'nickName':'" + "x".repeat(2_000) + "'")));
    }

    @Test
    void needsItsOwnMessage() {
        tenant.scim().post("/Bulk", "{\"Operations\":[]}").expectScimError(400, "invalidSyntax");
        tenant.scim().post("/Bulk", "{\"schemas\":[\"" + REQUEST + "\"]}").expectScimError(400, "invalidSyntax");
        bulk(",'failOnErrors':-1").expectScimError(400, "invalidValue");
        assertThat(results(bulk(""))).isEmpty();
        tenant.scim().get("/Bulk").expectScimError(405, "");
        tenant.scim().bearer("ush_nobody").post("/Bulk", "{}").expectScimError(401, "");
    }

    @Test
    @Rfc("7643 §5")
    void isAnnounced() {
        JsonObject bulk = tenant.scim().get("/ServiceProviderConfig").json().getJsonObject("bulk");

        assertThat(bulk.getBoolean("supported")).isTrue();
        assertThat(bulk.getInt("maxOperations")).isEqualTo(1_000);
        assertThat(bulk.getInt("maxPayloadSize")).isEqualTo(5 << 20);
    }
}
