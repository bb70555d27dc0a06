package dev.usher.scim.message;

import static dev.usher.scim.Samples.json;
import static dev.usher.scim.Samples.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.Rfc;
import dev.usher.scim.error.ScimType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchRequestTest {
    private static SearchRequest query(String... pairs) {
        Map<String, List<String>> query = new java.util.LinkedHashMap<>();
        for (int at = 0; at < pairs.length; at += 2) {
            query.put(pairs[at], List.of(pairs[at + 1]));
        }
        return SearchRequest.read(query);
    }

    @Test
    @Rfc({"7644 §3.4.2", "7644 §3.9"})
    void readsAQuery() {
        var request = query(
                "filter",
                "title pr",
                "SORTBY",
                " userName ",
                "sortOrder",
                "Descending",
                "startIndex",
                "11",
                "count",
                "5",
                "attributes",
                "userName, emails.value,",
                "excludedAttributes",
                "",
                "anything",
                "else");

        assertThat(request.filter()).contains("title pr");
        assertThat(request.sortBy()).contains("userName");
        assertThat(request.sortOrder()).isEqualTo(SortOrder.DESCENDING);
        assertThat(request.startIndex()).hasValue(11);
        assertThat(request.count()).hasValue(5);
        assertThat(request.attributes()).containsExactly("userName", "emails.value");
        assertThat(request.excludedAttributes()).isEmpty();
        assertThat(request.byCursor()).isFalse();
    }

    @Test
    void knowsWhatWasNotAsked() {
        var request = query("filter", " ", "count", "");

        assertThat(request.filter()).isEmpty();
        assertThat(request.startIndex()).isEmpty();
        assertThat(request.count()).isEmpty();
        assertThat(request.sortOrder()).isEqualTo(SortOrder.ASCENDING);
    }

    @Test
    @Rfc("7644 §3.4.2.4")
    void bendsNumbersAsTheRfcSays() {
        assertThat(query("startIndex", "0").startIndex()).hasValue(1);
        assertThat(query("startIndex", "-7").startIndex()).hasValue(1);
        assertThat(query("count", "-1").count()).hasValue(0);
        assertThat(query("count", "99999999999999999999").count()).hasValue(Integer.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1.5", "-", "1e3", "٣", "0x1"})
    void refusesACountThatIsNone(String count) {
        refused(ScimType.INVALID_VALUE, () -> query("count", count));
        refused(ScimType.INVALID_VALUE, () -> query("startIndex", count));
        refused(ScimType.INVALID_COUNT, () -> query("count", count, "cursor", ""));
    }

    @Test
    @Rfc("9865 §2")
    void takesAnEmptyCursorForTheFirstPage() {
        assertThat(query("cursor", "").byCursor()).isTrue();
        assertThat(query("cursor", "").cursor()).isEmpty();
        assertThat(query("cursor", "abc").cursor()).contains("abc");
    }

    @Test
    @Rfc("7644 §3.4.3")
    void readsASearchMessage() {
        var request = SearchRequest.read(json(
                "{'schemas':['%s'],'attributes':['displayName','userName'],'filter':'title pr','startIndex':1,'count':10,"
                                .formatted(SearchRequest.SCHEMA)
                        + "'sortBy':null,'cursor':''}"));

        assertThat(request.attributes()).containsExactly("displayName", "userName");
        assertThat(request.count()).hasValue(10);
        assertThat(request.byCursor()).isTrue();
        refused(ScimType.INVALID_SYNTAX, () -> SearchRequest.read(json("{'filter':'title pr'}")));
        refused(
                ScimType.INVALID_VALUE,
                () -> SearchRequest.read(json("{'schemas':['%s'],'filter':{}}".formatted(SearchRequest.SCHEMA))));
    }

    @Test
    void ignoresUnknownKeysOfASearchMessageWhateverTheyHold() {
        var request = SearchRequest.read(
                json("{'schemas':['%s'],'count':3,'flag':true,'meta':{'a':1}}".formatted(SearchRequest.SCHEMA)));

        assertThat(request.count()).hasValue(3);
    }

    @Test
    void refusesTwoValuesWhereOneIsMeant() {
        refused(ScimType.INVALID_FILTER, () -> repeated("filter", "title pr", "userName pr"));
        for (String name : List.of("startIndex", "count", "sortBy", "sortOrder", "cursor")) {
            refused(ScimType.INVALID_VALUE, () -> repeated(name, "1", "2"));
        }
        assertThat(repeated("filter", "title pr", "title pr").filter()).contains("title pr");
        assertThat(repeated("attributes", "title", "userName").attributes()).containsExactly("title", "userName");
        refused(ScimType.INVALID_FILTER, () -> query("filter", "title pr", "FILTER", "userName pr"));
    }

    private static SearchRequest repeated(String name, String... values) {
        return SearchRequest.read(Map.of(name, List.of(values)));
    }

    @Test
    void refusesAnOrderThatIsNone() {
        refused(ScimType.INVALID_VALUE, () -> query("sortOrder", "sideways"));
    }
}
