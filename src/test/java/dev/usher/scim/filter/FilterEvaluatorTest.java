package dev.usher.scim.filter;

import static dev.usher.scim.Samples.CUSTOM;
import static dev.usher.scim.Samples.WITH_CUSTOM;
import static dev.usher.scim.Samples.alice;
import static dev.usher.scim.Samples.json;
import static dev.usher.scim.Samples.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.Rfc;
import dev.usher.scim.resource.ResourceMeta;
import dev.usher.scim.resource.ResourceWriter;
import dev.usher.scim.resource.ScimResource;
import dev.usher.scim.schema.ResourceType;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilterEvaluatorTest {
    private static final ScimResource ALICE = complete(
            alice().with(
                            CUSTOM,
                            json(
                                    "{'floor':3,'share':0.5,'since':'2026-01-31T08:00:00+01:00','remote':true,'badge':'A7','tags':['x','y'],'desks':[{'value':'d'}]}")));

    private static ScimResource complete(ScimResource resource) {
        var meta = new ResourceMeta(
                "7",
                Instant.parse("2026-01-01T00:00:00Z"),
                Instant.parse("2026-01-02T00:00:00Z"),
                3,
                "https://x/Users/7");
        return new ScimResource(ResourceType.USER, new ResourceWriter(WITH_CUSTOM).complete(resource, meta));
    }

    private static boolean matches(String filter, ScimResource resource) {
        return FilterEvaluator.matches(
                FilterParser.parse(WITH_CUSTOM, ResourceType.USER, filter, FilterLimits.USUAL), resource);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "userName eq \"ALICE@example.COM\"",
                "userName ne \"bob\"",
                "userName co \"ICE@\"",
                "userName sw \"alice\"",
                "userName ew \".com\"",
                "userName gt \"alicd\"",
                "userName ge \"alice@example.com\"",
                "userName lt \"b\"",
                "externalId eq \"ext-1\"",
                "id eq \"7\"",
                "active eq true",
                "active ne false",
                "title pr",
                "name pr",
                "nickName ne \"x\"",
                "nickName eq null",
                "not (nickName eq \"x\")",
                "emails[type eq \"work\" and value co \"@work\"]",
                "emails[type eq \"home\" and not (primary eq true)]",
                "emails[primary ne true]",
                "emails[type eq \"home\" and primary eq false]",
                "emails[type eq \"work\" and primary ne false]",
                "emails[type eq \"home\" and not (primary ne true) or type eq \"work\"]",
                "desks[primary eq false]",
                "emails[not (primary pr)]",
                "emails.type eq \"home\"",
                "emails.type ne \"home\"",
                "emails co \"home.example\"",
                "emails[type eq \"work\"].value eq \"alice@work.example\"",
                "roles.value ne \"x\"",
                "name[familyName eq \"Ash\" and givenName eq \"Alice\"]",
                "department eq \"sales\"",
                "manager eq \"m-1\"",
                "manager.displayName sw \"mo\"",
                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User pr",
                "meta.created lt \"2026-01-01T03:00:00+01:00\"",
                "meta.resourceType eq \"User\"",
                "meta.version eq \"W/\\\"3\\\"\"",
                "schemas eq \"urn:ietf:params:scim:schemas:extension:enterprise:2.0:user\"",
                "floor gt 2 and floor le 3.0 and floor ge \"3\"",
                "share lt 0.51",
                "since eq \"2026-01-31T07:00:00Z\"",
                "remote eq \"TRUE\"",
                "badge sw \"A\"",
                "tags eq \"Y\"",
                "tags[value eq \"x\"]",
                "tags ne \"x\""
            })
    @Rfc("7644 §3.4.2.2")
    void matchesAlice(String filter) {
        assertThat(matches(filter, ALICE)).isTrue();
        assertThat(matches("not (" + filter + ")", ALICE)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "userName eq \"alice\"",
                "userName gt \"alice@example.com\"",
                "externalId eq \"EXT-1\"",
                "active eq false",
                "nickName pr",
                "nickName co \"\"",
                "nickName gt \"a\"",
                "nickName eq \"\"",
                "roles pr",
                "emails[type eq \"work\" and value co \"@home\"]",
                "emails[type eq \"other\"]",
                "emails[type eq \"work\" and primary eq false]",
                "emails[type eq \"home\" and primary ne false]",
                "emails[type eq \"work\" and primary ne true]",
                "emails[type ne \"work\" and type ne \"home\"]",
                "badge sw \"a\"",
                "floor eq 4",
                "meta.created gt \"2026-01-01T00:00:00Z\"",
                "tags[value eq \"z\"]",
                "title pr and nickName pr",
                "nickName pr or locale pr"
            })
    @Rfc("7644 §3.4.2.2")
    void doesNotMatchAlice(String filter) {
        assertThat(matches(filter, ALICE)).isFalse();
    }

    @Test
    @Rfc("7644 §3.4.2.2")
    void letsAndBindTighterThanOr() {
        assertThat(matches("title pr or nickName pr and locale pr", ALICE)).isTrue();
        assertThat(matches("(title pr or nickName pr) and locale pr", ALICE)).isFalse();
    }

    @Test
    void comparesWholeLongTexts() {
        String base = "x".repeat(300);
        var longTitled = user("{'userName':'a','title':'" + base + "b'}");

        assertThat(matches("title eq \"" + base + "b\"", longTitled)).isTrue();
        assertThat(matches("title eq \"" + base + "c\"", longTitled)).isFalse();
        assertThat(matches("title lt \"" + base + "c\"", longTitled)).isTrue();
        assertThat(matches("title ew \"xb\"", longTitled)).isTrue();
    }

    @Test
    void comparesByCodePoint() {
        var smiling = user("{'userName':'a','title':'😀'}");

        assertThat(matches("title gt \"\uFFFD\"", smiling)).isTrue();
    }
}
