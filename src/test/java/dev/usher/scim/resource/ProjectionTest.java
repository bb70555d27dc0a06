package dev.usher.scim.resource;

import static dev.usher.scim.Samples.CUSTOM;
import static dev.usher.scim.Samples.ENTERPRISE;
import static dev.usher.scim.Samples.WITH_CUSTOM;
import static dev.usher.scim.Samples.alice;
import static dev.usher.scim.Samples.json;
import static dev.usher.scim.Samples.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.Rfc;
import dev.usher.scim.schema.ResourceType;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ProjectionTest {
    private static final ResourceMeta META = new ResourceMeta(
            "7",
            Instant.parse("2026-01-01T00:00:00Z"),
            Instant.parse("2026-01-02T00:00:00.5Z"),
            3,
            "https://x/Users/7");

    private static Projection projection(List<String> attributes, List<String> excluded) {
        return Projection.of(WITH_CUSTOM, ResourceType.USER, attributes, excluded);
    }

    private static JsonObject render(ScimResource resource, Projection projection) {
        return new ResourceWriter(WITH_CUSTOM).render(resource, META, projection);
    }

    @Test
    @Rfc({"7643 §3", "7643 §3.1"})
    void rendersACompleteResource() {
        var json = render(alice(), Projection.standard(WITH_CUSTOM, ResourceType.USER));

        assertThat(json.keySet())
                .startsWith("schemas", "id", "externalId", "userName")
                .endsWith(ENTERPRISE, "meta");
        assertThat(json.getJsonArray("schemas").toString())
                .isEqualTo("[\"urn:ietf:params:scim:schemas:core:2.0:User\",\"" + ENTERPRISE + "\"]");
        assertThat(json.getJsonObject("meta"))
                .isEqualTo(
                        json("{'resourceType':'User','created':'2026-01-01T00:00:00Z','location':'https://x/Users/7',"
                                + "'lastModified':'2026-01-02T00:00:00.500Z','version':'W/?3?'}".replace("?", "\\\"")));
    }

    @Test
    @Rfc({"7644 §3.9", "7644 §3.10"})
    void theUrnOfTheCoreSchemaMeansAllItsAttributes() {
        String core = ResourceType.USER.schema();

        var shown = render(alice(), projection(List.of(core), List.of()));
        var left = render(alice(), projection(List.of(), List.of(core)));

        assertThat(shown.keySet()).contains("userName", "name", "emails").doesNotContain(ENTERPRISE);
        assertThat(left.keySet()).contains("id", "schemas", ENTERPRISE).doesNotContain("userName", "name", "emails");
    }

    @Test
    @Rfc("7644 §3.9")
    void showsWhatIsAskedAndWhatIsAlwaysReturned() {
        var json = render(
                alice(), projection(List.of("USERNAME", "name.givenName", "emails.value", "nothing"), List.of()));

        assertThat(json).isEqualTo(json("""
                        {'schemas':['urn:ietf:params:scim:schemas:core:2.0:User','%s'],'id':'7',
                         'userName':'alice@example.com','name':{'givenName':'Alice'},
                         'emails':[{'value':'alice@work.example'},{'value':'alice@home.example'}]}""".formatted(ENTERPRISE)));
    }

    @Test
    @Rfc("7644 §3.9")
    void leavesOutWhatIsExcludedExceptWhatIsAlwaysReturned() {
        var json = render(
                alice(),
                projection(List.of(), List.of("id", "schemas", "emails", "name.formatted", ENTERPRISE, "meta")));

        assertThat(json.keySet())
                .containsExactlyInAnyOrder(
                        "schemas",
                        "id",
                        "externalId",
                        "userName",
                        "active",
                        "displayName",
                        "title",
                        "name",
                        "phoneNumbers");
        assertThat(json.getJsonObject("name").containsKey("formatted")).isFalse();
    }

    @Test
    @Rfc("7644 §3.10")
    void reachesIntoExtensions() {
        var json = render(alice(), projection(List.of(ENTERPRISE + ":manager.value", "employeeNumber"), List.of()));

        assertThat(json.getJsonObject(ENTERPRISE)).isEqualTo(json("{'employeeNumber':'77','manager':{'value':'m-1'}}"));
        assertThat(render(alice(), projection(List.of(ENTERPRISE), List.of())).getJsonObject(ENTERPRISE))
                .isEqualTo(alice().document().getJsonObject(ENTERPRISE));
    }

    @Test
    @Rfc("7643 §7")
    void obeysReturnedNeverAndRequest() {
        var resource = alice().with(CUSTOM, json("{'secret':'s','history':'h','floor':1}"));

        assertThat(render(resource, projection(List.of(), List.of())).getJsonObject(CUSTOM))
                .isEqualTo(json("{'floor':1}"));
        assertThat(render(resource, projection(List.of("secret", "history"), List.of()))
                        .getJsonObject(CUSTOM))
                .isEqualTo(json("{'history':'h'}"));
    }

    @Test
    void showsUnregisteredExtensions() {
        var resource = alice().with("urn:x:custom:2.0:User", json("{'a':{'b':1,'c':2},'d':3}"));

        assertThat(render(resource, projection(List.of("urn:x:custom:2.0:User"), List.of()))
                        .getJsonObject("urn:x:custom:2.0:User"))
                .isEqualTo(json("{'a':{'b':1,'c':2},'d':3}"));
        assertThat(render(resource, projection(List.of("urn:x:custom:2.0:User:a.b"), List.of()))
                        .getJsonObject("urn:x:custom:2.0:User"))
                .isEqualTo(json("{'a':{'b':1}}"));
        assertThat(render(resource, projection(List.of(), List.of("title"))).containsKey("urn:x:custom:2.0:User"))
                .isTrue();
    }

    @Test
    @Rfc("7644 §3.9")
    void showsUnregisteredExtensionsListedInAnyCase() {
        String urn = "urn:yourfirm:scim:User";
        var resource = user("{'userName':'a'}").with(urn, json("{'Desk':{'Room':1,'row':2},'badge':3}"));

        for (String listed : List.of("URN:YourFirm:scim:user", urn.toUpperCase(Locale.ROOT) + ":DESK.rOOm")) {
            boolean whole = !listed.contains(".");
            assertThat(projection(List.of(listed), List.of()).wants(urn)).isTrue();
            assertThat(render(resource, projection(List.of(listed), List.of())).getJsonObject(urn))
                    .isEqualTo(whole ? resource.document().getJsonObject(urn) : json("{'Desk':{'Room':1}}"));
            assertThat(render(resource, projection(List.of(), List.of(listed))).get(urn))
                    .isEqualTo(whole ? null : json("{'Desk':{'row':2},'badge':3}"));
        }
        assertThat(projection(List.of(), List.of("URN:YourFirm:scim:user")).wants(urn))
                .isFalse();
        assertThat(render(resource, projection(List.of(urn + ":Badge"), List.of()))
                        .getJsonObject(urn))
                .isEqualTo(json("{'badge':3}"));
    }

    @Test
    void saysWhatMustBeRead() {
        var groups = Projection.of(WITH_CUSTOM, ResourceType.GROUP, List.of(), List.of("members"));

        assertThat(groups.wants("members")).isFalse();
        assertThat(groups.wants("displayName")).isTrue();
        assertThat(projection(List.of("groups.value"), List.of()).wants("groups"))
                .isTrue();
        assertThat(projection(List.of("userName"), List.of()).wants("groups")).isFalse();
        assertThat(projection(List.of("groups"), List.of("groups")).wants("groups"))
                .isFalse();
        assertThat(projection(List.of(ENTERPRISE + ":department"), List.of()).wants(ENTERPRISE))
                .isTrue();
        assertThat(projection(List.of(), List.of()).wants("groups")).isTrue();
        assertThat(projection(List.of("nothing"), List.of()).explicit()).isTrue();
    }
}
