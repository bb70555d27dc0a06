package dev.usher.scim.resource;

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
import dev.usher.scim.schema.ResourceType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceReaderTest {
    private static final String CORE = "'schemas':['urn:ietf:params:scim:schemas:core:2.0:User']";

    private static Incoming read(String body) {
        return new ResourceReader(WITH_CUSTOM).read(ResourceType.USER, json(body));
    }

    private static Incoming group(String body) {
        return new ResourceReader(REGISTRY).read(ResourceType.GROUP, json(body));
    }

    private static List<Leniency> leniencies(Incoming incoming) {
        return incoming.notes().stream().map(Note::leniency).distinct().toList();
    }

    @Test
    @Rfc("7644 §3.3")
    void keepsAPlainUserAsItIs() {
        var incoming =
                read("{" + CORE + ",'userName':'a','name':{'givenName':'A'},'emails':[{'value':'a@b','type':'work'}]}");

        assertThat(incoming.resource().document())
                .isEqualTo(json("{'userName':'a','name':{'givenName':'A'},'emails':[{'value':'a@b','type':'work'}]}"));
        assertThat(incoming.notes()).isEmpty();
    }

    @Test
    @Rfc("7643 §2.1")
    void takesNamesInAnyCase() {
        var incoming = read("{" + CORE + ",'USERNAME':'a','Name':{'GivenName':'A'},'Emails':[{'Value':'a@b'}]}");

        assertThat(incoming.resource().document())
                .isEqualTo(json("{'userName':'a','name':{'givenName':'A'},'emails':[{'value':'a@b'}]}"));
        assertThat(leniencies(incoming)).containsExactly(Leniency.NAME_CASE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[['a@b']]", "[[]]", "[{'value':'a@b'},[{'value':'c@d'}]]"})
    @Rfc("7643 §2.4")
    void refusesAListInsideAList(String emails) {
        refused(ScimType.INVALID_VALUE, () -> read("{" + CORE + ",'userName':'a','emails':" + emails + "}"));
    }

    @Test
    @Rfc("7643 §2.5")
    void knowsOneFormOfAbsence() {
        var incoming = read("{" + CORE + ",'userName':'a','title':null,'nickName':'','emails':[],'name':{},"
                + "'phoneNumbers':[{}],'roles':[{'value':'','type':'x'}],'%s':{'manager':'','department':null}}"
                        .formatted(ENTERPRISE));

        assertThat(incoming.resource().document()).isEqualTo(json("{'userName':'a'}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'True'", "'true'", "'TRUE'", "true"})
    void readsBooleansSentAsText(String sent) {
        assertThat(read("{" + CORE + ",'userName':'a','active':" + sent + "}")
                        .resource()
                        .bool("active"))
                .contains(true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'active':'yes'",
                "'active':1",
                "'active':{}",
                "'emails':[[1,2]]",
                "'emails':[{'value':{'a':1}}]",
                "'emails':[{'primary':'maybe','value':'x'}]",
                "'name':'Alice'",
                "'name':3",
                "'title':['a','b']",
                "'title':{'a':'b'}",
                "'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User':'x'",
                "'urn:example:params:scim:schemas:extension:site:2.0:User':{'floor':'third'}",
                "'urn:example:params:scim:schemas:extension:site:2.0:User':{'floor':1.5}",
                "'urn:example:params:scim:schemas:extension:site:2.0:User':{'floor':99999999999999999999}",
                "'urn:example:params:scim:schemas:extension:site:2.0:User':{'since':'yesterday'}",
                "'urn:example:params:scim:schemas:extension:site:2.0:User':{'shift':'Noon'}",
                "'x509Certificates':[{'value':'***'}]",
                "'username':'b'",
                "'name.givenName':'x','name':{'givenName':'y'}"
            })
    @Rfc("7643 §2.3")
    void refusesValuesThatDoNotFit(String member) {
        refused(ScimType.INVALID_VALUE, () -> read("{" + CORE + ",'userName':'a'," + member + "}"));
    }

    @Test
    @Rfc("7643 §4.1.1")
    void requiresAUserName() {
        refused(ScimType.INVALID_VALUE, () -> read("{" + CORE + "}"));
        refused(ScimType.INVALID_VALUE, () -> read("{" + CORE + ",'userName':''}"));
        refused(ScimType.INVALID_VALUE, () -> read("{" + CORE + ",'userName':'  '}"));
        refused(ScimType.INVALID_VALUE, () -> group("{'externalId':'x'}"));
    }

    @Test
    @Rfc("7643 §2.2")
    void ignoresReadOnlyAttributes() {
        var incoming = read("{" + CORE + ",'userName':'a','id':'mine','meta':{'version':'x'},'groups':[{'value':'g'}],"
                + "'urn:usher:params:scim:schemas:extension:assignment:2.0:User':{'profile':'Executive'},'%s':{'level':9}}"
                        .formatted(CUSTOM));

        assertThat(incoming.resource().document()).isEqualTo(json("{'userName':'a'}"));
        assertThat(incoming.sentId()).isEqualTo("mine");
        assertThat(incoming.notes())
                .contains(new Note(Leniency.READ_ONLY_IGNORED, "groups"))
                .contains(new Note(Leniency.READ_ONLY_IGNORED, CUSTOM + ":level"));
    }

    @Test
    void dropsThePassword() {
        var incoming = read("{" + CORE + ",'userName':'a','Password':'secret'}");

        assertThat(incoming.resource().document().toString()).doesNotContain("secret");
        assertThat(leniencies(incoming)).containsExactly(Leniency.PASSWORD_DROPPED);
    }

    @Test
    void ignoresAndCountsUnknownCoreAttributes() {
        var incoming = read("{" + CORE + ",'userName':'a','shoeSize':42,'name':{'nick':'x','givenName':'A'},'a b':1}");

        assertThat(incoming.resource().document()).isEqualTo(json("{'userName':'a','name':{'givenName':'A'}}"));
        assertThat(incoming.notes())
                .containsExactlyInAnyOrder(
                        new Note(Leniency.UNKNOWN_ATTRIBUTE_IGNORED, "shoeSize"),
                        new Note(Leniency.UNKNOWN_ATTRIBUTE_IGNORED, "name.nick"),
                        new Note(Leniency.UNKNOWN_ATTRIBUTE_IGNORED, "a b"));
    }

    @Test
    void keepsAnExtensionThatNobodyRegistered() {
        var incoming = read("{'schemas':['urn:ietf:params:scim:schemas:core:2.0:User','urn:example:custom:2.0:User'],"
                + "'userName':'a','urn:example:custom:2.0:User':{'worksiteId':'180','deep':{'x':[1]},'none':null}}");

        assertThat(incoming.resource().document().getJsonObject("urn:example:custom:2.0:User"))
                .isEqualTo(json("{'worksiteId':'180','deep':{'x':[1]}}"));
        assertThat(leniencies(incoming)).containsExactly(Leniency.UNREGISTERED_EXTENSION_KEPT);
    }

    @Test
    @Rfc("7643 §2.1")
    void keepsTheLastOfANameInSeveralCasesInAnExtensionThatNobodyRegistered() {
        var incoming = read("{" + CORE + ",'userName':'a','urn:yourfirm:scim:User':{'badge':'gold','Badge':'silver'}}");

        assertThat(incoming.resource().document().getJsonObject("urn:yourfirm:scim:User"))
                .isEqualTo(json("{'badge':'silver'}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'m'", "{'value':'m'}", "[{'value':'m'}]", "['m']"})
    void readsAManagerInEveryForm(String manager) {
        var incoming = read("{" + CORE + ",'userName':'a','%s':{'manager':%s}}".formatted(ENTERPRISE, manager));

        assertThat(incoming.resource().document().getJsonObject(ENTERPRISE))
                .isEqualTo(json("{'manager':{'value':'m'}}"));
    }

    @Test
    void readsDottedAndUrnKeys() {
        var incoming = read(("{" + CORE + ",'userName':'a','name.givenName':'A','name.familyName':'B',"
                        + "'%s:department':'Sales','%s:manager.value':'m','department':'dropped?'}")
                .formatted(ENTERPRISE, ENTERPRISE)
                .replace(",'department':'dropped?'", ""));

        assertThat(incoming.resource().document())
                .isEqualTo(json(
                        "{'userName':'a','name':{'givenName':'A','familyName':'B'},'%s':{'department':'Sales','manager':{'value':'m'}}}"
                                .formatted(ENTERPRISE)));
        assertThat(leniencies(incoming)).contains(Leniency.DOTTED_KEY);
    }

    @Test
    void understandsOlderUrns() {
        var incoming = read("{'schemas':['urn:scim:schemas:core:2.0','urn:scim:schemas:extension:enterprise:1.0'],"
                + "'userName':'a','urn:scim:schemas:extension:enterprise:1.0':{'department':'Sales'}}");

        assertThat(incoming.resource().document().getJsonObject(ENTERPRISE).getString("department"))
                .isEqualTo("Sales");
        assertThat(leniencies(incoming)).contains(Leniency.ALIAS_URN);
        assertThat(group("{'schemas':['http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group'],"
                                + "'displayName':'g'}")
                        .resource()
                        .text("displayName"))
                .contains("g");
    }

    @Test
    void infersMissingSchemas() {
        assertThat(leniencies(read("{'userName':'a'}"))).containsExactly(Leniency.SCHEMAS_INFERRED);
    }

    @Test
    @Rfc("7643 §3")
    void refusesTheSchemasOfAnotherResource() {
        refused(
                ScimType.INVALID_SYNTAX,
                () -> read("{'schemas':['urn:ietf:params:scim:schemas:core:2.0:Group'],'userName':'a'}"));
        refused(ScimType.INVALID_SYNTAX, () -> read("{'schemas':['urn:example:other'],'userName':'a'}"));
        refused(ScimType.INVALID_SYNTAX, () -> read("{'schemas':[1],'userName':'a'}"));
        refused(ScimType.INVALID_SYNTAX, () -> read("{'schemas':{},'userName':'a'}"));
    }

    @Test
    void readsRolesSentAsJsonTexts() {
        String role = "{\\\"id\\\":\\\"7\\\",\\\"value\\\":\\\"Admin\\\",\\\"displayName\\\":\\\"The Admin\\\"}";
        var incoming = new ResourceReader(REGISTRY)
                .read(
                        ResourceType.USER,
                        JsonText.trusted("{\"userName\":\"a\",\"roles\":[{\"primary\":\"True\",\"value\":\"" + role
                                + "\"},\"{plain\",\"" + role.replace("Admin", "User") + "\"]}"));

        assertThat(incoming.resource().document().getJsonArray("roles"))
                .isEqualTo(json("{'r':[{'value':'Admin','display':'The Admin','primary':true},{'value':'{plain'},"
                                + "{'value':'User','display':'The User'}]}")
                        .getJsonArray("r"));
        assertThat(leniencies(incoming)).contains(Leniency.JSON_IN_STRING);
    }

    @Test
    @Rfc("7643 §2.4")
    void keepsOnePrimaryElement() {
        var incoming = read(
                "{" + CORE + ",'userName':'a','emails':[{'value':'a','primary':true},{'value':'b','primary':true}]}");

        assertThat(incoming.resource()
                        .document()
                        .getJsonArray("emails")
                        .getJsonObject(1)
                        .getBoolean("primary"))
                .isFalse();
        assertThat(leniencies(incoming)).containsExactly(Leniency.SEVERAL_PRIMARIES);
    }

    @Test
    void takesOneValueForAList() {
        var incoming = read("{" + CORE + ",'userName':'a','emails':{'value':'a'},'phoneNumbers':'1'}");

        assertThat(incoming.resource().document())
                .isEqualTo(json("{'userName':'a','emails':[{'value':'a'}],'phoneNumbers':[{'value':'1'}]}"));
    }

    @Test
    void typesARegisteredExtension() {
        var incoming = read("{" + CORE
                + ",'userName':'a','%s':{'floor':'3','share':'1.5','remote':'False','worksite':180,".formatted(CUSTOM)
                + "'shift':'day','tags':['a','a','b'],'since':'2026-01-31T08:00:00+01:00'}}");

        assertThat(incoming.resource().document().getJsonObject(CUSTOM))
                .isEqualTo(json("{'floor':3,'share':1.5,'remote':false,'worksite':'180','shift':'Day',"
                        + "'tags':['a','b'],'since':'2026-01-31T08:00:00+01:00'}"));
        assertThat(leniencies(incoming))
                .contains(Leniency.NUMBER_AS_STRING, Leniency.BOOLEAN_AS_STRING, Leniency.STRING_AS_NUMBER);
    }

    @Test
    void capsTheElementsOfAnAttribute() {
        StringBuilder many = new StringBuilder();
        for (int each = 0; each <= 1_000; each++) {
            many.append(each == 0 ? "" : ",").append("{'value':'").append(each).append("'}");
        }

        assertThat(refusal(() -> read("{'userName':'a','emails':[" + many + "]}"))
                        .status())
                .isEqualTo(400);
        assertThat(group("{'displayName':'g','members':[" + many + "]}")
                        .resource()
                        .memberIds())
                .hasSize(1_001);
    }

    @Test
    @Rfc("7643 §2.4")
    void takesMembersByTheirLinksAndRefusesThoseWithNeither() {
        var incoming = group("{'displayName':'g','members':[{'$ref':'/scim/v2/Users/a'},{'value':'b'}]}");

        assertThat(incoming.resource().memberIds()).containsExactly("a", "b");
        refused(ScimType.INVALID_VALUE, () -> group("{'displayName':'g','members':[{'display':'Bob'}]}"));
        refused(ScimType.INVALID_VALUE, () -> group("{'displayName':'g','members':[{'value':''}]}"));
    }

    @Test
    void readsMembersWithWhateverStandsBeside() {
        var incoming =
                group("{'displayName':'g','Members':[{'value':'a','$ref':null,'display':'A'},{'value':'a'},'b']}");

        assertThat(incoming.resource().memberIds()).containsExactly("a", "b");
    }
}
