package dev.usher.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The order is one permutation, saved whole under its version. */
class MappingOrderIT {
    private TestTenant tenant;
    private String a;
    private String b;
    private String c;

    @BeforeEach
    void makeThreeMappings() {
        tenant = TestTenant.withoutMapping(UsherServer.http());
        a = tenant.createMapping("A", "department", "x", tenant.profileId());
        b = tenant.createMapping("B", "department", "x", tenant.profileId());
        c = tenant.createMapping("C", "department", "x", tenant.profileId());
    }

    @Test
    void savesAPermutationAndGivesItsNewVersion() {
        String before = order().header("ETag");

        Answer saved = put(before, c, a, b).expect(200);

        assertThat(ids(saved)).containsExactly(c, a, b);
        assertThat(saved.header("ETag")).isNotEqualTo(before).isEqualTo(order().header("ETag"));
        assertThat(ids(order())).containsExactly(c, a, b);
        assertThat(tenant.admin().get("/mappings").text("/items/0/name")).isEqualTo("C");
        assertThat(newUsersMapping("sam")).isEqualTo("C");
    }

    @Test
    void savingWhatIsSavedLeavesVersionAndTrailAlone() {
        String before = order().header("ETag");
        String trail = tenant.admin().get("/audit-events").body();

        Answer saved = put(before, a, b, c).expect(200);

        assertThat(saved.header("ETag")).isEqualTo(before).isEqualTo(order().header("ETag"));
        assertThat(ids(saved)).containsExactly(a, b, c);
        assertThat(tenant.admin().get("/audit-events").body()).isEqualTo(trail);
        put("\"999\"", a, b, c).expectProblem(412, "changed-meanwhile");
    }

    @Test
    void demandsTheVersion() {
        tenant.admin().put("/mapping-order", array(a, b, c)).expectProblem(428, "if-match-needed");
    }

    @Test
    void refusesAnOrderThatWasReadBeforeAnotherChange() {
        String before = order().header("ETag");
        String d = tenant.createMapping("D", "department", "x", tenant.profileId());

        put(before, c, a, b).expectProblem(412, "changed-meanwhile");

        assertThat(ids(order())).containsExactly(a, b, c, d);
    }

    @Test
    void namesWhatIsMissingUnknownAndTwice() {
        String stranger = "01890000-0000-7000-8000-000000000001";

        Answer refused = put(order().header("ETag"), a, a, stranger);

        refused.expectProblem(409, "not-a-permutation");
        assertThat(refused.at("/missing").toString()).isEqualTo(array(b, c));
        assertThat(refused.at("/twice").toString()).isEqualTo(array(a));
        assertThat(refused.at("/unknown").toString()).isEqualTo(array(stranger));
        assertThat(ids(order())).containsExactly(a, b, c);
    }

    @Test
    void oneOfManyWritersWithTheSameVersionWins() {
        String before = order().header("ETag");

        List<Integer> statuses = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> put(before, c, b, a).status())
                .toList();

        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 412).hasSize(7);
    }

    @Test
    void mappingsMadeAtTheSameTimeAllComeLast() {
        IntStream.range(0, 8)
                .parallel()
                .forEach(i -> tenant.createMapping("P" + i, "department", "x", tenant.profileId()));

        assertThat(ids(order())).hasSize(11).doesNotHaveDuplicates().startsWith(a, b, c);
    }

    @Test
    void auditsTheOrderBeforeAndAfter() {
        put(order().header("ETag"), c, b, a).expect(200);

        Answer trail = tenant.admin()
                .get("/audit-events?limit=1&action=mapping.order-changed")
                .expect(200);

        assertThat(trail.text("/items/0/before/order/0/name")).isEqualTo("A");
        assertThat(trail.text("/items/0/after/order/0/name")).isEqualTo("C");
    }

    private Answer order() {
        return tenant.admin().get("/mapping-order").expect(200);
    }

    private Answer put(String version, String... ids) {
        return tenant.admin().with("If-Match", version).put("/mapping-order", array(ids));
    }

    private String newUsersMapping(String name) {
        Answer made =
                tenant.scim().post("/Users", TestTenant.user(name, "x").build()).expect(201);
        return made.json().getJsonObject(TestTenant.ASSIGNMENT).getString("mapping");
    }

    private static String array(String... ids) {
        return Json.createArrayBuilder(List.of(ids)).build().toString();
    }

    private static List<String> ids(Answer order) {
        try (var reader = Json.createReader(new StringReader(order.body()))) {
            JsonArray array = reader.readArray();
            return IntStream.range(0, array.size()).mapToObj(array::getString).toList();
        }
    }
}
