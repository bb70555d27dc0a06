package dev.usher.scim.schema;

import static dev.usher.scim.Samples.CUSTOM;
import static dev.usher.scim.Samples.ENTERPRISE;
import static dev.usher.scim.Samples.REGISTRY;
import static dev.usher.scim.Samples.WITH_CUSTOM;
import static dev.usher.scim.Samples.json;
import static dev.usher.scim.Samples.refusal;
import static dev.usher.scim.Samples.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.Rfc;
import dev.usher.scim.error.ScimType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaRegistryTest {
    @ParameterizedTest
    @CsvSource({
        "userName, userName",
        "USERNAME, userName",
        "name.familyname, name.familyName",
        "emails.value, emails.value",
        "meta.lastModified, meta.lastModified",
        "department, urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department",
        "manager.value, urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value",
        "urn:ietf:params:scim:schemas:core:2.0:User:userName, userName",
        "urn:ietf:params:scim:schemas:core:2.0:user:name.givenName, name.givenName",
        "urn:ietf:params:scim:schemas:core:2.0:User.userName, userName",
        "urn:ietf:params:scim:schemas:core:2.0:User:id, id",
        "URN:IETF:PARAMS:SCIM:SCHEMAS:EXTENSION:ENTERPRISE:2.0:USER:Manager,"
                + " urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager",
        "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User.department,"
                + " urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department",
        "urn:scim:schemas:extension:enterprise:1.0:department,"
                + " urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department",
        "urn:scim:schemas:core:1.0:userName, userName",
        "worksite, urn:example:params:scim:schemas:extension:site:2.0:User:worksite",
        "desks.height, urn:example:params:scim:schemas:extension:site:2.0:User:desks.height",
    })
    @Rfc({"7644 §3.10", "7643 §2.1"})
    void resolvesNamesInAnyCaseAndForm(String text, String canonical) {
        var path = WITH_CUSTOM.resolve(ResourceType.USER, text, Resolution.REGISTERED);

        assertThat(path.text()).isEqualTo(canonical);
        assertThat(WITH_CUSTOM.resolve(ResourceType.USER, path.text(), Resolution.REGISTERED))
                .isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nothing",
                "name.nothing",
                "userName.value",
                "name.familyName.x",
                "urn:ietf:params:scim:schemas:core:2.0:User",
                "urn:ietf:params:scim:schemas:core:2.0:User:nothing",
                "urn:example:unknown:2.0:User:attr",
                "",
                "a b",
                "1st",
                ".",
                "name.",
                "$",
                "urn:",
                ":::",
                "members",
                "profile"
            })
    void refusesWhatLeadsNowhere(String text) {
        refused(ScimType.INVALID_PATH, () -> REGISTRY.resolve(ResourceType.USER, text, Resolution.REGISTERED));
    }

    @Test
    void acceptsAnyFullUrnWhereAsked() {
        var path = REGISTRY.resolve(ResourceType.USER, "urn:example:custom:2.0:User:worksiteId", Resolution.ANY_URN);

        assertThat(path.registered()).isFalse();
        assertThat(path.schema()).isEqualTo("urn:example:custom:2.0:User");
        assertThat(path.attribute().name()).isEqualTo("worksiteId");
        assertThat(path.text()).isEqualTo("urn:example:custom:2.0:User:worksiteId");
    }

    @Test
    void leadsToAWholeExtension() {
        var path =
                REGISTRY.resolve(ResourceType.USER, ENTERPRISE.toLowerCase(java.util.Locale.ROOT), Resolution.ANY_URN);

        assertThat(path.wholeExtension()).isTrue();
        assertThat(path.text()).isEqualTo(ENTERPRISE);
    }

    @Test
    void refusesANameThatTwoCustomSchemasDefine() {
        var other = SchemaJson.custom(json(
                "{'id':'urn:example:other:1.0','name':'Other','attributes':[{'name':'worksite'},{'name':'title'}]}"));
        var registry = WITH_CUSTOM.with(ResourceType.USER, other);

        var refusal = refusal(() -> registry.resolve(ResourceType.USER, "worksite", Resolution.REGISTERED));

        assertThat(refusal.scimType()).contains(ScimType.INVALID_PATH);
        assertThat(refusal.detail()).contains(CUSTOM).contains("urn:example:other:1.0");
        assertThat(registry.resolve(ResourceType.USER, "title", Resolution.REGISTERED)
                        .text())
                .isEqualTo("title");
        assertThat(registry.resolve(ResourceType.USER, "urn:example:other:1.0:worksite", Resolution.REGISTERED)
                        .registered())
                .isTrue();
    }

    @Test
    void prefersTheLongestUrn() {
        var registry = REGISTRY.with(
                        ResourceType.USER,
                        SchemaJson.custom(json("{'id':'urn:example:a','name':'A','attributes':[{'name':'b'}]}")))
                .with(
                        ResourceType.USER,
                        SchemaJson.custom(json("{'id':'urn:example:a:b','name':'B','attributes':[{'name':'c'}]}")));

        assertThat(registry.resolve(ResourceType.USER, "urn:example:a:b:c", Resolution.REGISTERED)
                        .schema())
                .isEqualTo("urn:example:a:b");
        assertThat(registry.resolve(ResourceType.USER, "urn:example:a:b", Resolution.REGISTERED)
                        .wholeExtension())
                .isTrue();
    }

    @Test
    void refusesAUrnThatIsTaken() {
        var again = SchemaJson.custom(json("{'id':'%s','name':'X','attributes':[{'name':'a'}]}"
                .formatted(CUSTOM.toUpperCase(java.util.Locale.ROOT).replace("URN:", "urn:"))));

        assertThat(refusal(() -> WITH_CUSTOM.with(ResourceType.USER, again)).status())
                .isEqualTo(409);
    }

    @Test
    void knowsWhatIsIndexed() {
        var texts = WITH_CUSTOM.indexed(ResourceType.USER).stream()
                .map(AttributePath::text)
                .toList();

        assertThat(texts)
                .contains("emails.value", "name.familyName", ENTERPRISE + ":department", CUSTOM + ":tags")
                .contains(CUSTOM + ":desks.height")
                .doesNotContain("id", "userName", "photos.value", "name.formatted", CUSTOM + ":desks");
    }

    @Test
    @Rfc({"7643 §4.1", "7643 §8.7.1"})
    void describesCoreAttributesAsTheRfcDoes() {
        var userName = REGISTRY.core(ResourceType.USER).attribute("username").orElseThrow();

        assertThat(userName.required()).isTrue();
        assertThat(userName.caseExact()).isFalse();
        assertThat(userName.uniqueness()).isEqualTo(Uniqueness.SERVER);
        assertThat(REGISTRY.core(ResourceType.USER).attribute("password")).isEmpty();
        assertThat(REGISTRY.core(ResourceType.USER)
                        .attribute("groups")
                        .orElseThrow()
                        .readOnly())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "urn:ietf:params:scim:api:messages:2.0:PatchOp",
                "URN:ietf:params:scim:api:anything",
                "urn:usher:params:scim:api:messages:2.0:Refusal",
                "urn:example:params:scim:schemas:extension:site:2.0:User:Worksite",
                "urn:ietf:params:scim:schemas:core:2.0:User:userName",
                "urn:ietf:params:scim:schemas:core:2.0:Group:displayName"
            })
    @Rfc("7643 §2.1")
    void keepsNewSchemasApartFromMessagesAndAttributePaths(String urn) {
        var schema = SchemaJson.custom(
                json("{'id':'" + urn + "','name':'S','attributes':[{'name':'level','type':'integer'}]}"));

        assertThat(refusal(() -> WITH_CUSTOM.requireApart(schema)).scimType()).contains(ScimType.UNIQUENESS);
    }

    @Test
    void aNewSchemaMayNotHaveAnAttributeWhosePathIsASchema() {
        var schema = SchemaJson.custom(
                json(
                        "{'id':'urn:example:params:scim:schemas:extension:site:2.0','name':'S','attributes':[{'name':'User','type':'string'}]}"));

        assertThat(refusal(() -> WITH_CUSTOM.requireApart(schema)).scimType()).contains(ScimType.UNIQUENESS);
        WITH_CUSTOM.requireApart(
                SchemaJson.custom(
                        json(
                                "{'id':'urn:example:params:scim:schemas:extension:site:2.0:User:x','name':'S','attributes':[{'name':'a'}]}")));
    }
}
