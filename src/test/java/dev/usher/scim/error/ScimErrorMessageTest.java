package dev.usher.scim.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.Rfc;
import dev.usher.scim.Samples;
import org.junit.jupiter.api.Test;

class ScimErrorMessageTest {
    @Test
    @Rfc("7644 §3.12")
    void carriesStatusAsTextAndTheKeyword() {
        var json = ScimErrorMessage.json(ScimException.invalidFilter("no such operator"));

        assertThat(json).isEqualTo(Samples.json("""
                        {'schemas':['urn:ietf:params:scim:api:messages:2.0:Error'],'status':'400',
                         'scimType':'invalidFilter','detail':'no such operator'}"""));
    }

    @Test
    @Rfc("7644 §3.12")
    void leavesTheKeywordOutWhereTheRfcHasNone() {
        var json = ScimErrorMessage.json(ScimException.notFound("no such user"));

        assertThat(json.containsKey("scimType")).isFalse();
        assertThat(json.getString("status")).isEqualTo("404");
    }

    @Test
    void putsOurOwnReasonIntoAnExtension() {
        var json =
                ScimErrorMessage.json(ScimException.invalidValue("no mapping").withCode("noMapping"));

        assertThat(json.getJsonObject(ScimErrorMessage.REFUSAL).getString("code"))
                .isEqualTo("noMapping");
        assertThat(json.getJsonArray("schemas")).hasSize(2);
        assertThat(json.getString("scimType")).isEqualTo("invalidValue");
    }

    @Test
    @Rfc("7644 §3.12")
    void givesUniquenessItsOwnStatus() {
        assertThat(ScimException.uniqueness("taken").status()).isEqualTo(409);
        assertThat(ScimException.sensitive("in the URI").status()).isEqualTo(403);
    }

    @Test
    void quotesAtMostSixtyFourHarmlessCharacters() {
        String quoted = ScimException.shorten("a\u0000\n\u202Eb" + "x".repeat(200));

        assertThat(quoted).hasSize(65).startsWith("a\uFFFD\uFFFD\uFFFDb").endsWith("x…");
        assertThat(ScimException.shorten("\uD800")).isEqualTo("\uFFFD");
        assertThat(ScimException.shorten("short")).isEqualTo("short");
    }
}
