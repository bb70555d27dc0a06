package dev.usher.scim.patch;

import static dev.usher.scim.Samples.json;
import static dev.usher.scim.Samples.refused;
import static dev.usher.scim.Samples.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.Rfc;
import dev.usher.scim.Samples;
import dev.usher.scim.error.ScimType;
import dev.usher.scim.filter.FilterLimits;
import dev.usher.scim.resource.ResourceReader;
import dev.usher.scim.schema.ResourceType;
import dev.usher.scim.schema.SchemaJson;
import dev.usher.scim.schema.SchemaRegistry;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a schema that a tenant registered asks of values, those among them that are older than itself. */
class OwnSchemaPatchTest {
    private static final String URN = "urn:acme:User";
    private static final SchemaRegistry REGISTRY =
            Samples.REGISTRY.with(ResourceType.USER, SchemaJson.custom(json("""
                    {'id':'%s','name':'Acme','description':'Who may go where','attributes':[
                      {'name':'tags','type':'string','multiValued':true},
                      {'name':'badge','type':'complex','subAttributes':[
                         {'name':'number','type':'string','required':true},{'name':'color','type':'string'}]},
                      {'name':'cards','type':'complex','multiValued':true,'subAttributes':[
                         {'name':'number','type':'string','required':true},{'name':'color','type':'string'}]},
                      {'name':'phones','type':'complex','multiValued':true,'subAttributes':[
                         {'name':'value','type':'string'},{'name':'kind','type':'string','required':true}]}]}
                    """.formatted(URN))));

    private static Patched patched(String before, String... operations) {
        return PatchPlan.of(REGISTRY, ResourceType.USER, Patches.request(operations), FilterLimits.USUAL)
                .apply(user("{'userName':'a','" + URN + "':" + before + "}"));
    }

    private static JsonObject after(String before, String... operations) {
        return patched(before, operations).resource().document().getJsonObject(URN);
    }

    private static void read(String extension) {
        new ResourceReader(REGISTRY).read(ResourceType.USER, json("{'userName':'a','" + URN + "':" + extension + "}"));
    }

    /** What had no parts when it was stored cannot have had the required one. */
    @Test
    void addsToSimpleValuesThatAreOlderThanTheirParts() {
        JsonObject after = after(
                "{'phones':['1']}", "{'op':'add','path':'urn:acme:User:phones','value':{'value':'2','kind':'desk'}}");

        assertThat(after).isEqualTo(json("{'phones':[{'value':'1'},{'value':'2','kind':'desk'}]}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'tags':'a'} | tags | ['b'] | {'tags':['a','b']}",
                "{'tags':[{'value':'a'}]} | tags | ['b'] | {'tags':['a','b']}",
                "{'tags':7} | tags | ['b'] | {'tags':['7','b']}",
                "{'tags':{'x':1}} | tags | ['b'] | {'tags':[{'x':1},'b']}",
                "{'cards':{'number':'1'}} | cards | [{'number':'2'}] | {'cards':[{'number':'1'},{'number':'2'}]}",
                "{'badge':[{'number':7,'color':'red'}]} | badge.color | 'blue' | {'badge':{'number':'7','color':'blue'}}",
                "{'badge':[{'number':'7'}]} | badge | {'color':'red'} | {'badge':{'number':'7','color':'red'}}"
            })
    void addsToWhatIsOlderThanTheSchema(String before, String path, String value, String after) {
        assertThat(after(before, "{'op':'add','path':'" + URN + ":" + path + "','value':" + value + "}"))
                .isEqualTo(json(after));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'op':'remove','path':'urn:acme:User:tags[value eq \\\"z\\\"]'}",
                "{'op':'add','path':'urn:acme:User:tags','value':['A']}",
                "{'op':'add','path':'urn:acme:User:tags','value':[]}"
            })
    void leavesWhatIsOlderAsItIsWhereNothingChanges(String operation) {
        assertThat(patched("{'tags':'a'}", operation).changed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'badge':{'color':'red'}}",
                "{'badge':{'number':' ','color':'red'}}",
                "{'badge':{'number':null,'color':'red'}}",
                "{'cards':[{'number':'1'},{'color':'red'}]}"
            })
    @Rfc("7643 §2.2")
    void demandsTheRequiredPartsOfWhatIsThere(String extension) {
        refused(ScimType.INVALID_VALUE, () -> read(extension));
    }

    @Test
    void demandsNoPartsOfWhatIsNotThere() {
        read("{'tags':['a']}");
        read("{'badge':{},'cards':[]}");
        read("{'badge':{'number':'7'},'cards':[{'number':'1','color':'red'}]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'op':'add','path':'urn:acme:User:badge.color','value':'red'}",
                "{'op':'add','value':{'urn:acme:User':{'badge':{'color':'red'}}}}",
                "{'op':'remove','path':'urn:acme:User:cards[number eq \\\"1\\\"].number'}",
                "{'op':'replace','path':'urn:acme:User:cards.number','value':''}",
                "{'op':'add','path':'urn:acme:User:cards','value':[{'color':'green'}]}"
            })
    @Rfc("7643 §2.2")
    void refusesAPatchThatBringsOrLeavesLess(String operation) {
        refused(
                ScimType.INVALID_VALUE,
                () -> patched("{'cards':[{'number':'1','color':'red'},{'number':'2','color':'red'}]}", operation));
    }

    /** Entra sends the parts of one value in operations of their own. */
    @Test
    void takesTheRequiredPartAfterTheOthers() {
        assertThat(after(
                        "{'tags':['a']}",
                        "{'op':'Add','path':'urn:acme:User:badge.color','value':'red'}",
                        "{'op':'Add','path':'urn:acme:User:badge.number','value':'7'}"))
                .isEqualTo(json("{'tags':['a'],'badge':{'color':'red','number':'7'}}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'op':'replace','path':'urn:acme:User:badge.color','value':'blue'}",
                "{'op':'remove','path':'urn:acme:User:badge'}",
                "{'op':'replace','path':'urn:acme:User:cards[color eq \\\"red\\\"].color','value':'blue'}",
                "{'op':'add','path':'urn:acme:User:cards','value':[{'number':'2'}]}",
                "{'op':'replace','path':'active','value':'False'}"
            })
    void whatWasLackedBeforeTheSchemaMayBeLackedOn(String operation) {
        assertThat(patched("{'badge':{'color':'red'},'cards':[{'color':'red'}]}", operation)
                        .changed())
                .isTrue();
    }
}
