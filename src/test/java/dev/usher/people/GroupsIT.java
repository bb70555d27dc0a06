package dev.usher.people;

import static dev.usher.it.TestTenant.patch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.Rfc;
import dev.usher.it.Answer;
import dev.usher.it.TestDatabase;
import dev.usher.it.TestTenant;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Groups and their members by SCIM, over HTTP. */
class GroupsIT {
    private TestTenant tenant;
    private String alice;
    private String bob;

    @BeforeEach
    void makePeople() {
        tenant = TestTenant.create();
        alice = tenant.createUser("alice@acme.com");
        bob = tenant.createUser("bob@acme.com");
    }

    @Test
    void showsMembersAndTheirGroups() {
        String group = tenant.createGroup("Sales", alice, bob);

        assertThat(members(group)).containsExactlyInAnyOrder(alice, bob);
        JsonObject mine = tenant.scim()
                .get("/Users/" + alice)
                .json()
                .getJsonArray("groups")
                .getJsonObject(0);
        assertThat(mine.getString("value")).isEqualTo(group);
        assertThat(mine.getString("display")).isEqualTo("Sales");
        assertThat(mine.getString("type")).isEqualTo("direct");
    }

    @Test
    void addsAndRemovesOnlyWhatChanges() {
        String group = tenant.createGroup("Sales", alice);

        tenant.scim()
                .patch("/Groups/" + group, operation("add", "members", alice, bob))
                .expect(204);
        assertThat(members(group)).containsExactlyInAnyOrder(alice, bob);
        assertThat(version(group)).isEqualTo("W/\"2\"");
        tenant.scim()
                .patch("/Groups/" + group, operation("add", "members", alice, bob))
                .expect(204);
        assertThat(version(group)).isEqualTo("W/\"2\"");

        tenant.scim()
                .patch("/Groups/" + group, operation("Remove", "members", alice))
                .expect(204);
        assertThat(members(group)).containsExactly(bob);
        tenant.scim()
                .patch("/Groups/" + group, remove("members[value eq \"" + bob + "\"]"))
                .expect(204);
        assertThat(members(group)).isEmpty();
        assertThat(version(group)).isEqualTo("W/\"4\"");
        tenant.scim()
                .patch("/Groups/" + group, operation("Remove", "members", alice))
                .expect(204);
        assertThat(version(group)).isEqualTo("W/\"4\"");
    }

    @Test
    @Rfc("7644 §3.5.2.3")
    void aFilterThatPicksNobodyBringsNobodyIn() {
        String group = tenant.createGroup("Sales", alice);
        String outsider = "members[value eq \"" + bob + "\"]";
        String carol = tenant.createUser("carol@acme.com");

        for (String op : List.of("replace", "add")) {
            tenant.scim()
                    .patch("/Groups/" + group, operation(op, outsider, carol))
                    .expectScimError(400, "noTarget");
            tenant.scim()
                    .patch("/Groups/" + group, operation(op, "members[display eq \"nobody\"]", carol))
                    .expectScimError(400, "noTarget");
        }
        assertThat(members(group)).containsExactly(alice);
        tenant.scim()
                .patch("/Groups/" + group, operation("replace", "members[value eq \"" + alice + "\"]", carol))
                .expect(204);
        assertThat(members(group)).containsExactly(carol);
        assertThat(version(group)).isEqualTo("W/\"2\"");
    }

    @Test
    @Rfc("7643 §2.4")
    void takesMembersByTheirLinksAndDropsNone() {
        String inner = tenant.createGroup("Inner");
        String base = tenant.scim().base().toString();
        String links = "[{\"$ref\":\"" + base + "/Users/" + alice + "\"},{\"$ref\":\"../Groups/" + inner + "\"}]";

        String group = tenant.scim()
                .post("/Groups", "{\"displayName\":\"Linked\",\"members\":" + links + "}")
                .expect(201)
                .text("/id");

        assertThat(members(group)).containsExactlyInAnyOrder(alice, inner);
        tenant.scim()
                .put("/Groups/" + group, "{\"displayName\":\"Linked\",\"members\":[{\"display\":\"Bob\"}]}")
                .expectScimError(400, "invalidValue");
        tenant.scim()
                .put("/Groups/" + group, "{\"displayName\":\"Linked\",\"members\":[{\"$ref\":\"Users/" + bob + "\"}]}")
                .expect(200);
        assertThat(members(group)).containsExactly(bob);
    }

    @Test
    void emptiesAndReplaces() {
        String group = tenant.createGroup("Sales", alice);

        tenant.scim()
                .patch("/Groups/" + group, operation("replace", "members", bob))
                .expect(204);
        assertThat(members(group)).containsExactly(bob);
        tenant.scim().patch("/Groups/" + group, remove("members")).expect(204);
        assertThat(members(group)).isEmpty();
        tenant.scim().put("/Groups/" + group, body("Sales", alice, bob)).expect(200);
        assertThat(members(group)).containsExactlyInAnyOrder(alice, bob);
        tenant.scim().put("/Groups/" + group, body("Sales")).expect(200);
        assertThat(members(group)).isEmpty();
    }

    @Test
    void refusesAMemberThatIsNobodyBeforeWritingAnything() {
        String group = tenant.createGroup("Sales", alice);
        String nobody = UUID.randomUUID().toString();

        Answer refused = tenant.scim().patch("/Groups/" + group, operation("add", "members", bob, nobody));
        Answer odd = tenant.scim().patch("/Groups/" + group, operation("add", "members", "no-id"));

        refused.expectScimError(400, "invalidValue");
        assertThat(refused.text("/detail")).contains(nobody);
        odd.expectScimError(400, "invalidValue");
        assertThat(members(group)).containsExactly(alice);
        assertThat(version(group)).isEqualTo("W/\"1\"");
    }

    @Test
    void refusesATakenNameInAnyCase() {
        String group = tenant.createGroup("Sales");
        tenant.createGroup("Support");

        Answer made = tenant.scim().post("/Groups", body("SALES"));
        Answer renamed = tenant.scim().patch("/Groups/" + group, patch("replace", "displayName", "support"));

        made.expectScimError(409, "uniqueness");
        renamed.expectScimError(409, "uniqueness");
        assertThat(made.text("/detail")).contains("displayName");
    }

    @Test
    void showsGroupsAroundGroupsAsIndirectAlsoInACycle() {
        String inner = tenant.createGroup("Inner", alice);
        String outer = tenant.createGroup("Outer", inner);
        assertThat(groupsOf(alice)).containsExactlyInAnyOrder("Inner direct", "Outer indirect");

        tenant.scim()
                .patch("/Groups/" + inner, operation("add", "members", outer))
                .expect(204);
        assertThat(groupsOf(alice)).containsExactlyInAnyOrder("Inner direct", "Outer indirect");

        tenant.scim()
                .patch("/Groups/" + outer, patch("replace", "displayName", "Around"))
                .expect(204);
        assertThat(groupsOf(alice)).containsExactlyInAnyOrder("Inner direct", "Around indirect");

        tenant.scim().delete("/Groups/" + outer).expect(204);
        assertThat(groupsOf(alice)).containsExactly("Inner direct");
        assertThat(members(inner)).containsExactly(alice);
    }

    @Test
    void tellsUsersFromGroupsAmongMembers() {
        String inner = tenant.createGroup("Inner");
        String outer = tenant.createGroup("Outer", inner, bob);

        JsonArray members = tenant.scim().get("/Groups/" + outer).json().getJsonArray("members");

        assertThat(members.stream()
                        .map(JsonValue::asJsonObject)
                        .map(each -> each.getString("value") + each.getString("type")))
                .containsExactlyInAnyOrder(inner + "Group", bob + "User");
    }

    @Test
    void deletesTheGroupAndKeepsItsMembers() {
        String group = tenant.createGroup("Sales", alice);

        tenant.scim().delete("/Groups/" + group).expect(204);

        tenant.scim().get("/Groups/" + group).expectScimError(404, "");
        assertThat(tenant.scim().get("/Users/" + alice).expect(200).json()).doesNotContainKey("groups");
    }

    @Test
    void leavesMembersOutWhenAsked() {
        String group = tenant.createGroup("Sales", alice);

        Answer bare = tenant.scim().get("/Groups/" + group + "?excludedAttributes=members");

        assertThat(bare.expect(200).json()).doesNotContainKey("members");
        assertThat(bare.statements()).isLessThanOrEqualTo(2);
    }

    @Test
    void changesAMemberInFewStatementsHoweverLargeTheGroup() {
        String small = tenant.createGroup("Small");
        String[] many = new String[Groups.MOST_MEMBERS + 50];
        for (int i = 0; i < many.length; i++) {
            many[i] = tenant.createUser("u" + i + "@acme.com");
        }
        Answer made = tenant.scim().post("/Groups", body("Large", many)).expect(201);
        String large = made.text("/id");

        Answer toSmall = tenant.scim()
                .patch("/Groups/" + small, operation("add", "members", alice))
                .expect(204);
        Answer toLarge = tenant.scim()
                .patch("/Groups/" + large, operation("add", "members", alice))
                .expect(204);
        Answer out = tenant.scim()
                .patch("/Groups/" + large, operation("remove", "members", alice))
                .expect(204);

        assertThat(made.json().getJsonArray("members")).hasSize(many.length);
        assertThat(toSmall.statements()).isLessThanOrEqualTo(8 + TestDatabase.transaction());
        assertThat(toLarge.statements()).isEqualTo(toSmall.statements());
        assertThat(out.statements()).isLessThanOrEqualTo(8 + TestDatabase.transaction());
        assertThat(members(large)).hasSize(many.length);
    }

    private List<String> members(String group) {
        JsonObject found = tenant.scim().get("/Groups/" + group).expect(200).json();
        return found.containsKey("members")
                ? found.getJsonArray("members").stream()
                        .map(member -> member.asJsonObject().getString("value"))
                        .toList()
                : List.of();
    }

    private String version(String group) {
        return tenant.scim().get("/Groups/" + group).expect(200).text("/meta/version");
    }

    private List<String> groupsOf(String user) {
        return tenant.scim().get("/Users/" + user).expect(200).json().getJsonArray("groups").stream()
                .map(JsonValue::asJsonObject)
                .map(group -> group.getString("display") + " " + group.getString("type"))
                .toList();
    }

    private static JsonObject body(String name, String... members) {
        return Json.createObjectBuilder()
                .add("schemas", Json.createArrayBuilder().add(TestTenant.GROUP))
                .add("displayName", name)
                .add("members", values(members))
                .build();
    }

    private static JsonObject operation(String op, String path, String... members) {
        return patch(Json.createObjectBuilder().add("op", op).add("path", path).add("value", values(members)));
    }

    private static JsonObject remove(String path) {
        JsonObjectBuilder operation =
                Json.createObjectBuilder().add("op", "remove").add("path", path);
        return patch(operation);
    }

    private static JsonArrayBuilder values(String... members) {
        JsonArrayBuilder values = Json.createArrayBuilder();
        for (String member : members) {
            values.add(Json.createObjectBuilder().add("value", member));
        }
        return values;
    }
}
