package dev.usher.scim.filter;

import static dev.usher.scim.Samples.WITH_CUSTOM;
import static dev.usher.scim.Samples.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.Rfc;
import dev.usher.scim.error.ScimType;
import dev.usher.scim.schema.ResourceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeFilterTest {
    private static String said(ResourceType type, String filter) {
        TypeFilter found = TypeFilter.of(WITH_CUSTOM, type, filter, FilterLimits.USUAL);
        return found instanceof TypeFilter.Matching matching
                ? matching.filter().toString()
                : found.getClass().getSimpleName();
    }

    @ParameterizedTest
    @Rfc("7644 §3.4.2.1")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "userName eq \"a\"|userName eq \"a\"|Nothing",
                "userName ne \"a\"|userName ne \"a\"|Everything",
                "userName pr|userName pr|Nothing",
                "userName eq null|not (userName pr)|Everything",
                "not (members pr)|Everything|not (members pr)",
                "members[value eq \"1\"]|Nothing|members[value eq \"1\"]",
                "department eq \"x\" or displayName eq \"N\"|urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department eq \"x\" or displayName eq \"N\"|displayName eq \"N\"",
                "displayName pr and not (userName pr)|displayName pr and not (userName pr)|displayName pr",
                "displayName pr and userName pr|displayName pr and userName pr|Nothing",
                "id pr or not (userName pr)|id pr or not (userName pr)|Everything",
                "(meta.resourceType eq \"User\" and userName eq \"u\") or (meta.resourceType eq \"Group\" and members pr)|meta.resourceType eq \"User\" and userName eq \"u\"|meta.resourceType eq \"Group\" and members pr"
            })
    void whatATypeLacksHasNoValue(String filter, String users, String groups) {
        assertThat(said(ResourceType.USER, filter)).isEqualTo(users);
        assertThat(said(ResourceType.GROUP, filter)).isEqualTo(groups);
    }

    @Test
    void refusesWhatNoTypeHas() {
        for (ResourceType type : ResourceType.values()) {
            refused(
                    ScimType.INVALID_FILTER,
                    () -> TypeFilter.of(WITH_CUSTOM, type, "id pr or shoeSize pr", FilterLimits.USUAL));
            refused(ScimType.INVALID_FILTER, () -> TypeFilter.of(WITH_CUSTOM, type, "userName eq", FilterLimits.USUAL));
        }
    }
}
