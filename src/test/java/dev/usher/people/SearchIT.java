package dev.usher.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.Rfc;
import dev.usher.it.Answer;
import dev.usher.it.Http;
import dev.usher.it.TestTenant;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists, filters, orders, pages and cursors over HTTP. */
class SearchIT {
    private static final List<String> NAMES = List.of("anna", "berta", "cäsar", "dora", "emil", "frida", "gustav");

    private static TestTenant tenant;
    private static final List<String> IDS = new ArrayList<>();
    private static String inner;
    private static String outer;

    @BeforeAll
    static void populate() {
        tenant = TestTenant.create();
        for (int i = 0; i < NAMES.size(); i++) {
            IDS.add(tenant.scim().post("/Users", person(i)).expect(201).text("/id"));
        }
        inner = tenant.createGroup("Inner", IDS.get(0), IDS.get(1));
        outer = tenant.createGroup("Outer", inner, IDS.get(2));
    }

    /** The last has no emails, no title and no family name, and is not active. */
    private static JsonObject person(int number) {
        String name = NAMES.get(number);
        JsonObjectBuilder user = TestTenant.user(name + "@Firm.example", number % 2 == 0 ? "Harbour" : "Wharf")
                .add("externalId", "ext-" + name);
        if (number == NAMES.size() - 1) {
            return user.add("active", false).build();
        }
        return user.add("title", number < 3 ? "Clerk" : "Chief")
                .add("nickName", name.substring(0, 1))
                .add("name", Json.createObjectBuilder().add("familyName", "F" + (9 - number)))
                .add(
                        "emails",
                        Json.createArrayBuilder()
                                .add(email("work", name + "@work.example"))
                                .add(email("home", name + "@home.example")))
                .build();
    }

    private static JsonObjectBuilder email(String type, String value) {
        return Json.createObjectBuilder().add("type", type).add("value", value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "userName eq \"ANNA@firm.example\"|anna",
                "USERNAME Eq \"CÄSAR@firm.example\"|cäsar",
                "externalId eq \"ext-dora\"|dora",
                "externalId eq \"EXT-dora\"|",
                "emails.value eq \"Emil@home.example\"|emil",
                "emails co \"berta@\"|berta",
                "emails[type eq \"work\" and value eq \"dora@work.example\"]|dora",
                "emails[type eq \"home\" and value eq \"dora@work.example\"]|",
                "emails[type eq \"work\"].value sw \"fr\"|frida",
                "emails[not (type eq \"work\") and value ew \"a@home.example\"]|anna berta dora frida",
                "title eq \"clerk\"|anna berta cäsar",
                "title ne \"clerk\"|dora emil frida gustav",
                "not (title pr)|gustav",
                "not (title eq \"clerk\") and emails pr|dora emil frida",
                "title eq \"clerk\" or userName eq \"emil@firm.example\"|anna berta cäsar emil",
                "title eq \"clerk\" and urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department eq \"wharf\"|berta",
                "department eq \"wharf\" and name.familyName gt \"f6\"|berta",
                "active eq false|gustav",
                "active eq \"True\" and userName sw \"a\"|anna",
                "name.familyName ge \"F8\"|anna berta",
                "name.familyName lt \"F5\"|frida",
                "nickName eq \"e\"|emil",
                "meta.created gt \"2020-01-01T00:00:00+02:00\" and userName ew \"A@FIRM.EXAMPLE\"|anna berta dora frida",
                "meta.lastModified lt \"2020-01-01T00:00:00Z\"|",
                "meta.resourceType eq \"User\" and userName co \"us\"|gustav",
                "schemas eq \"urn:ietf:params:scim:schemas:core:2.0:User\" and userName sw \"b\"|berta",
                "userName co \"%\"|",
                "userName co \"_nna\"|"
            })
    void findsWhomTheFilterMeans(String filter, String names) {
        assertThat(found(filter)).containsExactlyInAnyOrder(names == null ? new String[0] : names.split(" "));
    }

    @Test
    void findsByIdAndByGroup() {
        assertThat(found("id eq \"" + IDS.get(3) + "\"")).containsExactly("dora");
        assertThat(found("groups.value eq \"" + inner + "\"")).containsExactly("anna", "berta");
        assertThat(found("groups.value eq \"" + outer + "\"")).containsExactly("anna", "berta", "cäsar");
        assertThat(found("groups pr")).containsExactly("anna", "berta", "cäsar");
        assertThat(found("groups.display eq \"inner\"")).containsExactly("anna", "berta");
    }

    @Test
    void findsGroupsByNameAndMember() {
        assertThat(groups("displayName eq \"INNER\"")).containsExactly("Inner");
        assertThat(groups("displayName sw \"o\" or members.value eq \"" + IDS.get(0) + "\""))
                .containsExactly("Inner", "Outer");
        assertThat(groups("members.value eq \"" + inner + "\"")).containsExactly("Outer");
        assertThat(groups("members[value eq \"" + IDS.get(2) + "\"]")).containsExactly("Outer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shoeSize eq 43",
                "userName",
                "userName eq",
                "userName eq \"a\" and",
                "emails[type eq \"work\"",
                "password eq \"secret\"",
                "active gt true",
                "meta.created gt \"yesterday\"",
                "members.value eq \"x\""
            })
    void refusesFiltersItCannotMean(String filter) {
        tenant.scim().get("/Users?filter=" + Http.encode(filter)).expectScimError(400, "invalidFilter");
    }

    @Test
    void sortsWithWhoeverLacksTheAttributeLast() {
        assertThat(names(tenant.scim().get("/Users?sortBy=name.familyName")))
                .containsExactly("frida", "emil", "dora", "cäsar", "berta", "anna", "gustav");
        assertThat(names(tenant.scim().get("/Users?sortBy=name.familyName&sortOrder=descending")))
                .containsExactly("gustav", "anna", "berta", "cäsar", "dora", "emil", "frida");
        assertThat(names(tenant.scim().get("/Users?sortBy=userName&sortOrder=descending&filter=emails%20pr")))
                .containsExactly("frida", "emil", "dora", "cäsar", "berta", "anna");
        tenant.scim().get("/Users?sortBy=shoeSize").expectScimError(400, "invalidPath");
    }

    @Test
    void pagesByIndex() {
        Answer second = tenant.scim().get("/Users?startIndex=4&count=3").expect(200);
        Answer past = tenant.scim().get("/Users?startIndex=100&count=3").expect(200);
        Answer none = tenant.scim().get("/Users?count=0").expect(200);
        Answer below = tenant.scim().get("/Users?startIndex=-5&count=2").expect(200);

        assertThat(names(second)).containsExactly("dora", "emil", "frida");
        assertThat(second.json().getInt("totalResults")).isEqualTo(7);
        assertThat(second.json().getInt("startIndex")).isEqualTo(4);
        assertThat(second.json().getInt("itemsPerPage")).isEqualTo(3);
        assertThat(past.json().getInt("totalResults")).isEqualTo(7);
        assertThat(names(past)).isEmpty();
        assertThat(none.json().getInt("totalResults")).isEqualTo(7);
        assertThat(names(none)).isEmpty();
        assertThat(names(below)).containsExactly("anna", "berta");
        tenant.scim().get("/Users?count=abc").expectScimError(400, "invalidValue");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Users?count=2&",
                "/Users?count=3&sortBy=name.familyName&",
                "/Users?count=2&sortBy=name.familyName&sortOrder=descending&",
                "/Users?count=2&filter=emails%20pr&",
                "/Users?count=2&filter=not%20(title%20eq%20%22clerk%22)&sortBy=userName&"
            })
    void walksByCursorAsByIndex(String list) {
        var seen = new ArrayList<String>();
        String cursor = "";
        do {
            Answer page = tenant.scim().get(list + "cursor=" + cursor).expect(200);
            assertThat(cursor).matches("[A-Za-z0-9._~-]*");
            seen.addAll(names(page));
            cursor = page.json().getString("nextCursor", "");
        } while (!cursor.isEmpty());

        assertThat(seen).isEqualTo(names(tenant.scim().get(list.replaceAll("count=\\d+", "count=100"))));
    }

    @Test
    void keepsCursorsToTheirQueryAndTenant() {
        String cursor = tenant.scim().get("/Users?count=2&cursor=").text("/nextCursor");
        TestTenant other = TestTenant.create();

        tenant.scim().get("/Users?count=5&cursor=" + cursor).expect(200);
        tenant.scim().get("/Users?sortBy=userName&cursor=" + cursor).expectScimError(400, "invalidCursor");
        tenant.scim().get("/Users?filter=title%20pr&cursor=" + cursor).expectScimError(400, "invalidCursor");
        tenant.scim().get("/Groups?cursor=" + cursor).expectScimError(400, "invalidCursor");
        tenant.scim().get("/Users?cursor=made-up").expectScimError(400, "invalidCursor");
        other.scim().get("/Users?count=2&cursor=" + cursor).expectScimError(400, "invalidCursor");
    }

    @Test
    void survivesInsertsAndDeletesInAWalk() {
        TestTenant busy = TestTenant.create();
        var ids = new ArrayList<String>();
        for (int i = 0; i < 9; i++) {
            ids.add(busy.createUser("u" + i + "@busy.example"));
        }

        Answer page = busy.scim().get("/Users?count=3&cursor=").expect(200);
        var seen = new ArrayList<>(names(page));
        busy.scim().delete("/Users/" + ids.get(0)).expect(204);
        busy.scim().delete("/Users/" + ids.get(2)).expect(204);
        busy.scim().delete("/Users/" + ids.get(5)).expect(204);
        busy.createUser("late@busy.example");
        while (page.json().containsKey("nextCursor")) {
            page = busy.scim()
                    .get("/Users?count=3&cursor=" + page.text("/nextCursor"))
                    .expect(200);
            seen.addAll(names(page));
        }

        assertThat(seen).containsExactly("u0", "u1", "u2", "u3", "u4", "u6", "u7", "u8", "late");
    }

    @Test
    @Rfc({"7644 §3.4.2.1", "9865 §2"})
    void walksAllTypesByCursor() {
        TestTenant mine = TestTenant.create();
        Set<String> everything = new TreeSet<>();
        for (int i = 0; i < 4; i++) {
            everything.add(mine.createUser("u" + i + "@mine.example"));
            everything.add(mine.createGroup("g" + i));
        }

        for (int count = 1; count <= 9; count++) {
            var seen = new ArrayList<String>();
            Answer page = mine.scim().get("?cursor&count=" + count).expect(200);
            resources(page).forEach(each -> seen.add(each.getString("id")));
            while (page.json().containsKey("nextCursor")) {
                page = mine.scim()
                        .get("?count=" + count + "&cursor=" + page.text("/nextCursor"))
                        .expect(200);
                resources(page).forEach(each -> seen.add(each.getString("id")));
            }
            assertThat(seen).as("by %d", count).hasSize(8).containsExactlyInAnyOrderElementsOf(everything);
        }
    }

    @Test
    @Rfc("9865 §2.2")
    void refusesCursorsThatAreNoneOfASearchOverAllTypes() {
        String ofUsers = tenant.scim().get("/Users?cursor&count=1").expect(200).text("/nextCursor");
        String ofAll = tenant.scim().get("?cursor&count=1").expect(200).text("/nextCursor");

        tenant.scim().get("?count=1&cursor=" + ofUsers).expectScimError(400, "invalidCursor");
        tenant.scim().get("/Users?count=1&cursor=" + ofAll).expectScimError(400, "invalidCursor");
        tenant.scim().get("?count=1&filter=id%20pr&cursor=" + ofAll).expectScimError(400, "invalidCursor");
        tenant.scim().get("?count=1&cursor=x").expectScimError(400, "invalidCursor");
    }

    @Test
    void searchesByBodyAndOverAllTypes() {
        var body = Json.createObjectBuilder()
                .add("schemas", Json.createArrayBuilder().add("urn:ietf:params:scim:api:messages:2.0:SearchRequest"))
                .add("filter", "userName sw \"a\"")
                .add("attributes", Json.createArrayBuilder().add("userName"))
                .build();
        Answer users = tenant.scim().post("/Users/.search", body).expect(200);
        Answer all = tenant.scim().post("/.search", body).expect(200);
        Answer everything = tenant.scim().get("/?count=100").expect(200);

        assertThat(names(users)).containsExactly("anna");
        assertThat(users.json().getJsonArray("Resources").getJsonObject(0).keySet())
                .isEqualTo(new HashSet<>(List.of("schemas", "id", "userName")));
        assertThat(names(all)).containsExactly("anna");
        assertThat(everything.json().getInt("totalResults")).isEqualTo(9);
        assertThat(resources(everything).get(7).getJsonArray("members")).hasSize(2);
        tenant.scim().get("/?filter=shoeSize%20pr").expectScimError(400, "invalidFilter");
        tenant.scim().post("/Users/.search", "{\"filter\":\"userName pr\"}").expect(400);
    }

    @Test
    void showsMembersInListsUnlessExcluded() {
        JsonArray full = tenant.scim().get("/Groups").json().getJsonArray("Resources");
        JsonArray bare =
                tenant.scim().get("/Groups?excludedAttributes=members").json().getJsonArray("Resources");

        assertThat(full.getJsonObject(0).getJsonArray("members")).hasSize(2);
        assertThat(full.getJsonObject(1)
                        .getJsonArray("members")
                        .getJsonObject(0)
                        .keySet())
                .contains("value", "$ref", "type");
        assertThat(bare.getJsonObject(0)).doesNotContainKey("members");
    }

    private static List<String> found(String filter) {
        return names(tenant.find(filter));
    }

    private static List<String> groups(String filter) {
        return resources(tenant.scim()
                        .get("/Groups?filter=" + Http.encode(filter))
                        .expect(200))
                .stream()
                .map(group -> group.getString("displayName"))
                .toList();
    }

    private static List<String> names(Answer list) {
        return resources(list.expect(200)).stream()
                .map(user -> user.getString("userName", ""))
                .map(name -> name.split("@", 2)[0])
                .toList();
    }

    private static List<JsonObject> resources(Answer list) {
        JsonValue resources = list.json().get("Resources");
        return resources == null ? List.of() : resources.asJsonArray().getValuesAs(JsonObject.class);
    }
}
