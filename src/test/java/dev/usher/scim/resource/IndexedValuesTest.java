package dev.usher.scim.resource;

import static dev.usher.scim.Samples.CUSTOM;
import static dev.usher.scim.Samples.ENTERPRISE;
import static dev.usher.scim.Samples.WITH_CUSTOM;
import static dev.usher.scim.Samples.alice;
import static dev.usher.scim.Samples.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class IndexedValuesTest {
    private static List<String> rows(ScimResource resource) {
        return IndexedValues.of(WITH_CUSTOM, resource).stream()
                .map(row -> row.path().text().replace(ENTERPRISE, "E").replace(CUSTOM, "C") + " " + row.ordinal() + " "
                        + row.representative() + " " + row.key() + " " + row.exact())
                .toList();
    }

    @Test
    void listsEveryIndexedValueWithItsElement() {
        assertThat(rows(alice()))
                .containsExactlyInAnyOrder(
                        "name.familyName 0 true ash Ash",
                        "name.givenName 0 true alice Alice",
                        "displayName 0 true alice ash Alice Ash",
                        "title 0 true analyst Analyst",
                        "emails.value 0 true alice@work.example alice@work.example",
                        "emails.value 1 false alice@home.example alice@home.example",
                        "emails.type 0 true work work",
                        "emails.type 1 false home home",
                        "emails.primary 0 true true true",
                        "phoneNumbers.value 0 true 1 1",
                        "phoneNumbers.type 0 true work work",
                        "E:employeeNumber 0 true 77 77",
                        "E:department 0 true sales Sales",
                        "E:manager.value 0 true m-1 m-1");
    }

    @Test
    void letsThePrimaryElementSort() {
        var rows = rows(alice().with(
                        "emails",
                        json("{'e':[{'value':'a'},{'type':'work'},{'value':'b','primary':true}]}")
                                .getJsonArray("e")));

        assertThat(rows)
                .contains("emails.value 0 false a a", "emails.value 2 true b b", "emails.type 1 true work work");
    }

    @Test
    void indexesTypedExtensions() {
        var rows = rows(alice().with(
                        CUSTOM,
                        json("{'floor':3,'tags':['B','a'],'desks':[{'value':'d','height':-1}],'remote':true}")));

        assertThat(rows)
                .contains(
                        "C:floor 0 true 2500013 2500013",
                        "C:tags 0 true b B",
                        "C:tags 1 false a a",
                        "C:desks.value 0 true d d",
                        "C:remote 0 true true true");
    }
}
