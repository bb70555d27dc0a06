package dev.usher.scim.filter;

import static dev.usher.scim.Samples.WITH_CUSTOM;
import static dev.usher.scim.Samples.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.Rfc;
import dev.usher.scim.error.ScimType;
import dev.usher.scim.schema.ResourceType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathTest {
    private static Path parse(String text) {
        return Path.parse(WITH_CUSTOM, ResourceType.USER, text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "USERNAME | userName",
                "name.familyName | name.familyName",
                "Emails[Type EQ \"work\"] | emails[type eq \"work\"]",
                "emails[type eq \"work\"].VALUE | emails[type eq \"work\"].value",
                "emails[value eq \"a]b\"].display | emails[value eq \"a]b\"].display",
                "addresses[type eq \"work\" and primary eq \"True\"].streetAddress |"
                        + " addresses[type eq \"work\" and primary eq true].streetAddress",
                "urn:ietf:params:scim:schemas:core:2.0:User:emails[type eq \"work\"].value |"
                        + " emails[type eq \"work\"].value",
                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value |"
                        + " urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value",
                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User |"
                        + " urn:ietf:params:scim:schemas:extension:enterprise:2.0:User",
                "urn:x:custom:2.0:User:attr.part | urn:x:custom:2.0:User:attr.part",
                "desks[height gt 3] | urn:example:params:scim:schemas:extension:site:2.0:User:desks[height gt 3]"
            })
    @Rfc("7644 §3.5.2")
    void readsAndPrints(String text, String printed) {
        assertThat(parse(text)).hasToString(printed);
        assertThat(parse(parse(text).toString())).isEqualTo(parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nothing",
                "/userName",
                "name.nothing",
                "emails.nothing",
                "emails[type eq \"work\"].nothing",
                "urn:nobody:registered:this:User:list[type eq \"work\"]",
                "emails[type eq \"work\"]value",
                "emails[type eq \"work\"].value.x",
                "userName[value eq \"a\"]",
                "nothing[type eq \"a\"]",
                "[type eq \"a\"]",
                "urn:x:custom:2.0:User:list[value eq \"a\"]",
                "user name",
                "..",
                "emails..value"
            })
    void refusesWhatLeadsNowhere(String text) {
        refused(ScimType.INVALID_PATH, () -> parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "emails[",
                "emails[]",
                "emails[type]",
                "emails[type eq]",
                "emails[nothing eq \"a\"]",
                "emails[type eq \"a\""
            })
    @Rfc("7644 §3.12")
    void refusesBrokenBracketsAsAFilter(String text) {
        refused(ScimType.INVALID_FILTER, () -> parse(text));
    }
}
