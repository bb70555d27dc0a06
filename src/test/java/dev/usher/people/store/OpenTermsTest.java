package dev.usher.people.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.platform.Database;
import dev.usher.scim.Samples;
import dev.usher.scim.error.ScimException;
import dev.usher.scim.error.ScimType;
import dev.usher.scim.filter.FilterLimits;
import dev.usher.scim.filter.FilterParser;
import dev.usher.scim.resource.ScimResource;
import dev.usher.scim.schema.ResourceType;
import dev.usher.scim.schema.SchemaJson;
import dev.usher.scim.schema.SchemaRegistry;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What only the tables know, beside what only documents know. */
class OpenTermsTest {
    private static final String BASE = "https://usher.example/scim/v2";
    private static final String LEVEL = "urn:acme:params:scim:schemas:extension:level:2.0:Group";
    private static final SchemaRegistry REGISTRY = SchemaRegistry.standard()
            .with(
                    ResourceType.GROUP,
                    SchemaJson.custom(
                            Samples.json("{'id':'%s','name':'Level','attributes':[{'name':'level','type':'integer'}]}"
                                    .formatted(LEVEL))));

    private static Census census;
    private static UUID ann;
    private static UUID team;

    @BeforeAll
    static void populate() {
        var source = new JdbcDataSource();
        source.setUrl("jdbc:h2:mem:open;MODE=MySQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1");
        census = new Census(source);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        ann = census.add(Samples.json("{'userName':'ann','name':{'formatted':'Ann Ash'}}"), true, now);
        UUID bob = census.add(Samples.json("{'userName':'bob','name':{'formatted':'Bob Birch'}}"), true, now);
        team = group("Team", ann, now);
        group("Others", bob, now);
    }

    private static UUID group(String name, UUID member, Instant now) {
        UUID id = UUID.randomUUID();
        ScimResource document = Samples.group("{'displayName':'%s','%s':{'level':5}}".formatted(name, LEVEL));
        var rows = new Wiring().with(Database.class, census.database).make(GroupRows.class);
        rows.insert(Census.TENANT, GroupRow.born(id, 1, document, 1, now));
        census.database.update(
                "INSERT INTO membership(tenant_no, group_id, member_id) VALUES (?,?,?)",
                Census.TENANT.number(),
                id,
                member);
        return id;
    }

    private static Stream<Arguments> answered() {
        String inTeam = "members.value eq \"" + ann + "\"";
        return Stream.of(
                Arguments.of(
                        ResourceType.GROUP,
                        inTeam + " and id sw \"" + team.toString().charAt(0) + "\"",
                        team),
                Arguments.of(
                        ResourceType.GROUP,
                        "id sw \"" + team.toString().charAt(0) + "\" and not (" + inTeam.replace("eq", "ne") + ")",
                        team),
                Arguments.of(ResourceType.GROUP, inTeam + " and " + LEVEL + ":level eq 5", team),
                Arguments.of(
                        ResourceType.USER,
                        "groups.$ref eq \"" + BASE + "/Groups/" + team + "\" and groups.type eq \"direct\"",
                        ann),
                Arguments.of(
                        ResourceType.USER,
                        "meta.location eq \"" + BASE + "/Users/" + ann + "\" and name.formatted pr",
                        ann),
                Arguments.of(
                        ResourceType.USER,
                        "groups.value eq \"" + team + "\" and (name.formatted pr or groups.type eq \"x\")",
                        ann));
    }

    @ParameterizedTest
    @MethodSource("answered")
    void areAnsweredByBoth(ResourceType type, String filter, UUID expected) {
        for (int narrow : new int[] {SearchStore.NARROW, 1}) {
            assertThat(census.walked(census.search(narrow), query(type, filter), 10))
                    .as(filter)
                    .containsExactly(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "members.value eq \"a\" or id sw \"0\"",
                "not (members.value eq \"a\" and id sw \"0\")",
                "members pr or id sw \"0\"",
                "meta.location eq \"a\" or id sw \"0\""
            })
    void areRefusedWhereNeitherCanTellAlone(String filter) {
        assertThatThrownBy(() ->
                        census.search(SearchStore.NARROW).find(query(ResourceType.GROUP, filter), Window.first(1)))
                .isInstanceOfSatisfying(
                        ScimException.class, e -> assertThat(e.scimType()).contains(ScimType.INVALID_FILTER));
    }

    private static SearchQuery query(ResourceType type, String filter) {
        return SearchQuery.all(census.caller, REGISTRY, type)
                .matching(FilterParser.parse(REGISTRY, type, filter, FilterLimits.USUAL));
    }
}
