package dev.usher.scim.patch;

import static dev.usher.scim.Samples.group;
import static dev.usher.scim.Samples.refused;
import static dev.usher.scim.patch.Patches.members;
import static dev.usher.scim.patch.Patches.plan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.Rfc;
import dev.usher.scim.error.ScimType;
import dev.usher.scim.resource.Leniency;
import dev.usher.scim.schema.ResourceType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemberEditsTest {
    @Test
    @Rfc("7644 §3.5.2.1")
    void addsMembersInEveryForm() {
        assertThat(members(
                                "{'op':'Add','path':'members','value':[{'value':'a','$ref':null},{'value':'b'}]}",
                                "{'op':'add','path':'members','value':{'value':'c'}}",
                                "{'op':'add','path':'Members','value':'d'}",
                                "{'op':'add','value':{'members':[{'value':'e'}]}}",
                                "{'op':'add','path':'urn:ietf:params:scim:schemas:core:2.0:Group:members','value':['f']}")
                        .fold())
                .contains(new MemberEdits.Delta(
                        false,
                        java.util.Set.of(),
                        new java.util.LinkedHashSet<>(List.of("a", "b", "c", "d", "e", "f"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'op':'Remove','path':'members','value':[{'value':'a'},{'value':'b','$ref':null}]}",
                "{'op':'remove','path':'members','value':['a','b']}",
                "{'op':'remove','path':'members[$ref eq \\\"https://x/scim/v2/Users/a\\\" or $ref eq \\\"Groups/b\\\"]'}",
                "{'op':'remove','path':'members[value eq \\\"a\\\" or value eq \\\"b\\\"]'}",
                "{'op':'remove','path':'members[value eq \\\"a\\\"]'},{'op':'remove','path':'members[value eq \\\"b\\\"].value'}"
            })
    @Rfc("7644 §3.5.2.2")
    void removesExactlyTheNamedMembers(String operations) {
        assertThat(members(operations).fold())
                .contains(new MemberEdits.Delta(
                        false, new java.util.LinkedHashSet<>(List.of("a", "b")), java.util.Set.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"$ref ne", "$ref co", "value eq \\\"a\\\" and $ref eq"})
    @Rfc("7644 §3.5.2.2")
    void refusesToPickMembersByWhatOnlyAnAnswerShows(String test) {
        refused(
                ScimType.INVALID_FILTER,
                () -> members("{'op':'remove','path':'members[" + test + " \\\"Users/a\\\"]'}"));
    }

    /** Whoever registered it or not: it is another attribute of the same name. */
    @Test
    void leavesMembersOfExtensionsToTheExtension() {
        PatchPlan plan = plan(
                ResourceType.GROUP,
                "{'op':'add','path':'urn:acme:ext:2.0:Group:members','value':[{'value':'a'}]}",
                "{'op':'remove','path':'urn:acme:ext:2.0:Group:members'}");

        assertThat(plan.members().fold())
                .contains(new MemberEdits.Delta(false, java.util.Set.of(), java.util.Set.of()));
    }

    @Test
    @Rfc({"7644 §3.5.2.2", "7644 §3.5.2.3"})
    void emptiesOnlyWhenAskedFor() {
        var cleared = new MemberEdits.Delta(true, java.util.Set.of(), java.util.Set.of());

        assertThat(members("{'op':'remove','path':'members'}").fold()).contains(cleared);
        assertThat(members("{'op':'replace','path':'members','value':[]}").fold())
                .contains(cleared);
        assertThat(members("{'op':'replace','path':'members','value':null}").fold())
                .contains(cleared);
        assertThat(members("{'op':'remove','path':'members','value':[]}")
                        .fold()
                        .orElseThrow()
                        .empty())
                .isTrue();
        assertThat(Patches.leniencies(plan(ResourceType.GROUP, "{'op':'remove','path':'members'}")
                        .notes()))
                .contains(Leniency.MEMBERS_EMPTIED);
    }

    @Test
    @Rfc("7644 §3.5.2.3")
    void replacesAllMembers() {
        var edits = members(
                "{'op':'add','path':'members','value':['x']}", "{'op':'replace','path':'members','value':['a','b']}");

        assertThat(edits.steps()).last().isEqualTo(new MemberEdit.Replace(List.of("a", "b")));
        assertThat(edits.fold())
                .contains(new MemberEdits.Delta(
                        true, java.util.Set.of(), new java.util.LinkedHashSet<>(List.of("a", "b"))));
    }

    @Test
    void foldsStepsInOrder() {
        var folded = members(
                        "{'op':'add','path':'members','value':['a','b']}",
                        "{'op':'remove','path':'members','value':['a','c']}",
                        "{'op':'add','path':'members','value':['c']}")
                .fold()
                .orElseThrow();

        assertThat(folded.removed()).containsExactly("a");
        assertThat(folded.added()).containsExactly("b", "c");
    }

    /** Ids compare without case, so that the last operation on a member wins however each of them spells it. */
    @Test
    void takesAnIdInTwoCasesForOneMember() {
        var replaced = members(
                        "{'op':'replace','path':'members[value eq \\\"0190ABCD\\\"]','value':{'value':'0190abcd'}}")
                .fold()
                .orElseThrow();
        var removedLast = members(
                        "{'op':'add','path':'members','value':['0190ABCD']}",
                        "{'op':'remove','path':'members[$ref eq \\\"Users/0190abcd\\\"]'}")
                .fold()
                .orElseThrow();

        assertThat(replaced.removed()).isEmpty();
        assertThat(replaced.added()).containsExactly("0190abcd");
        assertThat(removedLast.removed()).containsExactly("0190abcd");
        assertThat(removedLast.added()).isEmpty();
    }

    @Test
    void keepsAFilterThatOnlyTheStoreCanAnswer() {
        var edits = members("{'op':'remove','path':'members[type eq \\\"Group\\\"]'}");

        assertThat(edits.steps()).hasOnlyElementsOfType(MemberEdit.RemoveMatching.class);
        assertThat(edits.fold()).isEmpty();
    }

    @Test
    @Rfc("7644 §3.5.2.3")
    void aFilterThatPicksWhoCannotBeAMemberIsNoTarget() {
        String replaced = "{'op':'replace','path':'members[value eq \\\"a\\\"]','value':{'value':'b'}}";

        assertThat(members(replaced).fold().orElseThrow().required())
                .containsExactly(new MemberEdit.Require(List.of("a"), "members[value eq \"a\"]"));
        assertThat(members("{'op':'add','path':'members','value':['a']}", replaced)
                        .fold()
                        .orElseThrow()
                        .required())
                .isEmpty();
        refused(
                ScimType.NO_TARGET,
                () -> members("{'op':'remove','path':'members'}", replaced).fold());
        refused(
                ScimType.NO_TARGET,
                () -> members("{'op':'remove','path':'members','value':['a']}", replaced)
                        .fold());
    }

    @Test
    void takesMembersByTheirLinks() {
        assertThat(members("{'op':'add','path':'members','value':[{'$ref':'https://x/scim/v2/Users/a'},"
                                + "{'$REF':'../Groups/b/','display':'B'},{'value':null,'$ref':'Users/c'}]}")
                        .steps())
                .containsExactly(new MemberEdit.Add(List.of("a", "b", "c")));
    }

    @Test
    void leavesTheDocumentAlone() {
        var plan = plan(
                ResourceType.GROUP,
                "{'op':'add','path':'members','value':['a']}",
                "{'op':'replace','path':'displayName','value':'new'}");

        assertThat(plan.editsAttributes()).isTrue();
        assertThat(plan.apply(group("{'displayName':'old'}"))
                        .resource()
                        .document()
                        .toString())
                .isEqualTo("{\"displayName\":\"new\"}");
        assertThat(plan(ResourceType.GROUP, "{'op':'add','path':'members','value':['a']}")
                        .editsAttributes())
                .isFalse();
    }

    @Test
    void refusesWhatIsNoMember() {
        refused(ScimType.INVALID_VALUE, () -> members("{'op':'add','path':'members','value':[{'display':'x'}]}"));
        refused(ScimType.INVALID_VALUE, () -> members("{'op':'replace','path':'members','value':[{}]}"));
        refused(
                ScimType.INVALID_VALUE,
                () -> members("{'op':'add','path':'members','value':[{'$ref':'https://x/Devices/1'}]}"));
        refused(
                ScimType.MUTABILITY,
                () -> members("{'op':'replace','path':'members[value eq \\\"a\\\"].display','value':'x'}"));
        refused(ScimType.MUTABILITY, () -> members("{'op':'remove','path':'members.value'}"));
    }

    @Test
    void readsManyMembersInOneGo() {
        StringBuilder many = new StringBuilder();
        for (int each = 0; each < 20_000; each++) {
            many.append(each == 0 ? "" : ",").append("{'value':'v").append(each).append("'}");
        }

        var folded = members("{'op':'add','path':'members','value':[" + many + "]}")
                .fold()
                .orElseThrow();

        assertThat(folded.added()).hasSize(20_000);
    }
}
