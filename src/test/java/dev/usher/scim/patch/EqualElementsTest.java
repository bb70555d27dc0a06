package dev.usher.scim.patch;

import static dev.usher.scim.Samples.WITH_CUSTOM;
import static dev.usher.scim.Samples.json;
import static dev.usher.scim.Samples.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.Rfc;
import dev.usher.scim.resource.PutMerge;
import dev.usher.scim.resource.ResourceReader;
import dev.usher.scim.resource.ScimResource;
import dev.usher.scim.schema.ResourceType;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Elements that a PATCH makes equal are one, however many they were. */
@Rfc("7643 §2.4")
class EqualElementsTest {
    /** Among them stand a first, a middle and a last one that differ. */
    private static ScimResource userWith(String attribute, int equal) {
        String elements = IntStream.range(0, equal)
                .mapToObj(
                        at -> "{'value':'" + at + "@x','type':'work'}" + (at == 1 ? ",{'value':'m@x','type':'b'}" : ""))
                .collect(Collectors.joining(","));
        return user("{'userName':'a','" + attribute + "':[{'value':'f@x','type':'a'}," + elements
                + ",{'value':'l@x','type':'c'}]}");
    }

    private static void areOne(ScimResource patched, String attribute, String left) {
        assertThat(patched.document().getJsonArray(attribute))
                .isEqualTo(json("{'l':" + left + "}").getJsonArray("l"));
        var sentBack = new ResourceReader(WITH_CUSTOM).read(ResourceType.USER, patched.document());
        assertThat(PutMerge.of(WITH_CUSTOM, patched, sentBack).changed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8, 9, 20})
    void theFirstStaysOfThoseThatAFilterPicked(int equal) {
        var patched = Patches.patch(
                userWith("phoneNumbers", equal),
                "{'op':'replace','path':'phoneNumbers[type eq \\\"work\\\"].value','value':'9'}");

        areOne(
                patched.resource(),
                "phoneNumbers",
                "[{'value':'f@x','type':'a'},{'value':'9','type':'work'},{'value':'m@x','type':'b'},"
                        + "{'value':'l@x','type':'c'}]");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8, 9, 20})
    void theFirstStaysOfEveryElement(int equal) {
        var patched =
                Patches.patch(userWith("emails", equal), "{'op':'replace','path':'emails.value','value':'same@x'}");

        areOne(
                patched.resource(),
                "emails",
                "[{'value':'same@x','type':'a'},{'value':'same@x','type':'work'},{'value':'same@x','type':'b'},"
                        + "{'value':'same@x','type':'c'}]");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 6, 7, 8, 9})
    void oneThatNobodyTouchedStaysBeforeThoseThatBecomeLikeIt(int equal) {
        var patched = Patches.patch(
                userWith("emails", equal),
                "{'op':'replace','path':'emails[value ne \\\"f@x\\\"]','value':{'value':'f@x','type':'a'}}");

        areOne(patched.resource(), "emails", "[{'value':'f@x','type':'a'}]");
    }
}
