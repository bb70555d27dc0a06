package dev.usher.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.Rfc;
import dev.usher.it.Http;
import dev.usher.it.TestTenant;
import dev.usher.scim.Samples;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Filters on what no document holds: members, links, locations. Team has Alice and Bob, Outer has Team, Empty nobody. */
class MemberFilterIT {
    private TestTenant tenant;
    private String alice;
    private String team;
    private String outer;

    @BeforeEach
    void makeGroups() {
        tenant = TestTenant.create();
        alice = tenant.createUser("alice@acme.com");
        team = tenant.createGroup("Team", alice, tenant.createUser("bob@acme.com"));
        outer = tenant.createGroup("Outer", team);
        tenant.createGroup("Empty");
    }

    private List<String> names(String type, String filter, String name) {
        String sent = filter.replace("ALICE", alice)
                .replace("TEAM", team)
                .replace("OUTER", outer)
                .replace("BASE", tenant.scim().base().toString())
                .replace('\'', '"');
        JsonObject found = tenant.scim()
                .get("/" + type + "?sortBy=" + name + "&filter=" + Http.encode(sent))
                .expect(200)
                .json();
        return found.containsKey("Resources")
                ? found.getJsonArray("Resources").getValuesAs(JsonObject.class).stream()
                        .map(each -> each.getString(name))
                        .toList()
                : List.of();
    }

    @ParameterizedTest
    @Rfc("7644 §3.4.2.2")
    @CsvSource(
            delimiter = '|',
            value = {
                "members.value eq 'ALICE'|Team",
                "members.value ne 'ALICE'|Empty,Outer,Team",
                "not (members.value eq 'ALICE')|Empty,Outer",
                "members pr|Outer,Team",
                "members.type eq 'group'|Outer",
                "members.type ne 'Group'|Empty,Team",
                "members.type pr|Outer,Team",
                "members[value eq 'ALICE' and type eq 'User']|Team",
                "members[value eq 'ALICE' and type eq 'Group']|",
                "members[value eq 'ALICE' or value eq 'TEAM']|Outer,Team",
                "members[not (value eq 'ALICE') and type eq 'User']|Team",
                "members.$ref eq 'BASE/Groups/TEAM'|Outer",
                "members.$ref eq 'BASE/Users/TEAM'|",
                "members.value eq 'nobody'|",
                "members.value eq 'ALICE' and id sw '0'|Team",
                "id sw '0' and members.$ref eq 'BASE/Groups/TEAM'|Outer",
                "members.type eq 'Group' or displayName eq 'empty'|Empty,Outer",
                "meta.location eq 'BASE/Groups/TEAM'|Team",
                "meta.location ne 'BASE/Groups/TEAM'|Empty,Outer",
                "members.value sw 'ALICE'|Team",
                "members.value sw '0'|Outer,Team",
                "members.value sw 'f'|",
                "members.value sw 'ALICE0'|",
                "members[value sw '01' and type eq 'Group']|Outer",
                "members.$ref ew '/TEAM'|Outer",
                "members.$ref co 'Users/ALICE'|Team",
                "members.$ref co 'Groups/ALICE'|",
                "members.$ref co '/Groups'|Outer",
                "members.$ref co 'Users/'|Team",
                "meta.location ew 'TEAM'|Team",
                "meta.location co '/Groups/'|Empty,Outer,Team",
                "meta.location co '/Users/'|",
                "meta.location co 'scim/v2/Groups/OUTER'|Outer",
                "meta.location pr|Empty,Outer,Team"
            })
    void findsGroups(String filter, String expected) {
        List<String> wanted = expected == null ? List.of() : List.of(expected.split(","));

        assertThat(names("Groups", filter, "displayName")).isEqualTo(wanted);
    }

    @Test
    void findsUsersByPartsOfTheirLocation() {
        assertThat(names("Users", "meta.location ew '/Users/ALICE'", "userName"))
                .containsExactly("alice@acme.com");
        assertThat(names("Users", "meta.location co 'ALICE'", "userName")).containsExactly("alice@acme.com");
        assertThat(names("Users", "meta.location co '/Users/'", "userName")).hasSize(2);
    }

    @Test
    void findsUsersByTheLinkToTheirGroups() {
        assertThat(names("Users", "groups.$ref eq 'BASE/Groups/OUTER'", "userName"))
                .containsExactly("alice@acme.com", "bob@acme.com");
        assertThat(names("Users", "groups.$ref pr", "userName")).hasSize(2);
        assertThat(names("Users", "groups.$ref eq 'BASE/Groups/TEAM' and groups.type eq 'direct'", "userName"))
                .containsExactly("alice@acme.com", "bob@acme.com");
    }

    /** The schema says that they compare without case; ids themselves do not. */
    @Test
    @Rfc("7643 §2.2")
    void findsByIdsInCapitals() {
        String capitals = alice.toUpperCase(Locale.ROOT);

        assertThat(names("Groups", "members.value eq '" + capitals + "'", "displayName"))
                .containsExactly("Team");
        assertThat(names("Groups", "members.value sw '" + capitals.substring(0, 35) + "'", "displayName"))
                .containsExactly("Team");
        assertThat(names("Users", "groups.value eq '" + outer.toUpperCase(Locale.ROOT) + "'", "userName"))
                .hasSize(2);
        assertThat(names("Users", "id eq '" + capitals + "'", "userName")).isEmpty();
    }

    @Test
    @Rfc("7643 §2.3.5")
    void takesTimesWithoutAZoneForUtc() {
        assertThat(names("Users", "meta.created gt '2026-01-31T12:00:00'", "userName"))
                .hasSize(2);
        assertThat(names("Users", "meta.lastModified lt '2026-01-31T12:00:00'", "userName"))
                .isEmpty();
    }

    @Test
    @Rfc("7644 §3.4.2.3")
    void sortsByThePrimaryValueAlsoWhereNoneIsIndexed() {
        var towns = Map.of(
                "a@acme.com", "[{'locality':'Zurich'},{'locality':'Aachen','primary':true}]",
                "b@acme.com", "[{'locality':'Bonn'}]");
        towns.forEach((name, addresses) -> tenant.scim()
                .post(
                        "/Users",
                        TestTenant.user(name)
                                .add(
                                        "addresses",
                                        Samples.json("{'l':" + addresses + "}").get("l"))
                                .build())
                .expect(201));

        assertThat(tenant.scim()
                        .get("/Users?sortBy=addresses.locality&count=2&attributes=userName")
                        .expect(200)
                        .json()
                        .getJsonArray("Resources")
                        .getValuesAs(each -> each.asJsonObject().getString("userName")))
                .containsExactly("a@acme.com", "b@acme.com");
    }

    @Test
    void refusesWhatBelongsToTheMemberItselfOrNeedsTheWholeAddress() {
        for (String filter : List.of(
                "members.display co \"a\"",
                "members.display eq \"a\"",
                "members.value co \"0\"",
                "members.$ref sw \"http\"",
                "members.value eq \"a\" or id sw \"0\"",
                "not (members pr and id sw \"0\")",
                "meta[location eq \"a\"]",
                "meta.location co \"a\"",
                "meta.location sw \"http\"")) {
            tenant.scim().get("/Groups?filter=" + Http.encode(filter)).expectScimError(400, "invalidFilter");
        }
        String manager = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager";
        for (String filter : List.of(
                "groups.$ref ne \"a\"",
                "not (groups.$ref co \"/Groups/\")",
                "groups[$ref eq \"a\" and type eq \"direct\"]",
                manager + ".$ref eq \"a\"",
                manager + "[$ref ne \"a\"]")) {
            tenant.scim().get("/Users?filter=" + Http.encode(filter)).expectScimError(400, "invalidFilter");
        }
    }

    @Test
    @Rfc("9865 §2")
    void beginsAWalkByTheNameAlone() {
        JsonObject page =
                tenant.scim().get("/Groups?cursor&count=2").expect(200).json();

        assertThat(page.getInt("itemsPerPage")).isEqualTo(2);
        assertThat(page.getString("nextCursor")).isNotBlank();
        assertThat(page).doesNotContainKey("startIndex");
    }
}
