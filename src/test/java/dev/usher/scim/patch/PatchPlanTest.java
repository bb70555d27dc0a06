package dev.usher.scim.patch;

import static dev.usher.scim.Samples.CUSTOM;
import static dev.usher.scim.Samples.ENTERPRISE;
import static dev.usher.scim.Samples.alice;
import static dev.usher.scim.Samples.json;
import static dev.usher.scim.Samples.refused;
import static dev.usher.scim.Samples.user;
import static dev.usher.scim.patch.Patches.patch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.Rfc;
import dev.usher.scim.Samples;
import dev.usher.scim.error.ScimType;
import dev.usher.scim.filter.FilterLimits;
import dev.usher.scim.resource.ScimResource;
import dev.usher.scim.schema.ResourceType;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatchPlanTest {
    private static JsonObject after(ScimResource current, String... operations) {
        return patch(current, operations).resource().document();
    }

    private static JsonArray emails(String... operations) {
        return after(alice(), operations).getJsonArray("emails");
    }

    private static JsonArray list(String elements) {
        return json("{'l':" + elements + "}").getJsonArray("l");
    }

    @Test
    @Rfc("7644 §3.5.2.1")
    void addsASimpleAttribute() {
        var patched = patch(alice(), "{'op':'add','path':'nickName','value':'Al'}");

        assertThat(patched.resource().text("nickName")).contains("Al");
        assertThat(patched.changed()).isTrue();
        assertThat(alice().text("nickName")).isEmpty();
    }

    /** They would stand among the schemas as if somebody had defined them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'op':'replace','value':{'EXTENSION':{'site':{'code':'B'}}}}",
                "{'op':'replace','value':{'EXTENSION:site':{'code':'B'}}}",
                "{'op':'add','value':{'urn:ietf:params:scim:schemas:core:2.0:User:foo':{'code':'B'}}}"
            })
    @Rfc("7643 §3")
    void makesNoExtensionOfAnUnknownAttribute(String operation) {
        var patched = patch(alice(), operation.replace("EXTENSION", ENTERPRISE));

        assertThat(patched.resource().document()).isEqualTo(alice().document());
        assertThat(patched.changed()).isFalse();
    }

    /** It is under a tenant's own URN, registered or not, and nobody else's to name. */
    @Test
    void keepsAnUnregisteredExtensionBeneathARegisteredOne() {
        var document = after(alice(), "{'op':'add','value':{'" + CUSTOM + ":extra':{'code':'B'}}}");

        assertThat(document.getJsonObject(CUSTOM + ":extra")).isEqualTo(json("{'code':'B'}"));
    }

    @Test
    void takesDottedKeysInsideOfAnExtension() {
        var document = after(alice(), "{'op':'replace','path':'" + ENTERPRISE + "','value':{'manager.value':'m2'}}");

        assertThat(document.getJsonObject(ENTERPRISE).getJsonObject("manager").getString("value"))
                .isEqualTo("m2");
    }

    @Test
    @Rfc("7644 §3.5.2.1")
    void addReplacesASingleValueAndMergesAComplexOne() {
        var document = after(
                alice(),
                "{'op':'add','path':'title','value':'Boss'}",
                "{'op':'add','path':'name','value':{'familyName':'Birch'}}");

        assertThat(document.getString("title")).isEqualTo("Boss");
        assertThat(document.getJsonObject("name"))
                .isEqualTo(json("{'formatted':'Alice Ash','givenName':'Alice','familyName':'Birch'}"));
    }

    @Test
    @Rfc({"7644 §3.5.2", "7644 §3.10"})
    void theUrnOfTheCoreSchemaAsAPathIsTheResourceItself() {
        String core = "urn:ietf:params:scim:schemas:core:2.0:USER";

        var document = after(
                alice(), "{'op':'replace','path':'" + core + "','value':{'title':'Boss','name.familyName':'Birch'}}");

        assertThat(document.getString("title")).isEqualTo("Boss");
        assertThat(document.getJsonObject("name").getString("familyName")).isEqualTo("Birch");
        refused(ScimType.INVALID_PATH, () -> patch(alice(), "{'op':'remove','path':'" + core + "'}"));
    }

    @Test
    @Rfc("7644 §3.5.2.1")
    void addAppendsElementsAndMovesPrimary() {
        assertThat(emails("{'op':'add','path':'emails','value':[{'value':'c@x','type':'other','primary':true}]}"))
                .isEqualTo(
                        list(
                                "[{'value':'alice@work.example','type':'work','primary':false},"
                                        + "{'value':'alice@home.example','type':'home'},{'value':'c@x','type':'other','primary':true}]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'op':'add','path':'emails','value':[{'value':'ALICE@work.example','type':'work'}]}",
                "{'op':'add','path':'emails','value':{'value':'alice@home.example','primary':false}}",
                "{'op':'add','path':'title','value':'Analyst'}",
                "{'op':'replace','path':'active','value':'True'}",
                "{'op':'replace','value':{'displayName':'Alice Ash','name.givenName':'Alice'}}",
                "{'op':'remove','path':'nickName'}",
                "{'op':'remove','path':'emails[type eq \\\"other\\\"]'}",
                "{'op':'remove','path':'emails[type eq \\\"other\\\"].value'}",
                "{'op':'remove','path':'roles','value':[{'value':'x'}]}",
                "{'op':'add','path':'nickName','value':''}",
                "{'op':'add','path':'roles','value':[]}",
                "{'op':'replace','path':'manager','value':'m-1'}",
                "{'op':'add','value':{}}",
                "{'op':'add','path':'password','value':'secret'}",
                "{'op':'add','path':'schemas','value':['urn:x']}",
                "{'op':'replace','value':{'id':'9','meta':{'x':1},'groups':[{'value':'g'}],'schemas':['x'],'shoeSize':4}}"
            })
    @Rfc("7644 §3.5.2")
    void takesNoChangeForNoChange(String operation) {
        ScimResource current = alice();

        var patched = patch(current, operation);

        assertThat(patched.changed()).isFalse();
        assertThat(patched.resource()).isSameAs(current);
    }

    @Test
    @Rfc("7644 §3.5.2.3")
    void replaceSetsClearsAndMerges() {
        var document = after(
                alice(),
                "{'op':'replace','path':'title','value':''}",
                "{'op':'replace','path':'displayName','value':null}",
                "{'op':'replace','path':'name','value':{'givenName':'Ada','formatted':null}}",
                "{'op':'replace','path':'emails','value':[{'value':'n@x'}]}",
                "{'op':'replace','path':'phoneNumbers','value':[]}");

        assertThat(document.containsKey("title")).isFalse();
        assertThat(document.containsKey("displayName")).isFalse();
        assertThat(document.getJsonObject("name")).isEqualTo(json("{'givenName':'Ada','familyName':'Ash'}"));
        assertThat(document.getJsonArray("emails")).isEqualTo(list("[{'value':'n@x'}]"));
        assertThat(document.containsKey("phoneNumbers")).isFalse();
    }

    @Test
    @Rfc("7644 §3.5.2.3")
    void replaceChangesThePickedElementOnly() {
        assertThat(emails("{'op':'replace','path':'emails[type eq \\\"home\\\"].value','value':'new@x'}"))
                .isEqualTo(
                        list(
                                "[{'value':'alice@work.example','type':'work','primary':true},{'value':'new@x','type':'home'}]"));
    }

    @Test
    @Rfc("7644 §3.5.2.3")
    void replaceOnUnmatchedValueFilterIsNoTarget() {
        refused(
                ScimType.NO_TARGET,
                () -> patch(alice(), "{'op':'replace','path':'emails[value eq \\\"x@y\\\"].display','value':'d'}"));
        refused(
                ScimType.NO_TARGET,
                () -> patch(
                        alice(),
                        "{'op':'add','path':'emails[type ne \\\"work\\\" and type ne \\\"home\\\"].value','value':'d'}"));
    }

    @Test
    void createsTheElementThatTypeAndPrimaryDescribe() {
        assertThat(after(
                                alice(),
                                "{'op':'Add','path':'phoneNumbers[type eq \\\"mobile\\\"].value','value':'2'}",
                                "{'op':'Replace','path':'roles[primary eq \\\"True\\\"].value','value':'Admin'}",
                                "{'op':'replace','path':'addresses[type eq \\\"work\\\"].locality','value':'Bonn'}",
                                "{'op':'replace','path':'emails[type eq \\\"other\\\" and primary eq true]','value':{'value':'o@x'}}")
                        .toString())
                .contains("\"mobile\"", "\"Admin\"", "\"Bonn\"", "\"o@x\"");
        assertThat(
                        emails(
                                "{'op':'replace','path':'emails[type eq \\\"other\\\" and primary eq true]','value':{'value':'o@x'}}"))
                .isEqualTo(
                        list(
                                "[{'value':'alice@work.example','type':'work','primary':false},"
                                        + "{'value':'alice@home.example','type':'home'},{'value':'o@x','type':'other','primary':true}]"));
    }

    /** RFC 7643 §2.4: what does not say that it is primary is not. */
    @ParameterizedTest
    @ValueSource(strings = {"primary eq false", "primary ne true", "type eq \\\"home\\\" and primary eq \\\"False\\\""})
    @Rfc("7643 §2.4")
    void picksTheElementsThatDoNotSayThatTheyArePrimary(String filter) {
        assertThat(emails("{'op':'replace','path':'emails[" + filter + "].value','value':'c@x'}"))
                .isEqualTo(list(
                        "[{'value':'alice@work.example','type':'work','primary':true},{'value':'c@x','type':'home'}]"));
    }

    @Test
    void replacesAPickedElementByAWholeObject() {
        assertThat(
                        emails(
                                "{'op':'replace','path':'emails[type eq \\\"work\\\"]','value':{'value':'new@x','display':'N'}}"))
                .isEqualTo(
                        list(
                                "[{'value':'new@x','display':'N','type':'work'},{'value':'alice@home.example','type':'home'}]"));
    }

    @Test
    @Rfc("7644 §3.5.2.2")
    void removesAttributesPartsAndElements() {
        var document = after(
                alice(),
                "{'op':'remove','path':'title'}",
                "{'op':'remove','path':'name.formatted'}",
                "{'op':'remove','path':'emails[type eq \\\"work\\\"]'}",
                "{'op':'remove','path':'phoneNumbers[type eq \\\"work\\\"].value'}",
                "{'op':'remove','path':'%s:department'}".formatted(ENTERPRISE));

        assertThat(document.containsKey("title")).isFalse();
        assertThat(document.getJsonObject("name").containsKey("formatted")).isFalse();
        assertThat(document.getJsonArray("emails")).isEqualTo(list("[{'value':'alice@home.example','type':'home'}]"));
        assertThat(document.containsKey("phoneNumbers")).isFalse();
        assertThat(document.getJsonObject(ENTERPRISE).containsKey("department")).isFalse();
    }

    @Test
    @Rfc("7644 §3.5.2.2")
    void refusesToRemoveWithoutAPathOrWhatIsRequired() {
        refused(ScimType.NO_TARGET, () -> patch(alice(), "{'op':'remove'}"));
        refused(ScimType.NO_TARGET, () -> patch(alice(), "{'op':'remove','value':{'title':'x'}}"));
        refused(ScimType.MUTABILITY, () -> patch(alice(), "{'op':'remove','path':'userName'}"));
        refused(ScimType.INVALID_VALUE, () -> patch(alice(), "{'op':'replace','path':'userName','value':''}"));
    }

    @Test
    void removesElementsNamedInTheValue() {
        assertThat(emails("{'op':'Remove','path':'emails','value':[{'value':'Alice@home.example'}]}"))
                .isEqualTo(list("[{'value':'alice@work.example','type':'work','primary':true}]"));
    }

    @Test
    @Rfc("7644 §3.5.2")
    void appliesInOrderAndAllOrNothing() {
        ScimResource current = alice();

        assertThat(after(
                        current,
                        "{'op':'replace','path':'displayName','value':'one'}",
                        "{'op':'replace','path':'displayName','value':'two'}",
                        "{'op':'remove','path':'name.formatted'}",
                        "{'op':'add','path':'name.formatted','value':'again'}"))
                .containsEntry("displayName", dev.usher.scim.JsonParts.text("two"));
        refused(
                ScimType.NO_TARGET,
                () -> patch(
                        current,
                        "{'op':'replace','path':'title','value':'x'}",
                        "{'op':'replace','path':'emails[value eq \\\"?\\\"].type','value':'x'}"));
        assertThat(current).isEqualTo(alice());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id",
                "meta",
                "meta.created",
                "groups",
                "groups[value eq \\\"x\\\"]",
                "urn:usher:params:scim:schemas:extension:assignment:2.0:User:profile",
                "urn:usher:params:scim:schemas:extension:assignment:2.0:User",
                "urn:example:params:scim:schemas:extension:site:2.0:User:level",
                "manager.displayName"
            })
    @Rfc("7644 §3.5.2")
    void refusesAnExplicitReadOnlyPath(String path) {
        refused(ScimType.MUTABILITY, () -> patch(alice(), "{'op':'replace','path':'" + path + "','value':'x'}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shoeSize",
                "name.nick",
                "urn:ietf:params:scim:schemas:core:2.0:User:shoeSize",
                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:shoeSize",
                "urn:usher:params:scim:schemas:extension:assignment:2.0:User:shoeSize",
                "urn:example:params:scim:schemas:extension:site:2.0:User:shoeSize",
                "urn:example:unknown:2.0:User:x[type eq \\\"work\\\"]",
                "emails[type eq \\\"work\\\"].x",
                "members"
            })
    @Rfc("7644 §3.5.2")
    void refusesAnExplicitUnknownPath(String path) {
        refused(ScimType.INVALID_PATH, () -> patch(alice(), "{'op':'add','path':'" + path + "','value':'x'}"));
    }

    /** They are filters as those of searches are. */
    @ParameterizedTest
    @ValueSource(strings = {"'op':'add','path':'%s','value':'x'", "'op':'remove','path':'%s'"})
    void holdsBracketsToTheLimitsOfFilters(String operation) {
        for (var path : Map.of(
                        "emails[type eq \\\"a\\\" and primary eq true].value", new FilterLimits(100, 1, 1),
                        "emails[(type eq \\\"a\\\")].value", new FilterLimits(100, 1, 1),
                        "emails[type eq \\\"a\\\"].display", new FilterLimits(20, 1, 1))
                .entrySet()) {
            var request = Patches.request("{" + operation.formatted(path.getKey()) + "}");

            refused(
                    ScimType.INVALID_FILTER,
                    () -> PatchPlan.of(Samples.WITH_CUSTOM, ResourceType.USER, request, path.getValue()));
        }
    }

    @Test
    @Rfc("7643 §2.2")
    void holdsImmutableAttributes() {
        var badged = user("{'userName':'a','%s':{'badge':'7'}}".formatted(CUSTOM));

        assertThat(patch(user("{'userName':'a'}"), "{'op':'add','path':'badge','value':'7'}")
                        .changed())
                .isTrue();
        assertThat(patch(badged, "{'op':'replace','path':'badge','value':'7'}").changed())
                .isFalse();
        refused(ScimType.MUTABILITY, () -> patch(badged, "{'op':'replace','path':'badge','value':'8'}"));
        refused(ScimType.MUTABILITY, () -> patch(badged, "{'op':'remove','path':'badge'}"));
        refused(ScimType.MUTABILITY, () -> patch(badged, "{'op':'remove','path':'%s'}".formatted(CUSTOM)));
    }

    @Test
    void typesValuesByTheSchema() {
        assertThat(after(
                                alice(),
                                "{'op':'add','path':'floor','value':'3'}",
                                "{'op':'add','path':'tags','value':['x','y']}",
                                "{'op':'add','path':'tags','value':['X','z']}",
                                "{'op':'remove','path':'tags[value eq \\\"y\\\"]'}",
                                "{'op':'replace','path':'%s:shift','value':'night'}".formatted(CUSTOM))
                        .getJsonObject(CUSTOM))
                .isEqualTo(json("{'floor':3,'tags':['x','z'],'shift':'Night'}"));
        refused(ScimType.INVALID_VALUE, () -> patch(alice(), "{'op':'replace','path':'active','value':'maybe'}"));
        refused(ScimType.INVALID_VALUE, () -> patch(alice(), "{'op':'replace','path':'shift','value':'Noon'}"));
        refused(ScimType.INVALID_VALUE, () -> patch(alice(), "{'op':'replace','value':'x'}"));
    }

    @Test
    void changesAPartOfEveryElementWhereNoneIsPicked() {
        assertThat(emails("{'op':'replace','path':'emails.type','value':'other'}"))
                .isEqualTo(list("[{'value':'alice@work.example','type':'other','primary':true},"
                        + "{'value':'alice@home.example','type':'other'}]"));
        assertThat(after(alice(), "{'op':'add','path':'roles.value','value':'r'}")
                        .getJsonArray("roles"))
                .isEqualTo(list("[{'value':'r'}]"));
    }

    @Test
    void movesPrimaryWhenAnElementIsMadePrimary() {
        assertThat(emails("{'op':'replace','path':'emails[type eq \\\"home\\\"].primary','value':'True'}"))
                .isEqualTo(list("[{'value':'alice@work.example','type':'work','primary':false},"
                        + "{'value':'alice@home.example','type':'home','primary':true}]"));
        assertThat(
                        emails(
                                "{'op':'add','path':'emails','value':[{'value':'alice@home.example','type':'home','primary':true}]}"))
                .hasSize(2)
                .isEqualTo(list("[{'value':'alice@work.example','type':'work','primary':false},"
                        + "{'value':'alice@home.example','type':'home','primary':true}]"));
    }

    @Test
    void capsTheElementsOfAnAttribute() {
        StringBuilder many = new StringBuilder();
        for (int each = 0; each < 1_000; each++) {
            many.append(each == 0 ? "" : ",").append("{'value':'v").append(each).append("'}");
        }
        String[] operations = new String[20];
        java.util.Arrays.fill(operations, "{'op':'add','path':'roles','value':[" + many + "]}");

        assertThat(after(alice(), operations).getJsonArray("roles")).hasSize(1_000);
        refused(
                ScimType.INVALID_VALUE,
                () -> patch(
                        alice(),
                        "{'op':'add','path':'roles','value':[" + many + "]}",
                        "{'op':'add','path':'roles','value':'one more'}"));
    }
}
