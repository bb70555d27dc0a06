package dev.usher.scim.filter;

import static dev.usher.scim.Samples.ENTERPRISE;
import static dev.usher.scim.Samples.WITH_CUSTOM;
import static dev.usher.scim.Samples.refusal;
import static dev.usher.scim.Samples.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.Rfc;
import dev.usher.scim.error.ScimType;
import dev.usher.scim.schema.ResourceType;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterParserTest {
    private static Filter parse(String text) {
        return FilterParser.parse(WITH_CUSTOM, ResourceType.USER, text, FilterLimits.USUAL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "userName Eq \"bjensen\" | userName eq \"bjensen\"",
                "USERNAME EQ \"b\" AND TITLE PR | userName eq \"b\" and title pr",
                "a.b | -",
                "title pr and userType eq \"Employee\" or title pr | title pr and userType eq \"Employee\" or title pr",
                "title pr and (userType eq \"a\" or userType eq \"b\") | title pr and (userType eq \"a\" or userType eq \"b\")",
                "((title pr)) | title pr",
                "(title pr or nickName pr) or locale pr | title pr or nickName pr or locale pr",
                "not (title pr) | not (title pr)",
                "NOT(title pr) | not (title pr)",
                "emails[type eq \"work\" and value co \"@example.com\"] | emails[type eq \"work\" and value co \"@example.com\"]",
                "emails[emails.type eq \"work\"] | emails[type eq \"work\"]",
                "emails[type eq \"work\"].value eq \"x\" | emails[type eq \"work\" and value eq \"x\"]",
                "emails[type eq \"work\"].value pr | emails[type eq \"work\" and value pr]",
                "emails[type eq \"work\"].value eq null | not (emails[type eq \"work\" and value pr])",
                "emails[type eq \"work\" or primary eq true].value sw \"x\" |"
                        + " emails[(type eq \"work\" or primary eq true) and value sw \"x\"]",
                "emails co \"example.com\" | emails.value co \"example.com\"",
                "title eq null | not (title pr)",
                "title ne null | title pr",
                "emails eq null | not (emails pr)",
                "active eq \"True\" | active eq true",
                "active eq TRUE | active eq true",
                "roles[primary eq \"True\"] | roles[primary eq true]",
                "meta.lastModified gt \"2011-05-13T04:42:34Z\" | meta.lastModified gt \"2011-05-13T04:42:34Z\"",
                "urn:ietf:params:scim:schemas:core:2.0:User:userName sw \"J\" | userName sw \"J\"",
                "schemas eq \"urn:x\" | schemas eq \"urn:x\"",
                "employeeNumber eq 77 | urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:employeeNumber eq \"77\"",
                "employeeNumber eq 1.50 | urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:employeeNumber eq \"1.50\"",
                "employeeNumber eq -0 | urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:employeeNumber eq \"-0\"",
                "employeeNumber eq 1E2 | urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:employeeNumber eq \"1E2\"",
                "floor gt -1.5e1 | urn:example:params:scim:schemas:extension:site:2.0:User:floor gt -15",
                "floor eq \"3\" | urn:example:params:scim:schemas:extension:site:2.0:User:floor eq 3",
                "tags[value eq \"a\"] | urn:example:params:scim:schemas:extension:site:2.0:User:tags[value eq \"a\"]",
                "title eq \"a\\\"b\\\\c\\u00e9\\n\" | title eq \"a\\\"b\\\\cé\\n\"",
                "name[familyName eq \"x\"] | name[familyName eq \"x\"]"
            })
    @Rfc("7644 §3.4.2.2")
    void readsAndPrints(String text, String printed) {
        if (printed.equals("-")) {
            refused(ScimType.INVALID_FILTER, () -> parse(text));
            return;
        }

        Filter filter = parse(text);

        assertThat(filter).hasToString(printed);
        assertThat(parse(filter.toString())).isEqualTo(filter);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "userName",
                "userName eq",
                "userName is \"a\"",
                "userName eq a",
                "userName eq 'a'",
                "userName eq \"a",
                "userName eq \"a\\x\"",
                "userName eq \"a\\u12\"",
                "userName eq \"\\ud800\"",
                "eq \"a\"",
                "userName eq \"a\" and",
                "and userName eq \"a\"",
                "userName eq \"a\" userName eq \"b\"",
                "userName eq \"a\" xor title pr",
                "(userName eq \"a\"",
                "userName eq \"a\")",
                "not userName eq \"a\"",
                "not",
                "()",
                "emails[]",
                "emails[type eq \"work\"",
                "emails[type eq \"work\"].nothing eq \"x\"",
                "emails[nothing eq \"work\"]",
                "emails[emails[type eq \"a\"]]",
                "userName[value eq \"a\"]",
                "name.familyName[value eq \"a\"]",
                "nothing eq \"a\"",
                "emails.nothing pr",
                "password eq \"a\"",
                "urn:example:unknown:2.0:User:attr eq \"a\"",
                "name eq \"a\"",
                "active gt true",
                "active co \"tr\"",
                "active eq \"yes\"",
                "active eq 1",
                "x509Certificates.value gt \"a\"",
                "meta.created eq \"yesterday\"",
                "meta.created sw \"2026\"",
                "meta.created gt 5",
                "floor co 1",
                "floor eq \"third\"",
                "floor eq 1e99999",
                "floor eq 1e99999999999",
                "employeeNumber eq 0042",
                "employeeNumber eq 5.",
                "employeeNumber eq .5",
                "employeeNumber eq -",
                "employeeNumber eq +5",
                "employeeNumber eq 1e",
                "employeeNumber eq ٤٢",
                "floor eq 007",
                "title gt null",
                "userName eq \"a\";drop table account",
                "userName eq \"a\" or 1 eq 1",
                "userName pr pr",
                "] eq [",
                "\"a\" eq \"a\""
            })
    @Rfc("7644 §3.4.2.2")
    void refusesWhatItCannotAnswer(String text) {
        refused(ScimType.INVALID_FILTER, () -> parse(text));
    }

    /** Read as a number it would find who has 42. */
    @Test
    void saysHowToAskForDigitsThatAreNoNumber() {
        assertThat(refusal(() -> parse("employeeNumber eq 0042")).detail()).contains("0042", "double quotes");
    }

    @Test
    void acceptsALongChainButNoEndlessOne() {
        assertThat(parse(chain(500))).isInstanceOf(Filter.Or.class);
        refused(ScimType.INVALID_FILTER, () -> parse(chain(501)));
        refused(ScimType.INVALID_FILTER, () -> parse("title eq \"" + "x".repeat(8_200) + "\""));
    }

    @Test
    void refusesDepth() {
        assertThat(parse("(".repeat(20) + "title pr" + ")".repeat(20))).hasToString("title pr");
        refused(ScimType.INVALID_FILTER, () -> parse("(".repeat(21) + "title pr" + ")".repeat(21)));
        refused(ScimType.INVALID_FILTER, () -> parse("not (".repeat(1_000) + "title pr" + ")".repeat(1_000)));
        refused(ScimType.INVALID_FILTER, () -> parse("(".repeat(8_000)));
    }

    @Test
    void obeysTheLimitsThatItIsGiven() {
        var tight = new FilterLimits(60, 2, 3);
        assertThat(FilterParser.parse(
                        WITH_CUSTOM, ResourceType.USER, "((title pr or nickName pr and locale pr))", tight))
                .isInstanceOf(Filter.Or.class);
        for (String text : List.of(
                "title eq \"" + "x".repeat(60) + "\"",
                "(((title pr)))",
                "title pr or title pr or title pr or title pr",
                "(emails[(type pr)])")) {
            refused(ScimType.INVALID_FILTER, () -> FilterParser.parse(WITH_CUSTOM, ResourceType.USER, text, tight));
            refused(ScimType.INVALID_FILTER, () -> TypeFilter.of(WITH_CUSTOM, ResourceType.USER, text, tight));
        }

        assertThat(FilterParser.parse(
                        WITH_CUSTOM,
                        ResourceType.USER,
                        "(".repeat(100) + chain(501) + ")".repeat(100),
                        new FilterLimits(100_000, 100, 501)))
                .isInstanceOf(Filter.Or.class);
    }

    @Test
    void keepsTheTermsOfOnePrecedenceFlat() {
        assertThat(((Filter.And) parse("title pr and (nickName pr and locale pr)")).terms())
                .hasSize(3);
        assertThat(parse("title pr or nickName pr and locale pr")).isInstanceOf(Filter.Or.class);
    }

    @Test
    void refusesAWholeExtensionInAComparisonOnly() {
        assertThat(parse(ENTERPRISE + " pr")).isInstanceOf(Filter.Present.class);
        refused(ScimType.INVALID_FILTER, () -> parse(ENTERPRISE + " eq \"a\""));
    }

    private static String chain(int terms) {
        return IntStream.range(0, terms).mapToObj(each -> "title pr").collect(Collectors.joining(" or "));
    }
}
