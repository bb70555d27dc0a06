package dev.usher.scim.patch;

import static dev.usher.scim.Samples.CUSTOM;
import static dev.usher.scim.Samples.ENTERPRISE;
import static dev.usher.scim.Samples.alice;
import static dev.usher.scim.Samples.json;
import static dev.usher.scim.Samples.refused;
import static dev.usher.scim.Samples.user;
import static dev.usher.scim.patch.Patches.leniencies;
import static dev.usher.scim.patch.Patches.patch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.scim.error.ScimType;
import dev.usher.scim.filter.FilterLimits;
import dev.usher.scim.resource.Leniency;
import dev.usher.scim.resource.Note;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What identity providers send in a PATCH, habit by habit. */
class IdpPatchTest {
    private static final String FOREIGN = "urn:ietf:params:scim:schemas:extension:custom:2.0:User";

    @ParameterizedTest
    @ValueSource(strings = {"'False'", "'false'", "false"})
    void entraDisablesByTextOrBoolean(String value) {
        var patched = patch(alice(), "{'op':'Replace','path':'active','value':" + value + "}");

        assertThat(patched.resource().bool("active")).contains(false);
        assertThat(leniencies(patched.notes())).contains(Leniency.OPERATION_CASE);
    }

    @Test
    void entraSendsDottedAndUrnKeysWithoutAPath() {
        var patched = patch(
                user("{'userName':'a'}"),
                ("{'op':'add','value':{'name.givenName':'G','%s:manager':{'value':'b'},'%s:department':'HR',"
                                + "'emails[type eq \\\"work\\\"].value':'w@x','%s':{'costCenter':'4'}}}")
                        .formatted(ENTERPRISE, ENTERPRISE, ENTERPRISE));

        assertThat(patched.resource().document())
                .isEqualTo(json("{'userName':'a','name':{'givenName':'G'},'emails':[{'value':'w@x','type':'work'}],"
                        + "'%s':{'manager':{'value':'b'},'department':'HR','costCenter':'4'}}".formatted(ENTERPRISE)));
        assertThat(leniencies(patched.notes()))
                .contains(Leniency.DOTTED_KEY, Leniency.URN_KEY, Leniency.VALUE_PATH_KEY, Leniency.ELEMENT_CREATED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'b'", "{'value':'b'}", "[{'value':'b'}]"})
    void managersComeInEveryForm(String manager) {
        for (String path : new String[] {"manager", ENTERPRISE + ":manager", ENTERPRISE + ".manager"}) {
            var patched = patch(alice(), "{'op':'Add','path':'%s','value':%s}".formatted(path, manager));

            assertThat(patched.resource().document().getJsonObject(ENTERPRISE).getJsonObject("manager"))
                    .isEqualTo(json("{'value':'b'}"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"''", "null", "{}", "[]"})
    void anEmptyManagerIsNoManager(String nothing) {
        var patched = patch(alice(), "{'op':'Replace','path':'%s:manager','value':%s}".formatted(ENTERPRISE, nothing));

        assertThat(patched.resource().document().getJsonObject(ENTERPRISE).containsKey("manager"))
                .isFalse();
    }

    @Test
    void rolesArriveAsJsonTexts() {
        String role = "{\\\"id\\\":\\\"7\\\",\\\"value\\\":\\\"Admin\\\",\\\"displayName\\\":\\\"The Admin\\\"}";
        var patched = PatchPlan.of(
                        dev.usher.scim.Samples.REGISTRY,
                        dev.usher.scim.schema.ResourceType.USER,
                        PatchRequest.read(
                                dev.usher.scim.resource.JsonText.trusted("{\"schemas\":[\"" + PatchRequest.SCHEMA
                                        + "\"],\"Operations\":[{\"op\":\"Add\",\"path\":\"roles\",\"value\":[{\"value\":\""
                                        + role
                                        + "\"}]}]}")),
                        FilterLimits.USUAL)
                .apply(alice());

        assertThat(patched.resource().document().getJsonArray("roles").getJsonObject(0))
                .isEqualTo(json("{'value':'Admin','display':'The Admin'}"));
    }

    @Test
    void aRoleIsReplacedNotAppended() {
        var patched = patch(
                user("{'userName':'a','roles':[{'value':'User','primary':true}]}"),
                "{'op':'Replace','path':'roles[primary eq \\\"True\\\"].value','value':'Admin'}");

        assertThat(patched.resource().document().getJsonArray("roles").toString())
                .isEqualTo("[{\"value\":\"Admin\",\"primary\":true}]");
    }

    @Test
    void oktaRenamesWithAnIdInTheObject() {
        var patched = patch(
                dev.usher.scim.Samples.group("{'displayName':'old'}"),
                "{'op':'replace','value':{'id':'9','displayName':'new'}}");

        assertThat(patched.resource().text("displayName")).contains("new");
        assertThat(leniencies(patched.notes())).contains(Leniency.READ_ONLY_IGNORED);
    }

    @Test
    void anExtensionOfTheirOwnIsKeptAndChanged() {
        var brought = patch(user("{'userName':'a'}"), "{'op':'add','value':{'%s':{'site':'180'}}}".formatted(FOREIGN));
        var changed = patch(
                brought.resource(),
                "{'op':'replace','path':'%s:site','value':'181'}".formatted(FOREIGN),
                "{'op':'add','path':'%s:list','value':['a']}".formatted(FOREIGN),
                "{'op':'add','path':'%s:list','value':['a','b']}".formatted(FOREIGN),
                "{'op':'add','path':'%s:deep.x','value':1}".formatted(FOREIGN));

        assertThat(changed.resource().document().getJsonObject(FOREIGN))
                .isEqualTo(json("{'site':'181','list':['a','b'],'deep':{'x':1}}"));
        assertThat(patch(changed.resource(), "{'op':'remove','path':'%s'}".formatted(FOREIGN))
                        .resource()
                        .document())
                .isEqualTo(json("{'userName':'a'}"));
        assertThat(patch(changed.resource(), "{'op':'remove','path':'%s:list','value':['a']}".formatted(FOREIGN))
                        .resource()
                        .document()
                        .getJsonObject(FOREIGN)
                        .getJsonArray("list"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Add", "Replace"})
    void entraBringsAnExtensionOfTheirOwnByThePathOfItsFirstValue(String op) {
        var patched = patch(
                alice(),
                "{'op':'%s','path':'%s:badge','value':'B7'}".formatted(op, FOREIGN),
                "{'op':'%s','path':'%s:door.code','value':'7'}".formatted(op, FOREIGN),
                "{'op':'Replace','path':'active','value':'False'}");

        assertThat(patched.resource().document().getJsonObject(FOREIGN))
                .isEqualTo(json("{'badge':'B7','door':{'code':'7'}}"));
        assertThat(patched.resource().bool("active")).contains(false);
        assertThat(patched.notes()).contains(new Note(Leniency.UNREGISTERED_EXTENSION_KEPT, FOREIGN));
    }

    @Test
    void anExtensionOfTheirOwnComesAsAWholeByItsPath() {
        var patched =
                patch(user("{'userName':'a'}"), "{'op':'add','path':'%s','value':{'badge':'B7'}}".formatted(FOREIGN));

        assertThat(patched.resource().document())
                .isEqualTo(json("{'userName':'a','%s':{'badge':'B7'}}".formatted(FOREIGN)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'remove','path':'%s:badge'",
                "'remove','path':'%s:badge.code'",
                "'remove','path':'%s:badge','value':'B7'",
                "'remove','path':'%s'",
                "'replace','path':'%s:badge','value':''",
                "'add','path':'%s:badge','value':null"
            })
    void takingNothingOfAnExtensionThatNobodyHasChangesNothing(String operation) {
        var patched = patch(alice(), ("{'op':" + operation + "}").formatted(FOREIGN));

        assertThat(patched.changed()).isFalse();
        assertThat(leniencies(patched.notes())).doesNotContain(Leniency.UNREGISTERED_EXTENSION_KEPT);
    }

    @Test
    void anExtensionAsAWholeIsMergedAndRemoved() {
        var merged = patch(alice(), "{'op':'replace','path':'%s','value':{'division':'D'}}".formatted(ENTERPRISE));

        assertThat(merged.resource().document().getJsonObject(ENTERPRISE).keySet())
                .contains("division", "department", "manager");
        assertThat(patch(alice(), "{'op':'remove','path':'%s'}".formatted(ENTERPRISE))
                        .resource()
                        .document())
                .doesNotContainKey(ENTERPRISE);
        assertThat(patch(alice(), "{'op':'replace','value':{'%s':null}}".formatted(ENTERPRISE))
                        .resource()
                        .document())
                .doesNotContainKey(ENTERPRISE);
    }

    /** By every name that the core schema has. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "Password",
                "urn:ietf:params:scim:schemas:core:2.0:User:password",
                "URN:ietf:params:scim:schemas:core:2.0:user:PASSWORD",
                "urn:ietf:params:scim:schemas:core:2.0:User.password",
                "urn:scim:schemas:core:1.0:password"
            })
    void thePasswordIsDroppedByAnyOfItsPaths(String path) {
        for (String operation : new String[] {
            "{'op':'replace','path':'" + path + "','value':'secret'}", "{'op':'add','value':{'" + path + "':'secret'}}"
        }) {
            var patched = patch(alice(), operation);

            assertThat(patched.changed()).isFalse();
            assertThat(leniencies(patched.notes())).containsExactly(Leniency.PASSWORD_DROPPED);
        }
    }

    /** Entra wraps the elements of each multi-valued attribute, whatever the schema says of it. */
    @Test
    void simpleElementsComeAsObjectsOfTheirValue() {
        var added = patch(
                alice(),
                "{'op':'Add','path':'%s:tags','value':[{'value':'1'},{'$ref':null,'Value':2}]}".formatted(CUSTOM));
        var removed =
                patch(added.resource(), "{'op':'Remove','path':'%s:tags','value':[{'value':'1'}]}".formatted(CUSTOM));

        assertThat(added.resource().document().getJsonObject(CUSTOM)).isEqualTo(json("{'tags':['1','2']}"));
        assertThat(added.notes()).contains(new Note(Leniency.COMPLEX_FOR_SIMPLE, CUSTOM + ":tags"));
        assertThat(removed.resource().document().getJsonObject(CUSTOM)).isEqualTo(json("{'tags':['2']}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'value':'1','display':'One'}",
                "{'value':'1','$ref':'../Tags/1'}",
                "{'value':{'value':'1'}}",
                "{'value':['1']}",
                "{'value':'1','VALUE':'2'}",
                "{'display':'1'}",
                "{'$ref':null}"
            })
    void anObjectThatSaysMoreIsNoSimpleValue(String element) {
        refused(
                ScimType.INVALID_VALUE,
                () -> patch(alice(), "{'op':'add','path':'%s:tags','value':[%s]}".formatted(CUSTOM, element)));
    }
}
