package dev.usher.scim.resource;

import static dev.usher.scim.Samples.REGISTRY;
import static dev.usher.scim.Samples.json;
import static dev.usher.scim.Samples.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.Rfc;
import dev.usher.scim.error.ScimType;
import dev.usher.scim.schema.ResourceType;
import dev.usher.scim.schema.SchemaJson;
import dev.usher.scim.schema.SchemaRegistry;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One attribute of each type of RFC 7643 §2.3: what it takes, and what it refuses. */
class DataTypesTest {
    private static final String URN = "urn:example:types:2.0:User";
    private static final SchemaRegistry TYPES =
            REGISTRY.with(ResourceType.USER, SchemaJson.custom(json("""
                    {'id':'%s','name':'Types','attributes':[
                      {'name':'text','type':'string'},
                      {'name':'exact','type':'string','caseExact':true},
                      {'name':'flag','type':'boolean'},
                      {'name':'decimal','type':'decimal'},
                      {'name':'integer','type':'integer'},
                      {'name':'moment','type':'dateTime'},
                      {'name':'bytes','type':'binary'},
                      {'name':'link','type':'reference','referenceTypes':['external']},
                      {'name':'whole','type':'complex','subAttributes':[{'name':'part','type':'string'},{'name':'size','type':'integer'}]}]}
                    """.formatted(URN))));

    private static Optional<JsonValue> taken(String name, String value) {
        var document = new ResourceReader(TYPES)
                .read(ResourceType.USER, json("{'userName':'a','%s':{'%s':%s}}".formatted(URN, name, value)))
                .resource()
                .document();
        return Optional.ofNullable(document.getJsonObject(URN)).map(extension -> extension.get(name));
    }

    private static void takes(String name, String sent, String kept) {
        assertThat(taken(name, sent)).as(sent).map(JsonValue::toString).contains(kept.replace('\'', '"'));
    }

    private static void refuses(String name, String... values) {
        for (String each : values) {
            refused(ScimType.INVALID_VALUE, () -> taken(name, each));
        }
    }

    private static boolean caseExact(String name) {
        return TYPES.schema(ResourceType.USER, URN)
                .flatMap(schema -> schema.attribute(name))
                .orElseThrow()
                .caseExact();
    }

    @Test
    @Rfc("7643 §2.3.1")
    void stringsAreTextsOfAnyScript() {
        takes("text", "'Zoë 北京'", "'Zoë 北京'");
        assertThat(caseExact("text")).isFalse();
        assertThat(caseExact("exact")).isTrue();
        refuses("text", "{'a':'b'}", "['a','b']");
    }

    @Test
    @Rfc("7643 §2.3.2")
    void booleansAreTrueOrFalse() {
        takes("flag", "true", "true");
        takes("flag", "false", "false");
        takes("flag", "'True'", "true");
        refuses("flag", "1", "'yes'", "{'a':true}");
    }

    @Test
    @Rfc("7643 §2.3.3")
    void decimalsAreExact() {
        takes("decimal", "1.10", "1.10");
        takes("decimal", "-0.0000000000000000001", "-1E-19");
        takes("decimal", "'2.5'", "2.5");
        refuses("decimal", "'two'", "true");
    }

    @Test
    @Rfc("7643 §2.3.4")
    void integersHaveNoFraction() {
        takes("integer", "9223372036854775807", "9223372036854775807");
        takes("integer", "2.0", "2");
        refuses("integer", "2.5", "9223372036854775808", "'x'");
    }

    @Test
    @Rfc("7643 §2.3.5")
    void momentsAreXmlDateTimes() {
        takes("moment", "'2008-01-23T04:56:22Z'", "'2008-01-23T04:56:22Z'");
        takes("moment", "'2008-01-23T04:56:22.5+02:00'", "'2008-01-23T04:56:22.5+02:00'");
        refuses("moment", "'2008-01-23'", "'2008-13-23T04:56:22Z'", "'yesterday'", "20080123");
    }

    @Test
    @Rfc("7643 §2.3.6")
    void binariesAreBase64AndCaseExact() {
        takes("bytes", "'AQID'", "'AQID'");
        takes("bytes", "'_-8='", "'_-8='");
        assertThat(caseExact("bytes")).isTrue();
        refuses("bytes", "'A'", "'%%%%'", "7");
    }

    @Test
    @Rfc("7643 §2.3.7")
    void referencesAreUrisAndCaseExact() {
        takes("link", "'https://Example.org/A?b=C'", "'https://Example.org/A?b=C'");
        takes("link", "'../Users/1'", "'../Users/1'");
        assertThat(caseExact("link")).isTrue();
        refuses("link", "{'href':'x'}");
    }

    @Test
    @Rfc("7643 §2.3.8")
    void complexValuesHaveTypedParts() {
        takes("whole", "{'SIZE':'3','part':'p'}", "{'size':3,'part':'p'}");
        refuses("whole", "'p'", "{'size':'large'}", "[{'part':'a'},{'part':'b'}]");
        assertThat(taken("whole", "{'unknown':1}")).isEmpty();
    }

    @Test
    @Rfc("7643 §3.3")
    void anExtensionStandsUnderItsUrnAndApartFromTheCore() {
        var document = new ResourceReader(TYPES)
                .read(ResourceType.USER, json("{'userName':'a','title':'t','%s':{'text':'x'}}".formatted(URN)))
                .resource()
                .document();

        assertThat(List.copyOf(document.keySet())).containsExactly("userName", "title", URN);
        assertThat(document.getJsonObject(URN)).isEqualTo(json("{'text':'x'}"));
    }
}
