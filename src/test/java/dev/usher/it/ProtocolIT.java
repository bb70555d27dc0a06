package dev.usher.it;

import static dev.usher.it.TestTenant.patch;
import static dev.usher.it.TestTenant.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.Rfc;
import dev.usher.scim.Samples;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What RFC 7643, 7644 and 9865 demand of a service provider, over HTTP; habits of identity providers stand elsewhere. */
class ProtocolIT {
    private static final String SEARCH = "urn:ietf:params:scim:api:messages:2.0:SearchRequest";
    private static TestTenant tenant;
    private static Http scim;

    @BeforeAll
    static void makeTenant() {
        tenant = TestTenant.create();
        scim = tenant.scim();
    }

    private static Answer create(String name, String more) {
        var body = Json.createObjectBuilder(user(name).build());
        Samples.json(more).forEach(body::add);
        return scim.post("/Users", body.build());
    }

    private static String path(Answer made) {
        return "/Users/" + made.text("/id");
    }

    private static List<String> texts(JsonArray array) {
        return array.getValuesAs(JsonString::getString);
    }

    @Test
    @Rfc({"7644 §3.3", "7643 §3.1"})
    void createsWithLocationVersionAndMeta() {
        Answer made =
                create("p-create", "{'id':'mine','meta':{'resourceType':'x'}}").expect(201);

        JsonObject meta = made.json().getJsonObject("meta");
        assertThat(made.text("/id")).isNotEqualTo("mine");
        assertThat(made.header("Location"))
                .isEqualTo(meta.getString("location"))
                .endsWith(path(made));
        assertThat(made.header("Content-Type")).startsWith("application/scim+json");
        assertThat(made.header("ETag")).isEqualTo(meta.getString("version")).startsWith("W/\"");
        assertThat(meta.getString("resourceType")).isEqualTo("User");
        assertThat(Instant.parse(meta.getString("created"))).isEqualTo(meta.getString("lastModified"));
    }

    @Test
    @Rfc("7644 §3.3")
    void refusesATakenUserNameAsConflict() {
        create("p-taken", "{}").expect(201);

        create("P-TAKEN", "{}").expectScimError(409, "uniqueness");
    }

    @Test
    @Rfc("7643 §3")
    void listsTheSchemasOfWhatIsThere() {
        Answer made = create("p-schemas", "{'" + TestTenant.ENTERPRISE + "':{'department':'R'}}")
                .expect(201);

        assertThat(texts(made.json().getJsonArray("schemas"))).contains(TestTenant.USER, TestTenant.ENTERPRISE);
    }

    @Test
    @Rfc("7643 §2.1")
    void takesAttributeNamesInAnyCase() {
        Answer made = create("p-case", "{'NICKNAME':'nick','name':{'FAMILYNAME':'F'}}")
                .expect(201);

        assertThat(made.text("/nickName")).isEqualTo("nick");
        assertThat(made.text("/name/familyName")).isEqualTo("F");
    }

    @Test
    @Rfc("7643 §2.5")
    void treatsNullAndEmptyListsAsUnassigned() {
        Answer made =
                create("p-null", "{'title':null,'emails':[],'nickName':'n'}").expect(201);

        assertThat(made.json()).doesNotContainKeys("title", "emails");
        JsonObject replaced = scim.put(
                        path(made), user("p-null").addNull("nickName").build())
                .expect(200)
                .json();
        assertThat(replaced).doesNotContainKey("nickName");
    }

    @Test
    @Rfc("7643 §7")
    void neverReturnsThePassword() {
        Answer made = create("p-secret", "{'password':'t0p secret'}").expect(201);

        assertThat(made.body()).doesNotContain("t0p secret", "password");
        assertThat(scim.get(path(made) + "?attributes=password").body()).doesNotContain("t0p secret");
        scim.get("/Users?filter=" + Http.encode("password pr")).expectScimError(400, "invalidFilter");
    }

    @Test
    @Rfc("7643 §4.1.1")
    void needsAUserName() {
        scim.post("/Users", Samples.json("{'schemas':['" + TestTenant.USER + "'],'title':'x'}"))
                .expectScimError(400, "invalidValue");
        scim.post("/Users", Samples.json("{'schemas':['" + TestTenant.USER + "'],'userName':' '}"))
                .expectScimError(400, "invalidValue");
    }

    @Test
    @Rfc({"7643 §2.4", "7644 §3.5.2"})
    void keepsAtMostOnePrimary() {
        Answer made = create(
                        "p-primary",
                        "{'emails':[{'value':'a@x.org','type':'work','primary':true},{'value':'b@x.org','type':'home'}]}")
                .expect(201);

        Answer changed = scim.patch(
                        path(made),
                        patch(Json.createObjectBuilder()
                                .add("op", "add")
                                .add("path", "emails[type eq \"home\"].primary")
                                .add("value", true)))
                .expect(200);

        List<String> primary = changed.json().getJsonArray("emails").getValuesAs(JsonObject.class).stream()
                .filter(email -> email.getBoolean("primary", false))
                .map(email -> email.getString("value"))
                .toList();
        assertThat(primary).containsExactly("b@x.org");
    }

    @Test
    @Rfc("7644 §3.4.1")
    void readsByIdAndMissesOthers() {
        Answer made = create("p-read", "{}").expect(201);

        assertThat(scim.get(path(made)).expect(200).json()).isEqualTo(made.json());
        scim.get("/Users/none").expectScimError(404, "");
        scim.get("/Groups/" + made.text("/id")).expectScimError(404, "");
    }

    @Test
    @Rfc("7644 §3.4.2")
    void answersNothingFoundWithAnEmptyList() {
        JsonObject none = tenant.find("userName eq \"nobody at all\"").json();

        assertThat(texts(none.getJsonArray("schemas")))
                .containsExactly("urn:ietf:params:scim:api:messages:2.0:ListResponse");
        assertThat(none.getInt("totalResults")).isZero();
    }

    @ParameterizedTest
    @Rfc("7644 §3.4.2.2")
    @ValueSource(
            strings = {
                "userName eq",
                "userName is \"x\"",
                "unknown eq \"x\"",
                "(userName eq \"x\"",
                "active gt true",
                "emails[type eq \"work\"",
                "not userName pr"
            })
    void refusesFiltersThatCannotBeUnderstood(String filter) {
        scim.get("/Users?filter=" + Http.encode(filter)).expectScimError(400, "invalidFilter");
    }

    @Test
    @Rfc("7644 §3.4.2.3")
    void sortsWithoutCaseAndAbsentLast() {
        create("p-sort-1", "{'title':'beta','userType':'sort'}").expect(201);
        create("p-sort-2", "{'title':'Alpha','userType':'sort'}").expect(201);
        create("p-sort-3", "{'userType':'sort'}").expect(201);
        String query = "/Users?filter=" + Http.encode("userType eq \"sort\"") + "&sortBy=title";

        assertThat(names(scim.get(query))).containsExactly("p-sort-2", "p-sort-1", "p-sort-3");
        assertThat(names(scim.get(query + "&sortOrder=descending")))
                .containsExactly("p-sort-3", "p-sort-1", "p-sort-2");
    }

    private static List<String> names(Answer list) {
        return list.expect(200).json().getJsonArray("Resources").getValuesAs(JsonObject.class).stream()
                .map(each -> each.getString("userName"))
                .toList();
    }

    @Test
    @Rfc("7644 §3.4.2.4")
    void takesOddPageNumbersAsTheTextSays() {
        create("p-page", "{}").expect(201);
        JsonObject first = scim.get("/Users?startIndex=-3&count=1").expect(200).json();
        JsonObject negative = scim.get("/Users?count=-1").expect(200).json();

        assertThat(first.getInt("startIndex")).isEqualTo(1);
        assertThat(first.getInt("itemsPerPage")).isEqualTo(1);
        assertThat(negative.getInt("itemsPerPage")).isZero();
        assertThat(negative.getInt("totalResults")).isPositive();
        scim.get("/Users?count=many").expectScimError(400, "invalidValue");
    }

    @ParameterizedTest
    @Rfc("7644 §3.4.2")
    @ValueSource(
            strings = {
                "/Users?startIndex=9999",
                "/Users?count=0",
                "/Users?cursor&count=0",
                "/Users?filter=userName%20eq%20%22nobody%20at%20all%22",
                "/Groups?filter=displayName%20eq%20%22nothing%20at%20all%22",
                "?startIndex=9999"
            })
    void hasAListOfResourcesAlsoOnAnEmptyPage(String path) {
        create("p-empty-" + Integer.toHexString(path.hashCode()), "{}").expect(201);

        assertThat(scim.get(path).expect(200).json().getJsonArray("Resources")).isEmpty();
    }

    @Test
    @Rfc({"7644 §3.4.3", "7644 §3.4.2.5"})
    void searchesByBodyEverywhere() {
        create("p-search", "{'nickName':'searched'}").expect(201);
        JsonObject request = Samples.json(
                "{'schemas':['" + SEARCH + "'],'filter':'nickName eq \\\"searched\\\"','attributes':['userName']}");

        for (String path : List.of("/.search", "/Users/.search")) {
            JsonArray found = scim.post(path, request).expect(200).json().getJsonArray("Resources");
            assertThat(found).hasSize(1);
            assertThat(found.getJsonObject(0).keySet()).containsExactlyInAnyOrder("schemas", "id", "userName");
        }
        scim.post("/Users/.search", "{}").expectScimError(400, "invalidSyntax");
    }

    @Test
    @Rfc("7644 §3.5.1")
    void replacesWithoutCreating() {
        Answer made = create("p-put", "{'title':'t','active':true}").expect(201);

        JsonObject replaced =
                scim.put(path(made), user("p-put").build()).expect(200).json();

        assertThat(replaced).doesNotContainKey("title");
        scim.put("/Users/00000000-0000-7000-8000-000000000000", user("p-put-2").build())
                .expectScimError(404, "");
    }

    @Test
    @Rfc("7644 §3.5.2")
    void patchesAllOrNothing() {
        Answer made = create("p-atomic", "{'title':'before'}").expect(201);

        scim.patch(
                        path(made),
                        Samples.json("{'schemas':['" + TestTenant.PATCH_OP
                                + "'],'Operations':[{'op':'replace','path':'title','value':'after'},{'op':'add','path':'nickName','value':'n'},"
                                + "{'op':'replace','path':'nope','value':'x'}]}"))
                .expectScimError(400, "invalidPath");

        assertThat(scim.get(path(made)).json()).isEqualTo(made.json());
        scim.patch(path(made), "{\"Operations\":[]}").expectScimError(400, "invalidSyntax");
        scim.patch(path(made), patch("replace", "id", "x")).expectScimError(400, "mutability");
        scim.patch(path(made), patch("replace", "emails[value eq \"none\"].type", "x"))
                .expectScimError(400, "noTarget");
        scim.patch(path(made), patch(Json.createObjectBuilder().add("op", "remove")))
                .expectScimError(400, "noTarget");
    }

    @Test
    @Rfc("7644 §3.6")
    void forgetsWhatWasDeleted() {
        Answer made = create("p-delete", "{}").expect(201);

        Answer deleted = scim.delete(path(made)).expect(204);

        assertThat(deleted.body()).isEmpty();
        scim.get(path(made)).expectScimError(404, "");
        scim.delete(path(made)).expectScimError(404, "");
        scim.patch(path(made), patch("replace", "title", "x")).expectScimError(404, "");
        assertThat(tenant.find("userName eq \"p-delete\"").json().getInt("totalResults"))
                .isZero();
        create("p-delete", "{}").expect(201);
    }

    @Test
    @Rfc("7644 §3.8")
    void speaksScimJsonInUtf8() {
        Answer made = scim.with("Content-Type", "application/json")
                .post("/Users", user("p-ü-😀").build());

        assertThat(made.expect(201).text("/userName")).isEqualTo("p-ü-😀");
        assertThat(made.header("Content-Type").toLowerCase(java.util.Locale.ROOT))
                .contains("utf-8");
        scim.with("Accept", "text/html").get("/Users").expectScimError(406, "");
        scim.with("Content-Type", "text/plain").post("/Users", "hello").expect(400);
    }

    @Test
    @Rfc("7644 §3.9")
    void showsWhatIsAskedAndAlwaysTheId() {
        String path = path(create("p-shown", "{'title':'t','name':{'familyName':'F','givenName':'G'}}")
                .expect(201));

        assertThat(scim.get(path + "?attributes=name.givenName").json().keySet())
                .containsExactlyInAnyOrder("schemas", "id", "name");
        JsonObject without =
                scim.get(path + "?excludedAttributes=title,id,name").json();
        assertThat(without).containsKeys("id", "userName").doesNotContainKeys("title", "name");
        assertThat(scim.post("/Users?attributes=userName", user("p-shown-2").build())
                        .json()
                        .keySet())
                .containsExactlyInAnyOrder("schemas", "id", "userName");
    }

    @Test
    @Rfc("7644 §3.11")
    void saysThatMeIsNobody() {
        scim.get("/Me").expectScimError(501, "");
    }

    @Test
    @Rfc("7644 §3.12")
    void explainsErrorsInScim() {
        scim.post("/Users", "{not json").expectScimError(400, "invalidSyntax");
        scim.post("/Users", "[]").expectScimError(400, "invalidSyntax");
        scim.get("/Nothing").expectScimError(404, "");
        scim.delete("/Users").expectScimError(405, "");
        scim.without("Authorization").get("/Users").expectScimError(401, "");
    }

    @Test
    @Rfc("7644 §2")
    void challengesWhoHasNoToken() {
        Answer refused = scim.bearer("ush_wrong").get("/Users").expect(401);

        assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    @Rfc("7644 §3.14")
    void comparesVersions() {
        Answer made = create("p-etag", "{}").expect(201);
        String path = path(made);
        String first = made.header("ETag");

        scim.with("If-None-Match", first).get(path).expect(304);
        scim.with("If-Match", "W/\"other\"")
                .patch(path, patch("add", "title", "x"))
                .expectScimError(412, "");
        Answer changed = scim.with("If-Match", "\"zzz\", " + first)
                .patch(path, patch("add", "title", "x"))
                .expect(200);
        assertThat(changed.header("ETag")).isNotEqualTo(first);
        scim.with("If-Match", first).delete(path).expectScimError(412, "");
        scim.with("If-Match", "*").delete(path).expect(204);
    }

    @Test
    @Rfc("7644 §4")
    void describesItself() {
        for (String path : List.of("/ServiceProviderConfig", "/ResourceTypes", "/Schemas", "/ResourceTypes/User")) {
            scim.get(path).expect(200);
            scim.without("Authorization").get(path).expect(200);
            scim.post(path, "{}").expectScimError(405, "");
        }
        scim.get("/Schemas?filter=" + Http.encode("id pr")).expectScimError(403, "");
    }

    @Test
    @Rfc("7644 §6")
    void keepsTenantsApart() {
        Answer made = create("p-tenant", "{}").expect(201);
        TestTenant other = TestTenant.create();

        other.scim().get(path(made)).expectScimError(404, "");
        other.scim().delete(path(made)).expectScimError(404, "");
        other.scim().post("/Users", user("p-tenant").build()).expect(201);
        assertThat(other.scim().get("/Users").json().getInt("totalResults")).isEqualTo(1);
    }

    @Test
    @Rfc("7643 §4.2")
    void nestsGroupsAndShowsThemOnUsers() {
        String id = create("p-group", "{}").expect(201).text("/id");
        String inner = tenant.createGroup("P inner", id);
        String outer = tenant.createGroup("P outer", inner);

        List<String> groups =
                scim.get("/Users/" + id).json().getJsonArray("groups").getValuesAs(JsonObject.class).stream()
                        .map(each -> each.getString("value") + " " + each.getString("type"))
                        .toList();

        assertThat(groups).containsExactlyInAnyOrder(inner + " direct", outer + " indirect");
        assertThat(scim.get("/Groups/" + outer).text("/members/0/type")).isEqualTo("Group");
        scim.patch("/Users/" + id, patch("replace", "groups", "x")).expectScimError(400, "mutability");
    }

    @Test
    @Rfc({"9865 §2", "9865 §2.1"})
    void walksByCursorWithoutRepeating() {
        TestTenant walked = TestTenant.create();
        for (int i = 0; i < 5; i++) {
            walked.createUser("c" + i);
        }
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonObject page = walked.scim()
                    .get("/Users?count=2&sortBy=userName&cursor=" + cursor)
                    .expect(200)
                    .json();
            page.getJsonArray("Resources")
                    .getValuesAs(JsonObject.class)
                    .forEach(each -> seen.add(each.getString("userName")));
            cursor = page.getString("nextCursor", "");
            assertThat(cursor).matches("[A-Za-z0-9._~-]*");
        } while (!cursor.isEmpty());

        assertThat(seen).containsExactly("c0", "c1", "c2", "c3", "c4");
    }

    @Test
    @Rfc("9865 §2.1")
    void refusesForeignCursorsAndCounts() {
        create("p-cursor", "{}").expect(201);

        scim.get("/Users?cursor=made-up").expectScimError(400, "invalidCursor");
        scim.get("/Users?cursor=&count=x").expectScimError(400, "invalidCount");
    }

    @Test
    @Rfc("9865 §4")
    void announcesItsPagination() {
        JsonObject pagination = scim.get("/ServiceProviderConfig").json().getJsonObject("pagination");

        assertThat(pagination.getBoolean("cursor")).isTrue();
        assertThat(pagination.getBoolean("index")).isTrue();
        assertThat(pagination.getString("defaultPaginationMethod")).isEqualTo("index");
        assertThat(pagination.getInt("maxPageSize")).isEqualTo(1_000);
    }
}
