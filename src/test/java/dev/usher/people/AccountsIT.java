package dev.usher.people;

import static dev.usher.it.TestTenant.patch;
import static dev.usher.it.TestTenant.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.it.Answer;
import dev.usher.it.Http;
import dev.usher.it.TestTenant;
import dev.usher.it.UsherServer;
import dev.usher.scim.Samples;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What administrators see of people and do to them, over HTTP. */
class AccountsIT {
    private TestTenant tenant;

    @BeforeEach
    void makeTenant() {
        tenant = TestTenant.create();
    }

    @Test
    void findsPeopleByTheBeginningOfTheirNamesAndAddressesInAnyCase() {
        String alice = tenant.scim()
                .post(
                        "/Users",
                        user("alice@acme.com").add("displayName", "Zoe Adams").build())
                .text("/id");
        String bob = tenant.createUser("bob@acme.com");

        assertThat(found("?query=ALI")).containsExactly(alice);
        assertThat(found("?query=zoe%20a")).containsExactly(alice);
        assertThat(found("?query=" + bob)).containsExactly(bob);
        assertThat(found("?query=acme")).isEmpty();
        assertThat(found("")).containsExactly(bob, alice);
        assertThat(found("?profileId=" + tenant.profileId())).containsExactly(bob, alice);
        assertThat(found("?mappingId=" + UUID.randomUUID())).isEmpty();
        tenant.admin().get("/users?state=sleeping").expect(400);
    }

    @Test
    void walksPages() {
        for (int i = 0; i < 5; i++) {
            tenant.createUser("page" + i + "@acme.com");
        }

        JsonObject first = tenant.admin().get("/users?limit=3").expect(200).json();
        JsonObject second = tenant.admin()
                .get("/users?limit=3&cursor=" + first.getString("next"))
                .expect(200)
                .json();

        assertThat(first.getJsonArray("items")).hasSize(3);
        assertThat(second.getJsonArray("items")).hasSize(2);
        assertThat(second).doesNotContainKey("next");
    }

    @Test
    void saysWhyAPersonHasItsAssignment() {
        String id = tenant.createUser("why@acme.com");

        JsonObject whole = tenant.admin().get("/users/" + id).expect(200).json();

        JsonObject why = whole.getJsonObject("why");
        assertThat(why.getString("givenBy")).isEqualTo("MAPPING");
        assertThat(why.getString("mappingName")).isEqualTo("Everyone");
        assertThat(why.getJsonArray("comparisonsToday")).hasSize(1);
        assertThat(whole.getJsonObject("assignment").getString("mappingId")).isEqualTo(tenant.mappingId());
    }

    @Test
    void preservesAndRestores() {
        String id = tenant.createUser("life@acme.com");

        Answer preserved = tenant.admin().post("/users/" + id + "/preserve", "");
        Answer restored = tenant.admin().post("/users/" + id + "/restore", "");

        assertThat(preserved.expect(200).text("/preservedBy")).isEqualTo("ADMIN");
        assertThat(preserved.text("/seatHeld")).isEqualTo("false");
        assertThat(restored.expect(200).text("/state")).isEqualTo("ACTIVE");
        assertThat(tenant.scim().get("/Users/" + id).text("/active")).isEqualTo("true");
        assertThat(tenant.admin().get("/audit-events").body()).contains("user.preserved", "user.restored");
    }

    @Test
    void asksForAnotherNameWhenTheOldOneIsTaken() {
        String id = tenant.createUser("name@acme.com");
        tenant.scim().delete("/Users/" + id).expect(204);
        tenant.createUser("name@acme.com");

        Answer refused = tenant.admin().post("/users/" + id + "/restore", "");
        Answer restored = tenant.admin().post("/users/" + id + "/restore", "{\"userName\":\"name2@acme.com\"}");

        refused.expectProblem(409, "user-name-taken");
        restored.expect(200);
        assertThat(tenant.scim().get("/Users/" + id).expect(200).text("/userName"))
                .isEqualTo("name2@acme.com");
        assertThat(tenant.find("userName eq \"name2@acme.com\"").text("/totalResults"))
                .isEqualTo("1");
    }

    @Test
    void givesAnotherProfileUnlessTheOldOneIsLocked() {
        String id = tenant.createUser("move@acme.com");
        String locked = tenant.createProfile("Held", true, 7);

        Answer moved = tenant.admin().put("/users/" + id + "/profile", "{\"profileId\":\"" + locked + "\"}");
        Answer back = tenant.admin().put("/users/" + id + "/profile", "{\"profileId\":\"" + tenant.profileId() + "\"}");

        assertThat(moved.expect(200).text("/assignment/profileName")).isEqualTo("Held");
        assertThat(moved.text("/assignment/effectiveQuotaBytes")).isEqualTo("7");
        assertThat(moved.text("/why/givenBy")).isEqualTo("ADMINISTRATOR");
        back.expectProblem(409, "data-locked");
        assertThat(tenant.scim().get("/Users/" + id).text("/meta/version")).isEqualTo("W/\"2\"");
    }

    @Test
    void purgesForEver() {
        String id = tenant.createUser("purge@acme.com");
        tenant.createGroup("Group", id);

        tenant.admin().delete("/users/" + id).expect(204);

        tenant.admin().get("/users/" + id).expectProblem(404, "not-found");
        tenant.scim().get("/Users/" + id).expectScimError(404, "");
        JsonObject whole = tenant.admin().get("").json();
        assertThat(whole.getJsonObject("licence").getInt("used")).isZero();
        assertThat(whole.getJsonObject("counts").getInt("users")).isZero();
        tenant.createUser("purge@acme.com");
    }

    @Test
    void makesAManualUserThatTheIdpAdoptsByItsFirstWrite() {
        Answer made = tenant.admin().post("/users", user("manual@acme.com").build());
        String id = made.expect(201).text("/id");
        assertThat(made.text("/managedBy")).isEqualTo("MANUAL");

        tenant.scim().patch("/Users/" + id, patch("add", "title", "Chief")).expect(200);

        assertThat(tenant.admin().get("/users/" + id).text("/managedBy")).isEqualTo("IDP");
        assertThat(tenant.events().body()).contains("USER_ADOPTED");
    }

    @Test
    void makesManualUsersOfATable() {
        var scene = TestTenant.withoutMapping(UsherServer.http());
        String profile = scene.createProfile("Sales", false, 100);
        scene.createMapping("Sales", "department", "Sales", profile);
        String text = "\uFEFFuserName,name.familyName,\"emails[type eq \"\"work\"\"].value\",department,active\r\n"
                + "ann@acme.com,\"Smith, Dr.\",ann@work.com,Sales,\r\n"
                + "bob@acme.com,Jones,,Docks,\r\n"
                + "cid@acme.com,Short\r\n"
                + "ANN@acme.com,Again,,Sales,\r\n"
                + "dot@acme.com,Late,,Sales,maybe\r\n"
                + "eve@acme.com,Idle,,Sales,false\r\n";
        Http csv = scene.admin().with("Content-Type", "text/csv; charset=UTF-8");

        Answer dry = csv.post("/users?dryRun=true", text).expect(200);
        assertThat(scene.admin().get("/users").json().getJsonArray("items")).isEmpty();
        Answer done = csv.post("/users", text).expect(200);

        assertThat(outcomes(dry)).containsExactly("accepted", "refused", "refused", "refused", "refused", "accepted");
        assertThat(dry.text("/lines/0/mappingName")).isEqualTo("Sales");
        assertThat(refusals(dry)).isEqualTo(refusals(done));
        assertThat(outcomes(done)).containsExactly("created", "refused", "refused", "refused", "refused", "created");
        assertThat(done.text("/created")).isEqualTo("2");
        assertThat(done.text("/lines/1/line")).isEqualTo("3");
        assertThat(done.text("/lines/1/code")).isEqualTo("no-mapping");
        assertThat(done.text("/lines/1/userName")).isEqualTo("bob@acme.com");
        assertThat(done.text("/lines/2/reason")).contains("2 cells");
        assertThat(done.text("/lines/3/code")).isEqualTo("user-name-taken");
        assertThat(done.text("/lines/4/reason")).contains("active");
        Answer ann = scene.admin().get("/users/" + done.text("/lines/0/id")).expect(200);
        assertThat(ann.text("/managedBy")).isEqualTo("MANUAL");
        assertThat(ann.text("/assignment/mappingName")).isEqualTo("Sales");
        assertThat(scene.admin().get("/users/" + done.text("/lines/5/id")).text("/state"))
                .isEqualTo("PRESERVED");
        assertThat(scene.scim()
                        .get("/Users/" + done.text("/lines/0/id"))
                        .expect(200)
                        .text("/name/familyName"))
                .isEqualTo("Smith, Dr.");
        Answer unknown = csv.post("/users", "userName,shoeSize\na,b\n");
        unknown.expectProblem(400, "invalid-request");
        assertThat(unknown.text("/detail")).contains("shoeSize");
        csv.post("/users", "userName\n" + "x\n".repeat(1_001)).expectProblem(413, "too-large");
        scene.admin().post("/users?dryRun=true", "{}").expectProblem(400, "invalid-request");
        for (String neither : List.of("1", "yes", "", "True")) {
            csv.post("/users?dryRun=" + neither, text).expectProblem(400, "invalid-request");
        }
    }

    /** A dry run refuses what the import refuses, in the same words, and changes nothing. */
    @Test
    void findsNamesAndSeatsTakenInADryRun() {
        tenant.createUser("taken@acme.com");
        String gone = tenant.createUser("gone@acme.com");
        tenant.scim().delete("/Users/" + gone).expect(204);
        tenant.admin().patch("", "{\"licence\":{\"seats\":3}}").expect(200);
        String long512 = "n".repeat(513);
        String text = "userName,active\r\n"
                + "Taken@acme.com,\r\n" // somebody has it
                + "gone@acme.com,\r\n" // free again; the second seat
                + "GONE@acme.com,\r\n" // the line before has it
                + long512 + ",\r\n"
                + "idle@acme.com,false\r\n" // needs no seat
                + "last@acme.com,\r\n" // the third seat
                + "late@acme.com,\r\n" // none is left
                + "taken@acme.com,\r\n" // refused by its name first
                + "late@acme.com,false\r\n"; // who was refused took no name
        Http csv = tenant.admin().with("Content-Type", "text/csv; charset=UTF-8");
        String users = tenant.admin().get("/users").expect(200).body();
        List<JsonValue> numbers = numbers();
        String acts = tenant.admin().get("/audit-events").expect(200).body();

        Answer dry = csv.post("/users?dryRun=true", text).expect(200);

        assertThat(tenant.admin().get("/users").body()).isEqualTo(users);
        assertThat(numbers()).isEqualTo(numbers);
        assertThat(tenant.admin().get("/audit-events").body()).isEqualTo(acts);
        Answer done = csv.post("/users", text).expect(200);
        assertThat(codes(dry))
                .containsExactly(
                        "user-name-taken",
                        "",
                        "user-name-taken",
                        "invalidValue",
                        "",
                        "",
                        "no-seat",
                        "user-name-taken",
                        "");
        assertThat(refusals(dry)).isEqualTo(refusals(done));
        assertThat(dry.text("/accepted")).isEqualTo(done.text("/created"));
        assertThat(tenant.admin().get("").text("/licence/used")).isEqualTo("3");
    }

    /** What the tenant's own schema calls unique is taken by users and by the lines before. */
    @Test
    void findsUniqueValuesTakenInADryRun() {
        tenant.admin()
                .post(
                        "/schemas",
                        Samples.json("{'id':'urn:acme:site:2.0:User','name':'Site','attributes':["
                                + "{'name':'badge','type':'string','uniqueness':'server'}]}"))
                .expect(201);
        Http csv = tenant.admin().with("Content-Type", "text/csv; charset=UTF-8");
        String header = "userName,urn:acme:site:2.0:User:badge\r\n";
        csv.post("/users", header + "ann@acme.com,A1\r\n").expect(200);
        String text = header
                + "bob@acme.com,a1\r\n" // somebody has it
                + "cid@acme.com,C1\r\n"
                + "dot@acme.com,c1\r\n" // the line before has it
                + "eve@acme.com,\r\n"
                + "fay@acme.com,\r\n"; // none is no value

        Answer dry = csv.post("/users?dryRun=true", text).expect(200);
        Answer done = csv.post("/users", text).expect(200);

        assertThat(codes(dry)).containsExactly("uniqueness", "", "uniqueness", "", "");
        assertThat(refusals(dry)).isEqualTo(refusals(done));
    }

    /** The tenant has more to tell, but when its token was used last is noted after the answer. */
    private List<JsonValue> numbers() {
        Answer whole = tenant.admin().get("").expect(200);
        return List.of(whole.at("/licence"), whole.at("/counts"));
    }

    private static List<String> codes(Answer answer) {
        return answer.json().getJsonArray("lines").stream()
                .map(line -> line.asJsonObject().getString("code", ""))
                .toList();
    }

    /** Number, code and reason of each line that was, or would be, refused. */
    private static List<String> refusals(Answer answer) {
        return answer.json().getJsonArray("lines").stream()
                .map(JsonValue::asJsonObject)
                .filter(line -> line.getString("outcome").equals("refused"))
                .map(line -> line.getInt("line") + " " + line.getString("code") + " " + line.getString("reason"))
                .toList();
    }

    private static List<String> outcomes(Answer answer) {
        return answer.json().getJsonArray("lines").stream()
                .map(line -> line.asJsonObject().getString("outcome"))
                .toList();
    }

    @Test
    void tellsOfAnAdoptionByDeleteAndByPost() {
        String deleted = tenant.admin()
                .post("/users", user("gone@acme.com").build())
                .expect(201)
                .text("/id");
        String posted = tenant.admin()
                .post(
                        "/users",
                        user("known@acme.com")
                                .add("externalId", "00u1a2b3c4d5e6f7g8h9")
                                .build())
                .expect(201)
                .text("/id");
        tenant.admin().post("/users/" + posted + "/preserve", "").expect(200);

        tenant.scim().delete("/Users/" + deleted).expect(204);
        Answer known = tenant.scim()
                .post(
                        "/Users",
                        user("known@acme.com")
                                .add("externalId", "00u1a2b3c4d5e6f7g8h9")
                                .build());

        assertThat(known.text("/id")).isEqualTo(posted);
        for (String id : List.of(deleted, posted)) {
            assertThat(tenant.admin().get("/users/" + id).text("/managedBy")).isEqualTo("IDP");
            assertThat(tenant.admin()
                            .get("/provisioning-events?user=" + id)
                            .expect(200)
                            .body())
                    .contains("USER_ADOPTED");
        }
    }

    @Test
    void obeysVersions() {
        String id = tenant.createUser("etag@acme.com");

        tenant.admin()
                .with("If-Match", "\"9\"")
                .post("/users/" + id + "/preserve", "")
                .expect(412);

        assertThat(tenant.scim().get("/Users/" + id).text("/active")).isEqualTo("true");
    }

    private List<String> found(String query) {
        return tenant.admin().get("/users" + query).expect(200).json().getJsonArray("items").stream()
                .map(JsonValue::asJsonObject)
                .map(item -> item.getString("id"))
                .toList();
    }
}
