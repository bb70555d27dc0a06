package dev.usher.scim.patch;

import static dev.usher.scim.Samples.json;
import static dev.usher.scim.Samples.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.Rfc;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names in an extension that nobody registered are the same in any case, and stay as they were first spelled. */
@Rfc("7643 §2.1")
class ForeignNamesTest {
    private static final String URN = "urn:yourfirm:scim:User";

    private static Patched patched(String before, String operation) {
        return Patches.patch(user("{'userName':'a','" + URN + "':" + before + "}"), operation.replace("URN", URN));
    }

    private static JsonObject after(String before, String operation) {
        return patched(before, operation).resource().document().getJsonObject(URN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'op':'replace','path':'URN','value':{'Badge':'silver'}}",
                "{'op':'replace','path':'URN:Badge','value':'silver'}",
                "{'op':'add','path':'URN:BADGE','value':'silver'}",
                "{'op':'replace','value':{'URN':{'Badge':'silver'}}}",
                "{'op':'replace','value':{'URN':{'Badge':'bronze','BADGE':'silver'}}}",
                "{'op':'replace','value':{'URN:Badge':'silver'}}"
            })
    void aWriteInAnotherCaseChangesWhatIsThere(String operation) {
        assertThat(after("{'badge':'gold','room':1}", operation)).isEqualTo(json("{'badge':'silver','room':1}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'op':'remove','path':'URN:Badge'}",
                "{'op':'replace','path':'URN','value':{'Badge':null}}",
                "{'op':'replace','value':{'URN:BADGE':''}}"
            })
    void aRemovalInAnotherCaseTakesItAway(String operation) {
        assertThat(after("{'badge':'gold','room':1}", operation)).isEqualTo(json("{'room':1}"));
    }

    @Test
    void partsAreTheSameInAnyCase() {
        assertThat(after("{'desk':{'room':1,'row':2}}", "{'op':'replace','path':'URN:Desk.Room','value':3}"))
                .isEqualTo(json("{'desk':{'room':3,'row':2}}"));
        assertThat(after("{'desk':{'room':1,'row':2}}", "{'op':'remove','path':'URN:DESK.ROOM'}"))
                .isEqualTo(json("{'desk':{'row':2}}"));
        assertThat(after("{'desk':{'room':1,'Room':2}}", "{'op':'replace','path':'URN:desk.ROOM','value':3}"))
                .isEqualTo(json("{'desk':{'room':3}}"));
    }

    /** An older release stored them so. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            value = {
                "{'op':'replace','path':'URN:Badge','value':'x'} | {'Badge':'x','room':1}",
                "{'op':'replace','path':'URN:BADGE','value':'x'} | {'badge':'x','room':1}",
                "{'op':'add','path':'URN','value':{'bADGE':'x'}} | {'badge':'x','room':1}",
                "{'op':'remove','path':'URN:BADGE'}              | {'room':1}",
                "{'op':'replace','path':'URN:Room','value':2}    | {'badge':'gold','Badge':'silver','room':2}"
            })
    void aWriteLeavesOneOfTwoThatWereStored(String operation, String left) {
        assertThat(after("{'badge':'gold','Badge':'silver','room':1}", operation))
                .isEqualTo(json(left));
    }

    @Test
    void theSameValueInAnotherCaseChangesNothing() {
        assertThat(patched("{'badge':'gold'}", "{'op':'replace','path':'URN:Badge','value':'gold'}")
                        .changed())
                .isFalse();
    }
}
