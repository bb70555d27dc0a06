package dev.usher.scim.patch;

import static dev.usher.scim.Samples.json;
import static dev.usher.scim.Samples.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.scim.Samples;
import dev.usher.scim.schema.ResourceType;
import dev.usher.scim.schema.SchemaJson;
import dev.usher.scim.schema.SchemaRegistry;
import jakarta.json.JsonObject;
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
                         {'name':'number','type':'string','required':true},{'name':'color','type':'string'}]}]}
                    """.formatted(URN))));

    private static Patched patched(String before, String... operations) {
        return PatchPlan.of(REGISTRY, ResourceType.USER, Patches.request(operations))
                .apply(user("{'userName':'a','" + URN + "':" + before + "}"));
    }

    private static JsonObject after(String before, String... operations) {
        return patched(before, operations).resource().document().getJsonObject(URN);
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
}
