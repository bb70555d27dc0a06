package dev.usher.people;

import static dev.usher.it.TestTenant.patch;
import static dev.usher.it.TestTenant.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.Rfc;
import dev.usher.it.Answer;
import dev.usher.it.Http;
import dev.usher.it.TestTenant;
import dev.usher.scim.Samples;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A tenant's own schemas: what comes before the registration, and the rules that hold after it. */
@Rfc("7643 §7")
class SchemaIndexIT {
    private static final String SITE = "urn:acme:params:scim:schemas:extension:site:2.0:User";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private TestTenant tenant;

    @BeforeEach
    void makeTenant() {
        tenant = TestTenant.create();
    }

    private Answer create(String name, String site) {
        return tenant.scim()
                .post("/Users", user(name).add(SITE, Samples.json(site)).build());
    }

    private Answer register(String attributes) {
        return tenant.admin()
                .post(
                        "/schemas",
                        Samples.json("{'id':'%s','name':'Site','attributes':[%s]}".formatted(SITE, attributes)));
    }

    private void awaitIndexed() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!tenant.admin().get("/schemas/" + SITE).expect(200).json().getBoolean("indexed")) {
            assertThat(System.nanoTime()).as("indexed in time").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private List<String> names(String filter) {
        JsonObject found = tenant.scim()
                .get("/Users?sortBy=userName&count=1000&filter=" + Http.encode(filter))
                .expect(200)
                .json();
        return found.containsKey("Resources")
                ? found.getJsonArray("Resources").getValuesAs(JsonObject.class).stream()
                        .map(each -> each.getString("userName"))
                        .toList()
                : List.of();
    }

    @Test
    void typesAndIndexesWhatWasThereBefore() {
        String ann = create("ann", "{'Floor':'3','badge':'A1','remote':'True','other':'kept'}")
                .expect(201)
                .text("/id");
        create("bob", "{'floor':10}").expect(201);
        create("cat", "{'floor':'attic'}").expect(201);
        tenant.createUser("dan");

        register("{'name':'floor','type':'integer'},{'name':'badge','type':'string','caseExact':true},"
                        + "{'name':'remote','type':'boolean'}")
                .expect(201);
        create("eve", "{'floor':'7'}").expect(201);
        // Searches are right at every moment, whether by documents or by the value table.
        assertThat(names("floor gt 2")).contains("eve");
        awaitIndexed();

        assertThat(names(SITE + ":floor gt 2")).containsExactly("ann", "bob", "eve");
        assertThat(names(SITE + ":remote eq true")).containsExactly("ann");
        assertThat(names(SITE + ":badge eq \"a1\"")).isEmpty();
        Answer shown = tenant.scim().get("/Users/" + ann);
        assertThat(shown.json().getJsonObject(SITE))
                .isEqualTo(Samples.json("{'floor':3,'badge':'A1','remote':true,'other':'kept'}"));
        assertThat(shown.header("ETag")).isEqualTo("W/\"2\"");
        assertThat(tenant.admin().get("/jobs").expect(200).json().toString()).contains("\"schema-index\"");
    }

    @Test
    void keepsChangesThatComeWhileItIndexes() {
        List<String> ids = IntStream.range(0, 230)
                .mapToObj(i -> create("u%03d".formatted(i), "{'floor':'1'}").text("/id"))
                .toList();
        register("{'name':'floor','type':'integer'}").expect(201);

        for (String id : ids.subList(0, 50)) {
            tenant.scim()
                    .patch("/Users/" + id, patch("replace", SITE + ":floor", "2"))
                    .expect(200);
        }
        awaitIndexed();

        assertThat(names("floor eq 2")).hasSize(50);
        assertThat(names("floor eq 1")).hasSize(180);
    }

    @Test
    void holdsAttributesToTheirUniqueness() {
        create("ann", "{'badge':'A1'}").expect(201);
        register("{'name':'badge','type':'string','uniqueness':'server'}").expect(201);
        awaitIndexed();

        create("bob", "{'badge':'a1'}").expectScimError(409, "uniqueness");
        String bob = create("bob", "{'badge':'B1'}").expect(201).text("/id");
        tenant.scim()
                .patch("/Users/" + bob, patch("replace", SITE + ":badge", "A1"))
                .expectScimError(409, "uniqueness");
        tenant.scim()
                .patch("/Users/" + bob, patch("replace", SITE + ":badge", "b1"))
                .expect(200);
        List<Integer> statuses = IntStream.range(0, 16)
                .parallel()
                .mapToObj(i -> create("p" + i, "{'badge':'P'}").status())
                .sorted()
                .toList();
        assertThat(statuses.get(0)).isEqualTo(201);
        assertThat(statuses.subList(1, 16)).containsOnly(409);
    }

    /** While the schema was away, nobody kept its values; what stands in the index from before must not be found. */
    @Test
    void forgetsWhatUsersLostWhileTheSchemaWasAway() {
        String badge = "{'name':'badge','type':'string','uniqueness':'server'}";
        register(badge).expect(201);
        String ann = create("ann", "{'badge':'7'}").expect(201).text("/id");
        tenant.admin().delete("/schemas/" + SITE).expect(204);
        tenant.scim().put("/Users/" + ann, user("ann").build()).expect(200);
        register(badge).expect(201);
        awaitIndexed();

        assertThat(names(SITE + ":badge eq \"7\"")).isEmpty();
        create("bob", "{'badge':'7'}").expect(201);
        tenant.scim()
                .patch("/Users/" + ann, patch("replace", SITE + ":badge", "8"))
                .expect(200);
        assertThat(names(SITE + ":badge eq \"8\"")).containsExactly("ann");
    }

    /** One object, whose parts may have several values: there are no elements that could be meant. */
    @Test
    void comparesThePartsOfOneObjectTogether() {
        register("{'name':'thing','type':'complex','subAttributes':["
                        + "{'name':'kind','type':'string'},{'name':'tags','type':'string','multiValued':true}]}")
                .expect(201);
        create("ann", "{'thing':{'kind':'k','tags':['a','b']}}").expect(201);
        create("bob", "{'thing':{'kind':'l','tags':['b']}}").expect(201);
        tenant.createUser("cat");
        String thing = SITE + ":thing[";

        assertThat(names(thing + "kind eq \"k\" and tags eq \"b\"]")).containsExactly("ann");
        assertThat(names(thing + "tags eq \"a\" and tags eq \"b\"]")).containsExactly("ann");
        assertThat(names(thing + "not (kind eq \"k\")]")).containsExactly("bob");
    }

    @Test
    void refusesUniqueAttributesOfGroups() {
        String definition =
                "{'resourceType':'GROUP','id':'urn:acme:x:2.0:Group','name':'X','attributes':[{'name':'x','type':'string','uniqueness':'server'}]}";

        tenant.admin().post("/schemas", Samples.json(definition)).expectProblem(400, "invalid-request");
    }

    /** What was missing before the registration stops no later change, least of all one that ends access. */
    @Test
    void lacksOnWhatWasMissingBefore() {
        String ann = create("ann", "{'shift':'Day'}").expect(201).text("/id");
        register("{'name':'badge','type':'string','required':true},{'name':'shift','type':'string'}")
                .expect(201);

        tenant.scim()
                .patch("/Users/" + ann, patch("replace", SITE + ":shift", "Night"))
                .expect(200);
        tenant.scim().patch("/Users/" + ann, patch("add", SITE + ":badge", "B")).expect(200);
        tenant.scim()
                .patch("/Users/" + ann, patch("replace", SITE + ":badge", ""))
                .expectScimError(400, "invalidValue");
    }

    @Test
    void holdsAttributesToTheirDefinition() {
        register("{'name':'badge','type':'string','required':true,'mutability':'immutable'},"
                        + "{'name':'shift','type':'string','canonicalValues':['Day','Night']},"
                        + "{'name':'level','type':'integer','mutability':'readOnly'},"
                        + "{'name':'pin','type':'string','mutability':'writeOnly'}")
                .expect(201);

        create("a", "{'shift':'Day'}").expectScimError(400, "invalidValue");
        create("a", "{'badge':'A','shift':'Noon'}").expectScimError(400, "invalidValue");
        create("a", "{'badge':'A','shift':7}").expectScimError(400, "invalidValue");
        Answer made = create("a", "{'badge':'A','shift':'Day','level':9,'pin':'1234'}")
                .expect(201);
        assertThat(made.json().getJsonObject(SITE)).isEqualTo(Samples.json("{'badge':'A','shift':'Day'}"));
        String path = "/Users/" + made.text("/id");
        assertThat(tenant.scim().get(path + "?attributes=" + SITE + ":pin").body())
                .doesNotContain("1234");
        tenant.scim()
                .patch("/Users/" + tenant.createUser("bare"), patch("add", SITE + ":shift", "Day"))
                .expectScimError(400, "invalidValue");
        tenant.scim().patch(path, patch("replace", SITE + ":badge", "B")).expectScimError(400, "mutability");
        tenant.scim().patch(path, patch("replace", SITE + ":level", "1")).expectScimError(400, "mutability");
        tenant.scim().patch(path, patch("replace", SITE + ":shift", "Noon")).expectScimError(400, "invalidValue");
        tenant.scim().patch(path, patch("replace", SITE + ":shift", "Night")).expect(200);
        tenant.scim()
                .put(path, user("a").add(SITE, Samples.json("{'badge':'B'}")).build())
                .expectScimError(400, "mutability");
    }
}
