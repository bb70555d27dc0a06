package dev.usher.scim.schema;

import static dev.usher.scim.Samples.json;
import static dev.usher.scim.Samples.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.Rfc;
import dev.usher.scim.Samples;
import dev.usher.scim.error.ScimType;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaJsonTest {
    @Test
    @Rfc("7643 §7")
    void showsEveryCharacteristicOfAnAttribute() {
        var json =
                SchemaJson.json(StandardSchemas.USER).getJsonArray("attributes").getJsonObject(0);

        assertThat(json.keySet())
                .containsAll(Set.of(
                        "name",
                        "type",
                        "multiValued",
                        "description",
                        "required",
                        "caseExact",
                        "mutability",
                        "returned",
                        "uniqueness"));
    }

    @Test
    void readsBackWhatItShows() {
        var custom = Samples.WITH_CUSTOM.custom(ResourceType.USER).get(0);

        assertThat(SchemaJson.custom(SchemaJson.json(custom))).isEqualTo(custom);
    }

    @Test
    @Rfc({"7643 §2.3.6", "7643 §2.3.7"})
    void takesReferencesAndBinariesAsCaseExact() {
        var custom =
                SchemaJson.custom(json("{'id':'urn:a:b','name':'S','attributes':[{'name':'link','type':'reference'},"
                        + "{'name':'blob','type':'binary'},{'name':'loose','type':'reference','caseExact':false},"
                        + "{'name':'text'}]}"));

        assertThat(custom.attributes()).extracting(Attribute::caseExact).containsExactly(true, true, false, false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'id':'site','name':'S','attributes':[{'name':'a'}]}",
                "{'id':'urn:a','name':'S','attributes':[{'name':'a'}]}",
                "{'id':'urn:a:b c','name':'S','attributes':[{'name':'a'}]}",
                "{'id':'urn:a:b','name':'','attributes':[{'name':'a'}]}",
                "{'id':'urn:a:b','name':'S','attributes':[]}",
                "{'id':'urn:a:b','name':'S','attributes':'a'}",
                "{'id':'urn:a:b','name':'S','attributes':['a']}",
                "{'id':'urn:a:b','name':'S','attributes':[{'name':'a b'}]}",
                "{'id':'urn:a:b','name':'S','attributes':[{'name':'a'},{'name':'A'}]}",
                "{'id':'urn:a:b','name':'S','attributes':[{'name':'a','type':'text'}]}",
                "{'id':'urn:a:b','name':'S','attributes':[{'name':'a','type':'untyped'}]}",
                "{'id':'urn:a:b','name':'S','attributes':[{'name':'a','type':'complex'}]}",
                "{'id':'urn:a:b','name':'S','attributes':[{'name':'a','subAttributes':[{'name':'b'}]}]}",
                "{'id':'urn:a:b','name':'S','attributes':[{'name':'a','required':'yes'}]}",
                "{'id':'urn:a:b','name':'S','attributes':[{'name':'a','mutability':'sometimes'}]}",
                "{'id':'urn:a:b','name':'S','attributes':[{'name':'a','type':'complex','multiValued':true,"
                        + "'subAttributes':[{'name':'b','multiValued':true}]}]}"
            })
    void refusesASchemaThatCannotWork(String text) {
        refused(ScimType.INVALID_VALUE, () -> SchemaJson.custom(json(text)));
    }
}
