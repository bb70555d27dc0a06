package dev.usher.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.Rfc;
import dev.usher.it.Answer;
import dev.usher.it.Http;
import dev.usher.it.TestTenant;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Searches over all resource types: one meaning, one order. */
class RootSearchIT {
    private static final int PEOPLE = 7;

    private static TestTenant tenant;
    /** The name by which a test knows it: of users before the @, of groups as they are called. */
    private static final Map<String, String> NAMES = new HashMap<>();

    private static final List<String> USERS = new ArrayList<>();
    private static final List<String> GROUPS = new ArrayList<>();

    /** Users u0 to u6, of whom u1, u3 and u5 are displayed as d1, d3, d5; groups d0, d2, d4, z. */
    @BeforeAll
    static void populate() {
        tenant = TestTenant.create();
        for (int i = 0; i < PEOPLE; i++) {
            var user = TestTenant.user("u" + i + "@all.example");
            if (i % 2 == 1) {
                user.add("displayName", "D" + i);
            }
            keep(
                    USERS,
                    "u" + i,
                    tenant.scim().post("/Users", user.build()).expect(201).text("/id"));
        }
        for (String name : List.of("d4", "d0", "z", "d2")) {
            keep(GROUPS, name, name.equals("z") ? tenant.createGroup(name) : tenant.createGroup(name, idOf("u0")));
        }
    }

    private static void keep(List<String> list, String name, String id) {
        list.add(name);
        NAMES.put(id, name);
    }

    private static String idOf(String name) {
        return NAMES.entrySet().stream()
                .filter(each -> each.getValue().equals(name))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private static List<String> names(Answer page) {
        return page.json().getJsonArray("Resources").getValuesAs(JsonObject.class).stream()
                .map(each -> NAMES.get(each.getString("id")))
                .toList();
    }

    @ParameterizedTest
    @Rfc("7644 §3.4.2.1")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "userName eq \"u0@all.example\" or displayName eq \"D4\"|u0 d4",
                "not (userName sw \"u\")|d0 d2 d4 z",
                "userName ne \"u0@all.example\" and userName ne \"u1@all.example\" and not (displayName pr)|u2 u4 u6",
                "userName ne \"u0@all.example\" and displayName pr|d0 d2 d4 u1 u3 u5 z",
                "not (members pr)|u0 u1 u2 u3 u4 u5 u6 z",
                "displayName pr and not (userName pr)|d0 d2 d4 z",
                "(meta.resourceType eq \"User\" and userName eq \"u1@all.example\") or (meta.resourceType eq \"Group\" and displayName eq \"d2\")|d2 u1",
                "displayName eq \"d3\"|u3",
                "emails eq null and displayName ge \"d4\"|d4 u5 z",
                "department eq \"x\"|",
                "userName pr and members pr|"
            })
    void anAttributeThatATypeLacksHasNoValueThere(String filter, String found) {
        String[] expected = found == null ? new String[0] : found.split(" ");
        var body = Json.createObjectBuilder()
                .add("schemas", Json.createArrayBuilder().add("urn:ietf:params:scim:api:messages:2.0:SearchRequest"))
                .add("filter", filter)
                .build();

        Answer byQuery = tenant.scim().get("/?filter=" + Http.encode(filter)).expect(200);
        Answer byBody = tenant.scim().post("/.search", body).expect(200);
        Answer byCursor =
                tenant.scim().get("/?cursor&filter=" + Http.encode(filter)).expect(200);

        assertThat(names(byQuery)).containsExactlyInAnyOrder(expected);
        assertThat(byQuery.json().getInt("totalResults")).isEqualTo(expected.length);
        assertThat(names(byBody)).isEqualTo(names(byQuery));
        assertThat(names(byCursor)).isEqualTo(names(byQuery));
    }

    @Test
    @Rfc("7644 §3.4.2.1")
    void refusesOnlyWhatNoTypeKnows() {
        tenant.scim().get("/?filter=shoeSize%20pr%20or%20userName%20pr").expectScimError(400, "invalidFilter");
        tenant.scim().get("/?sortBy=shoeSize").expectScimError(400, "invalidPath");
        tenant.scim().get("/?sortBy=members").expect(200);
        tenant.scim().get("/?sortBy=name").expectScimError(400, "invalidPath");
    }

    /** In the order of making where nothing else decides, since ids tell it. */
    private static List<String> expected(String sortBy, boolean descending) {
        List<String> all = Stream.concat(USERS.stream(), GROUPS.stream()).toList();
        Comparator<String> order =
                Comparator.comparing(name -> key(sortBy, name).orElse("\uffff"), Comparator.naturalOrder());
        order = order.thenComparing(all::indexOf);
        return all.stream().sorted(descending ? order.reversed() : order).toList();
    }

    private static Optional<String> key(String sortBy, String name) {
        return switch (sortBy) {
            case "displayName" ->
                USERS.contains(name)
                        ? Optional.of("d" + name.charAt(1)).filter(found -> name.charAt(1) % 2 == 1)
                        : Optional.of(name);
            case "userName" -> Optional.of(name).filter(USERS::contains);
            case "meta.created", "id" -> Optional.of("");
            default -> Optional.empty();
        };
    }

    @ParameterizedTest
    @Rfc({"7644 §3.4.2.1", "7644 §3.4.2.3"})
    @ValueSource(strings = {"displayName", "userName", "meta.created", "id", "title"})
    void sortsAllTypesInOneOrderWithWhoeverLacksTheValueLast(String sortBy) {
        for (boolean descending : new boolean[] {false, true}) {
            List<String> expected = expected(sortBy, descending);
            String query = "/?sortBy=" + sortBy + "&sortOrder=" + (descending ? "descending" : "ascending");
            for (int start = 1; start <= expected.size() + 1; start += 2) {
                Answer page = tenant.scim()
                        .get(query + "&count=3&startIndex=" + start)
                        .expect(200);

                assertThat(names(page))
                        .as("%s from %d", query, start)
                        .isEqualTo(expected.subList(start - 1, Math.min(expected.size(), start + 2)));
                assertThat(page.json().getInt("totalResults")).isEqualTo(expected.size());
            }
            assertThat(walked(query + "&count=4")).as(query).isEqualTo(expected);
        }
    }

    private static List<String> walked(String query) {
        var seen = new ArrayList<String>();
        Answer page = tenant.scim().get(query + "&cursor").expect(200);
        seen.addAll(names(page));
        while (page.json().containsKey("nextCursor")) {
            page = tenant.scim()
                    .get(query + "&cursor=" + page.text("/nextCursor"))
                    .expect(200);
            seen.addAll(names(page));
        }
        return seen;
    }

    @Test
    void cursorsOfOneTypeAndOfAllAreNotTheSame() {
        String ofAll = tenant.scim()
                .get("/?cursor&count=1&filter=members%20pr")
                .expect(200)
                .text("/nextCursor");

        tenant.scim().get("/Groups?count=1&filter=members%20pr&cursor=" + ofAll).expectScimError(400, "invalidCursor");
    }

    @Test
    @Rfc("9865 §2.2")
    void refusesACursorWhoseLastCharacterWasChanged() {
        String cursor = tenant.scim().get("/Users?cursor&count=1").expect(200).text("/nextCursor");
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

        for (char each : alphabet.toCharArray()) {
            String changed = cursor.substring(0, cursor.length() - 1) + each;
            Answer answer = tenant.scim().get("/Users?count=1&cursor=" + changed);
            if (changed.equals(cursor)) {
                answer.expect(200);
            } else {
                answer.expectScimError(400, "invalidCursor");
            }
        }
    }
}
