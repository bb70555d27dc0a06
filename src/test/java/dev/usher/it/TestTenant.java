package dev.usher.it;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A tenant that one test has for itself: SCIM chosen, one storage region, one profile, a mapping for all users, a token.
 *
 * @param admin speaks to {@code /api/v1/tenants/{name}} as the platform administrator
 * @param scim speaks to {@code /scim/v2} with the token
 */
public record TestTenant(
        String name, Http admin, Http scim, String token, String regionId, String profileId, String mappingId) {
    /** The schema of users. */
    public static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";
    /** The enterprise extension. */
    public static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    /** The schema of groups. */
    public static final String GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group";
    /** The message of a PATCH. */
    public static final String PATCH_OP = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
    /** Usher's own extension. */
    public static final String ASSIGNMENT = "urn:usher:params:scim:schemas:extension:assignment:2.0:User";

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String RUN = Long.toString(System.nanoTime() & 0xFFFFFFF, 36);

    /** A new tenant at the shared server. */
    public static TestTenant create() {
        return create(UsherServer.http());
    }

    /** A new tenant at this server, given without a path. */
    public static TestTenant create(Http server) {
        TestTenant bare = withoutMapping(server);
        String mapping =
                bare.createMapping("Everyone", Json.createObjectBuilder().add("type", "ALL_USERS"), bare.profileId);
        return new TestTenant(bare.name, bare.admin, bare.scim, bare.token, bare.regionId, bare.profileId, mapping);
    }

    /** The same, but no mapping, so that every user is refused; {@link #mappingId} is blank. */
    public static TestTenant withoutMapping(Http server) {
        Http api =
                server.below("/api/v1").basic("admin", UsherServer.PASSWORD).with("Content-Type", "application/json");
        String name = "t-" + RUN + "-" + COUNT.incrementAndGet();
        api.post(
                        "/tenants",
                        Json.createObjectBuilder()
                                .add("name", name)
                                .add("displayName", name)
                                .build())
                .expect(201);
        Http admin = api.below("/tenants/" + name);
        admin.put("/user-management", "{\"type\":\"SCIM\",\"confirmed\":true}").expect(200);
        String token = admin.post("/tokens", "{\"name\":\"test\"}").expect(201).text("/secret");
        String region = admin.post("/storage-regions", "{\"name\":\"EU-Frankfurt\"}")
                .expect(201)
                .text("/id");
        String profile = admin.post(
                        "/profiles", "{\"name\":\"General Profile 1\",\"dataLocked\":false,\"quotaBytes\":5368709120}")
                .expect(201)
                .text("/id");
        Http scim = server.below("/scim/v2").bearer(token).with("Content-Type", "application/scim+json");
        return new TestTenant(name, admin, scim, token, region, profile, "");
    }

    /** Makes a profile; its id. */
    public String createProfile(String name, boolean dataLocked, long quotaBytes) {
        var body = Json.createObjectBuilder()
                .add("name", name)
                .add("dataLocked", dataLocked)
                .add("quotaBytes", quotaBytes);
        return admin.post("/profiles", body.build()).expect(201).text("/id");
    }

    /** Makes a mapping on one attribute, last in the order; its id. */
    public String createMapping(String name, String attribute, String value, String profile) {
        var criteria = Json.createObjectBuilder()
                .add("type", "ATTRIBUTE")
                .add("attribute", attribute)
                .add("values", Json.createArrayBuilder().add(value));
        return createMapping(name, criteria, profile);
    }

    private String createMapping(String name, JsonObjectBuilder criteria, String profile) {
        var assignment = Json.createObjectBuilder().add("profileId", profile).add("storageRegionId", regionId);
        var body = Json.createObjectBuilder()
                .add("name", name)
                .add("criteria", criteria)
                .add("assignment", assignment);
        return admin.post("/mappings", body.build()).expect(201).text("/id");
    }

    /** Gives a mapping that profile, and the tenant's region. */
    public void moveMapping(String mapping, String profile) {
        var assignment = Json.createObjectBuilder().add("profileId", profile).add("storageRegionId", regionId);
        var body = Json.createObjectBuilder().add("assignment", assignment);
        admin.patch("/mappings/" + mapping, body.build()).expect(200);
    }

    /** A user's body with that name; more may be added. */
    public static JsonObjectBuilder user(String userName) {
        return Json.createObjectBuilder()
                .add("schemas", Json.createArrayBuilder().add(USER))
                .add("userName", userName);
    }

    /** A user's body with that name in that department. */
    public static JsonObjectBuilder user(String userName, String department) {
        return Json.createObjectBuilder()
                .add("schemas", Json.createArrayBuilder().add(USER).add(ENTERPRISE))
                .add("userName", userName)
                .add(ENTERPRISE, Json.createObjectBuilder().add("department", department));
    }

    /** A PATCH of one operation; a value of text. */
    public static JsonObject patch(String op, String path, String value) {
        return patch(Json.createObjectBuilder().add("op", op).add("path", path).add("value", value));
    }

    /** A PATCH of these operations. */
    public static JsonObject patch(JsonObjectBuilder... operations) {
        var array = Json.createArrayBuilder();
        for (JsonObjectBuilder operation : operations) {
            array.add(operation);
        }
        return Json.createObjectBuilder()
                .add("schemas", Json.createArrayBuilder().add(PATCH_OP))
                .add("Operations", array)
                .build();
    }

    /** Creates a user; the id. */
    public String createUser(String userName) {
        return scim.post("/Users", user(userName).build()).expect(201).text("/id");
    }

    /** Creates a group with these members; the id. */
    public String createGroup(String displayName, String... members) {
        var list = Json.createArrayBuilder();
        for (String member : members) {
            list.add(Json.createObjectBuilder().add("value", member));
        }
        var body = Json.createObjectBuilder()
                .add("schemas", Json.createArrayBuilder().add(GROUP))
                .add("displayName", displayName)
                .add("members", list);
        return scim.post("/Groups", body.build()).expect(201).text("/id");
    }

    /** Users that a filter finds, the first page. */
    public Answer find(String filter) {
        return scim.get("/Users?filter=" + Http.encode(filter)).expect(200);
    }

    /** The items of every page of a list of the admin API; parameters may follow the path. */
    public List<JsonObject> all(String path) {
        var items = new ArrayList<JsonObject>();
        String first = path + (path.contains("?") ? "&" : "?") + "limit=1000";
        Optional<String> next = Optional.of("");
        while (next.isPresent()) {
            JsonObject page = admin.get(first + next.get()).expect(200).json();
            items.addAll(page.getJsonArray("items").getValuesAs(JsonObject.class));
            next = Optional.of(page.getString("next", ""))
                    .filter(cursor -> !cursor.isEmpty())
                    .map(cursor -> "&cursor=" + cursor);
        }
        return items;
    }

    /** The newest provisioning events, newest first. */
    public Answer events() {
        return admin.get("/provisioning-events").expect(200);
    }
}
