package dev.usher.scim.patch;

import static dev.usher.scim.Samples.WITH_CUSTOM;
import static dev.usher.scim.Samples.json;
import static dev.usher.scim.Samples.refused;
import static dev.usher.scim.patch.Patches.patch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.scim.error.ScimType;
import dev.usher.scim.filter.FilterLimits;
import dev.usher.scim.resource.ScimResource;
import dev.usher.scim.schema.ResourceType;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A small body can ask for much: a thousand operations, each of which looks at a thousand elements. */
class PatchBudgetTest {
    private static final int MANY = 1_000;
    // Of the processor, however busy the machine is. The work without a bound took ten times as long.
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static ScimResource userWith(IntFunction<String> email) {
        String emails = IntStream.range(0, MANY).mapToObj(email).collect(Collectors.joining(","));
        return new ScimResource(ResourceType.USER, json("{'userName':'many','emails':[" + emails + "]}"));
    }

    private static ScimResource longOnes() {
        return userWith(i -> "{'value':'" + i + "é".repeat(450) + "','type':'t" + i + "'}");
    }

    private static String[] operations(IntFunction<String> operation) {
        return IntStream.range(0, MANY).mapToObj(operation).toArray(String[]::new);
    }

    private static void inTime(Runnable patching) {
        var threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        patching.run();
        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - start)).isLessThan(PATIENCE);
    }

    @Test
    void manyPicksAmongAThousandLongValuesAreQuick() {
        var user = longOnes();
        var operations = Arrays.copyOf(
                operations(i ->
                        "{'op':'replace','path':'emails[type eq \\\"t" + i + "\\\"].display','value':'d" + i + "'}"),
                400);

        inTime(() -> assertThat(patch(user, operations)
                        .resource()
                        .document()
                        .getJsonArray("emails")
                        .getJsonObject(399)
                        .getString("display"))
                .isEqualTo("d399"));
    }

    @Test
    void aThousandElementsThatComeOneByOneAreQuick() {
        var operations =
                operations(i -> "{'op':'add','path':'emails[type eq \\\"t" + i + "\\\"].value','value':'x" + i + "'}");
        var bare = new ScimResource(ResourceType.USER, json("{'userName':'bare'}"));

        inTime(() -> assertThat(patch(bare, operations).resource().document().getJsonArray("emails"))
                .hasSize(MANY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'op':'replace','path':'emails[type eq \\\"t%d\\\"].display','value':'d'}",
                "{'op':'replace','path':'emails[value pr].display','value':'d%d'}",
                "{'op':'replace','path':'emails[value sw \\\"%dé\\\" and value co \\\"éé\\\"].display','value':'d%1$d'}",
                "{'op':'replace','path':'emails.display','value':'d%d'}",
                "{'op':'replace','path':'emails[type sw \\\"t\\\"].primary','value':true}"
            })
    void moreWorkThanTheBudgetIsTooMany(String operation) {
        var user = longOnes();
        var operations = operations(i -> String.format(operation, i));

        inTime(() -> refused(ScimType.TOO_MANY, () -> patch(user, operations)));
    }

    private static PatchRequest requestOf(PatchBudget budget, int operations) {
        var each = operations(i -> "{'op':'replace','path':'emails.display','value':'d" + i + "'}");
        String some = String.join(",", Arrays.copyOf(each, operations));
        return PatchRequest.read(
                json("{'schemas':['" + PatchRequest.SCHEMA + "'],'Operations':[" + some + "]}"), budget);
    }

    private static void tried(PatchRequest request, ScimResource user) {
        PatchPlan.of(WITH_CUSTOM, ResourceType.USER, request, FilterLimits.USUAL)
                .apply(user);
    }

    /** A transaction that met another one is repeated, and its work was undone. */
    @Test
    void eachTryHasTheBudgetOfTheFirst() {
        var user = userWith(i -> "{'value':'" + i + "'}");
        PatchRequest most = requestOf(PatchBudget.ofOne(), 80);

        for (int retry = 0; retry < 4; retry++) {
            tried(most, user);
        }
    }

    @Test
    void whatOnePatchSpentInItsLastTryIsSpentForTheOthersOfABulkRequest() {
        var user = userWith(i -> "{'value':'" + i + "'}");
        PatchBudget shared = PatchBudget.ofBulk();
        PatchRequest first = requestOf(shared, 80);
        tried(first, user);
        tried(first, user);

        tried(requestOf(shared, 80), user);

        refused(ScimType.TOO_MANY, () -> tried(requestOf(shared, 80), user));
    }

    @Test
    void theNumbersOfElementsAndNamesThatAreTakenOutAreNotMultiplied() {
        var user = longOnes();
        String named = IntStream.range(0, MANY)
                .mapToObj(i -> "{'value':'" + i + "É".repeat(450) + "'}")
                .collect(Collectors.joining(","));

        inTime(() -> assertThat(patch(user, "{'op':'remove','path':'emails','value':[" + named + "]}")
                        .resource()
                        .document()
                        .containsKey("emails"))
                .isFalse());
    }

    @Test
    void theLastOneMadePrimaryOfManyIsTheOnlyOne() {
        var user = userWith(i -> "{'value':'" + i + "@x','type':'work'}");

        var emails = patch(user, "{'op':'replace','path':'emails[type eq \\\"work\\\"].primary','value':true}")
                .resource()
                .document()
                .getJsonArray("emails");

        assertThat(emails.stream()
                        .filter(each -> each.asJsonObject().getBoolean("primary"))
                        .toList())
                .containsExactly(emails.get(MANY - 1));
    }
}
