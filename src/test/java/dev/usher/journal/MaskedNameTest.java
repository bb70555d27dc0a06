package dev.usher.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskedNameTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    has nothing that matches 'emails[value eq "alice@acme.com"].display' | has nothing that matches 'emails[value eq "a•••@acme.com"].display'
                    'phoneNumbers[type eq "work" and value Sw "+49 151 1"]' | 'phoneNumbers[type eq "work" and value Sw "+•••"]'
                    'members[display eq  "Alice \\"Al\\" Smith"]' | 'members[display eq  "A•••"]'
                    'members[display eq "Alice Smith of very lon…' | 'members[display eq "A•••
                    'members[display eq "Alice\\…' | 'members[display eq "A•••
                    expected a value at character 17 but found 'Alice O'Brien]' | expected a value at character 17 but found 'A•••'
                    there is no user or group 'alice' | there is no user or group 'a•••'
                    '/Users/alice@acme.com' is no path | '/Users/a•••@acme.com' is no path""")
    void masksWhatATextQuotesOfValues(String text, String masked) {
        assertThat(MaskedName.within(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the resource is at version W/\"3\" meanwhile",
                "'emails[type eq \"work\"].display'",
                "'members[value eq \"2819c223-7f76-453a-919d-413861904646\"]'",
                "there is no group '2819c223-7f76-453a-919d-413861904646'",
                "'emails.type' does not allow 'fax'",
                "title is \"VP\"; userName is \"a•••@acme.com\""
            })
    void leavesTheRest(String text) {
        assertThat(MaskedName.within(text)).isEqualTo(text);
    }

    @Test
    void endsOnLongTexts() {
        String literal = "members[display eq \"" + "a\\".repeat(50_000);

        assertThat(MaskedName.within(literal)).isEqualTo("members[display eq \"a•••");
        String word = "a".repeat(50_000);
        assertThat(MaskedName.within(word)).isEqualTo(word);
    }
}
