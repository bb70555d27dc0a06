package dev.usher.mapping;

import static dev.usher.mapping.Orders.attribute;
import static dev.usher.mapping.Orders.order;
import static dev.usher.mapping.Orders.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.scim.resource.ScimResource;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClassifierTest {
    private static final ScimResource ALICE = user("""
            {'userName':'alice','active':true,'title':'VP','name':{'familyName':'Liddell'},
             'emails':[{'value':'a@home.example','type':'home'},{'value':'a@work.example','type':'work','primary':true}],
             'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User':{'department':'Engineering','employeeNumber':'7',
               'manager':{'value':'26'}},
             'urn:acme:params:Badge':{'color':'red','Level':3,'vip':true,'doors':['north','south'],
               'lockers':[{'type':'gym','number':17},{'type':'desk','number':18}]}}""");

    @Test
    void takesTheFirstMappingInOrderThatFits() {
        var order = order(
                attribute("department", "Sales"), attribute("title", "VP"), attribute("department", "Engineering"));

        assertThat(placeOf(order, ALICE)).isEqualTo(1);
    }

    @Test
    void takesAllUsersOnlyWhenNothingBeforeItFits() {
        assertThat(placeOf(order(attribute("title", "CEO"), new AllUsers(), attribute("title", "VP")), ALICE))
                .isEqualTo(1);
        assertThat(placeOf(order(attribute("title", "VP"), new AllUsers()), ALICE))
                .isZero();
    }

    @Test
    void findsNothingWhenNoMappingFits() {
        assertThat(placeOf(order(attribute("title", "CEO")), ALICE)).isEqualTo(-1);
        assertThat(placeOf(order(), ALICE)).isEqualTo(-1);
    }

    @Test
    void comparesValuesCaseSensitivelyAndNamesNot() {
        assertThat(matches("DEPARTMENT", "Engineering")).isTrue();
        assertThat(matches("department", "engineering")).isFalse();
    }

    /** A keyboard composes accents, some directories do not. */
    @Test
    void comparesWhatLooksTheSameAsTheSame() {
        assertThat(placeOf(order(attribute("title", "G\u00e9n\u00e9ral")), titled("Ge\u0301ne\u0301ral")))
                .isZero();
        assertThat(placeOf(order(attribute("title", "Ge\u0301ne\u0301ral")), titled("G\u00e9n\u00e9ral")))
                .isZero();
        Explanation explained =
                Classifier.explain(order(attribute("title", "G\u00e9n\u00e9ral")), titled("Ge\u0301ne\u0301ral"));
        assertThat(explained.comparisons().get(0).met()).isTrue();
        Explanation folded =
                Classifier.explain(order(attribute("title", "g\u00e9n\u00e9ral")), titled("Ge\u0301ne\u0301ral"));
        assertThat(folded.comparisons().get(0).nearMiss())
                .hasValueSatisfying(why -> assertThat(why).contains("case"));
    }

    private static ScimResource titled(String title) {
        return user("{'title':'" + title + "'}");
    }

    @Test
    void anyElementOfAMultiValuedAttributeMatches() {
        assertThat(matches("emails.value", "a@home.example")).isTrue();
        assertThat(matches("emails", "a@work.example")).isTrue();
        assertThat(matches("emails.type", "fax")).isFalse();
    }

    @Test
    void aFilterPicksElements() {
        assertThat(matches("emails[type eq \"work\"].value", "a@work.example")).isTrue();
        assertThat(matches("emails[type eq \"work\"].value", "a@home.example")).isFalse();
        assertThat(matches("emails[type eq \"work\"]", "a@work.example")).isTrue();
    }

    @Test
    void booleansAndNumbersCompareAsTheirJsonText() {
        assertThat(matches("active", "true")).isTrue();
        assertThat(matches("active", "True")).isFalse();
        assertThat(matches("urn:acme:params:Badge:level", "3")).isTrue();
        assertThat(matches("urn:acme:params:Badge:vip", "true")).isTrue();
    }

    @Test
    void attributesOfUnregisteredExtensionsMatchOnTheRawObject() {
        assertThat(matches("urn:acme:params:Badge:color", "red")).isTrue();
        assertThat(matches("URN:ACME:params:badge:COLOR", "red")).isTrue();
        assertThat(matches("urn:acme:params:Badge:doors", "south")).isTrue();
        assertThat(matches("urn:acme:params:Badge:lockers.number", "18")).isTrue();
        assertThat(matches("urn:acme:params:Badge:lockers.number", "19")).isFalse();
        assertThat(matches("urn:acme:params:Other:color", "red")).isFalse();
    }

    @Test
    void subAttributesAndComplexValuesAreReached() {
        assertThat(matches("name.familyName", "Liddell")).isTrue();
        assertThat(matches("manager", "26")).isTrue();
        assertThat(matches("manager.value", "26")).isTrue();
    }

    @Test
    void anAbsentAttributeDoesNotMatch() {
        assertThat(matches("nickName", "Al")).isFalse();
        assertThat(matches("phoneNumbers.value", "1")).isFalse();
    }

    @Test
    void explainsEachMappingInOrder() {
        var order = order(attribute("department", "engineering", "Sales"), attribute("nickName", "Al"), new AllUsers());

        Explanation explanation = Classifier.explain(order, ALICE);

        assertThat(explanation.result().orElseThrow().mapping().place()).isEqualTo(2);
        assertThat(explanation.comparisons()).extracting(Comparison::met).containsExactly(false, false, true);
        assertThat(explanation.comparisons().get(0).found()).containsExactly("Engineering");
        assertThat(explanation.comparisons().get(0).nearMiss())
                .hasValueSatisfying(text -> assertThat(text).contains("case"));
        assertThat(explanation.comparisons().get(1).found()).isEmpty();
        assertThat(explanation.lookedFor()).isEqualTo("department is \"Engineering\"; nickName is absent");
    }

    @Test
    void namesBlanksAsANearMiss() {
        ScimResource user = user("{'userName':'a','title':'Vice  President '}");

        assertThat(Classifier.explain(order(attribute("title", "Vice President")), user)
                        .comparisons()
                        .get(0)
                        .nearMiss())
                .hasValueSatisfying(text -> assertThat(text).contains("blanks"));
    }

    @Test
    void saysOfAValueInWhatItDiffersAndOfAnotherNothing() {
        assertThat(nearMiss("VP ", "VP")).contains("The value has blanks around it.");
        assertThat(nearMiss("vp", "VP")).contains("The value differs in upper and lower case.");
        assertThat(nearMiss("v\u00a0p", "VP")).contains("The value differs in blanks or in upper and lower case.");
        assertThat(nearMiss(" v p", "VP")).contains("The value differs in blanks or in upper and lower case.");
        assertThat(nearMiss("CEO", "VP")).isEmpty();
    }

    private static Optional<String> nearMiss(String found, String wanted) {
        return Classifier.explain(order(attribute("title", wanted)), user("{'userName':'a','title':'" + found + "'}"))
                .comparisons()
                .get(0)
                .nearMiss();
    }

    @Test
    void aFilterPicksElementsOfAnUnregisteredExtension() {
        assertThat(matches("urn:acme:params:Badge:lockers[type eq \"gym\"].number", "17"))
                .isTrue();
        assertThat(matches("urn:acme:params:Badge:lockers[TYPE eq \"gym\"].NUMBER", "17"))
                .isTrue();
        assertThat(matches("urn:acme:params:Badge:lockers[type eq \"gym\"].number", "18"))
                .isFalse();
        assertThat(matches("urn:acme:params:Badge:lockers[number gt 17].type", "desk"))
                .isTrue();
        assertThat(matches("urn:acme:params:Badge:lockers[not (number pr)].type", "desk"))
                .isFalse();
        assertThat(matches("urn:acme:params:Badge:locks[type eq \"gym\"].number", "17"))
                .isFalse();
    }

    @Test
    void showsTheFirstTwentyValuesOfMany() {
        String values = IntStream.range(0, 25).mapToObj(i -> "'" + i + "'").collect(Collectors.joining(","));
        ScimResource user = user("{'userName':'a','urn:acme:params:Badge':{'doors':[" + values + "]}}");

        Comparison shown = Classifier.explain(order(attribute("urn:acme:params:Badge:doors", "24")), user)
                .comparisons()
                .get(0);

        assertThat(shown.met()).isTrue();
        assertThat(shown.found()).hasSize(20).startsWith("0", "1").endsWith("19");
    }

    @Test
    void looksForNearMissesAlsoBehindTheValuesThatItShows() {
        String values = IntStream.range(0, 25).mapToObj(i -> "'d" + i + "'").collect(Collectors.joining(","));
        ScimResource user = user("{'userName':'a','urn:acme:params:Badge':{'doors':[" + values + "]}}");
        var order = order(
                attribute("urn:acme:params:Badge:doors", "D19"),
                attribute("urn:acme:params:Badge:doors", "D25", "D24"));

        assertThat(Classifier.explain(order, user).comparisons())
                .extracting(Comparison::nearMiss)
                .containsOnly(Optional.of("The value differs in upper and lower case."));
    }

    @Test
    void findsNothingWhereAnUnregisteredValueHasAnotherShape() {
        assertThat(matches("urn:acme:params:Badge:doors.number", "north")).isFalse();
        assertThat(matches("urn:acme:params:Badge:doors.value", "north")).isTrue();
        assertThat(matches("urn:acme:params:Badge:lockers", "gym")).isFalse();
        assertThat(matches("urn:acme:params:Badge:lockers", "null")).isFalse();
        ScimResource user = user("{'userName':'a','urn:acme:params:Badge':{'locker':{'tags':['a','b'],'box':{}}}}");
        assertThat(placeOf(order(attribute("urn:acme:params:Badge:locker.tags", "b")), user))
                .isZero();
        assertThat(placeOf(order(attribute("urn:acme:params:Badge:locker.box", "{}")), user))
                .isEqualTo(-1);
    }

    @Test
    void namesFiveAttributesOfARefusalAndCountsTheOthers() {
        Criteria[] six = {
            attribute("title", "x"), attribute("nickName", "x"), attribute("locale", "x"),
            attribute("timezone", "x"), attribute("userType", "x"), attribute("displayName", "x")
        };

        String five = LookedFor.of(order(Arrays.copyOf(six, 5)), ALICE);
        String more = LookedFor.of(order(six), ALICE);

        assertThat(five)
                .isEqualTo("title is \"VP\"; nickName is absent; locale is absent; timezone is absent;"
                        + " userType is absent");
        assertThat(more).isEqualTo(five + "; and 1 more");
    }

    @Test
    void masksOnlyWhatTellsWhoSomebodyIs() {
        String urn = "urn:acme:params:Badge";
        var order = order(
                attribute("title", "x"),
                attribute("name.familyName", "x"),
                attribute("addresses.country", "x"),
                attribute("emails[type eq \"work\"].value", "x"),
                attribute(urn + ":displayName", "x"));
        ScimResource user =
                user("{'userName':'a','title':'VP','name':{'familyName':'Smith'},'addresses':[{'country':'DE'}],"
                        + "'emails':[{'type':'work','value':'al@acme.com'}],'%s':{'displayName':'blue'}}"
                                .formatted(urn));

        String masked = LookedFor.of(order, user, value -> "*");

        assertThat(masked)
                .isEqualTo(
                        "title is \"VP\"; name.familyName is \"*\"; addresses.country is \"DE\"; emails[type eq \"work\"].value is \"*\"; "
                                + urn + ":displayName is \"blue\"");
    }

    @Test
    void namesEachPathOfTheOrderOnce() {
        var order = order(attribute("title", "a"), new AllUsers(), attribute("TITLE", "b"), attribute("nickName", "c"));

        assertThat(order.paths()).containsExactly("title", "nickName");
    }

    @Test
    void givesTheAssignmentWithMappingAndOrderVersion() {
        Classification found = Classifier.classify(order(new AllUsers()), ALICE).orElseThrow();

        assertThat(found.assignment().mapping()).contains(found.mapping().id());
        assertThat(found.assignment().orderVersion()).isEqualTo(7);
        assertThat(found.assignment().quotaBytes()).isEmpty();
        assertThat(found.mapping().effectiveQuotaBytes()).hasValue(1_000);
    }

    private static boolean matches(String attribute, String value) {
        return placeOf(order(attribute(attribute, value)), ALICE) == 0;
    }

    private static int placeOf(MappingOrder order, ScimResource user) {
        return Classifier.classify(order, user)
                .map(found -> found.mapping().place())
                .orElse(-1);
    }
}
