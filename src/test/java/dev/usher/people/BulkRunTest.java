package dev.usher.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.Rfc;
import dev.usher.scim.Samples;
import dev.usher.scim.error.ScimException;
import dev.usher.scim.message.BulkOperation;
import dev.usher.scim.message.BulkRequest;
import dev.usher.scim.schema.ResourceType;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The order of bulk operations, with writes that only say what they were asked for. */
class BulkRunTest {
    private final Recorded writes = new Recorded();

    /** Names a resource after its bulkId and refuses whatever holds the word "bad". */
    private static final class Recorded implements BulkRun.Writes {
        private final List<String> calls = new ArrayList<>();
        private String refusedSupply = "";

        @Override
        public BulkRun.Written write(BulkOperation operation) {
            calls.add(operation.method() + " " + (operation.id().isEmpty() ? operation.bulkId() : operation.id()) + " "
                    + operation.data());
            if (operation.data().toString().contains("bad")) {
                throw ScimException.invalidValue("bad");
            }
            String id = operation.id().isEmpty() ? "id-" + operation.bulkId() : operation.id();
            return switch (operation.method()) {
                case POST -> new BulkRun.Written(id, OptionalLong.of(1), 201);
                case PUT, PATCH -> new BulkRun.Written(id, OptionalLong.of(2), 200);
                case DELETE -> new BulkRun.Written(id, OptionalLong.empty(), 204);
            };
        }

        @Override
        public BulkRun.Written supply(ResourceType type, String id, JsonObject missing) {
            calls.add("SUPPLY " + id + " " + missing);
            if (id.equals(refusedSupply)) {
                throw ScimException.invalidValue("no such member");
            }
            return new BulkRun.Written(id, OptionalLong.of(2), 200);
        }

        @Override
        public void refused(ScimException refusal) {
            calls.add("REFUSED " + refusal.status());
        }
    }

    private List<BulkOutcome> run(int failOnErrors, String... operations) {
        JsonObject body = Samples.json("{'schemas':['%s'],'failOnErrors':%d,'Operations':[%s]}"
                .formatted(BulkRequest.SCHEMA, failOnErrors, String.join(",", operations)));
        return new BulkRun(BulkRequest.read(body, 5_000), writes).outcomes();
    }

    private static String post(String path, String bulkId, String data) {
        return "{'method':'POST','path':'%s','bulkId':'%s','data':{%s}}".formatted(path, bulkId, data);
    }

    private static List<Integer> statuses(List<BulkOutcome> outcomes) {
        return outcomes.stream().map(BulkOutcome::status).toList();
    }

    @Test
    @Rfc("7644 §3.7.2")
    void makesWhatAnEarlierOperationRefersToFirst() {
        var outcomes = run(
                0,
                post("/Groups", "g", "'members':[{'value':'bulkId:u'}]"),
                post("/Users", "other", "'userName':'o'"),
                post("/Users", "u", "'userName':'u'"));

        assertThat(writes.calls)
                .containsExactly(
                        "POST u {\"userName\":\"u\"}",
                        "POST g {\"members\":[{\"value\":\"id-u\"}]}",
                        "POST other {\"userName\":\"o\"}");
        assertThat(outcomes).extracting(BulkOutcome::id).containsExactly("id-g", "id-other", "id-u");
        assertThat(statuses(outcomes)).containsExactly(201, 201, 201);
    }

    @Test
    @Rfc("7644 §3.7.2")
    void resolvesReferencesInPaths() {
        var outcomes = run(
                0,
                "{'method':'PATCH','path':'/Users/bulkId:u','data':{'x':'y'}}",
                "{'method':'DELETE','path':'/Users/bulkId:u'}",
                post("/Users", "u", "'userName':'u'"));

        assertThat(writes.calls)
                .containsExactly("POST u {\"userName\":\"u\"}", "PATCH id-u {\"x\":\"y\"}", "DELETE id-u {}");
        assertThat(statuses(outcomes)).containsExactly(200, 204, 201);
        assertThat(outcomes).extracting(BulkOutcome::id).containsOnly("id-u");
    }

    @Test
    @Rfc("7644 §3.7.1")
    void solvesACircleByMakingTheFirstWithoutItsReferences() {
        var outcomes = run(
                0,
                post("/Groups", "a", "'displayName':'A','members':[{'value':'bulkId:b'}]"),
                post("/Groups", "b", "'displayName':'B','members':[{'value':'bulkId:a'}]"));

        assertThat(writes.calls)
                .containsExactly(
                        "POST a {\"displayName\":\"A\",\"members\":[]}",
                        "POST b {\"displayName\":\"B\",\"members\":[{\"value\":\"id-a\"}]}",
                        "SUPPLY id-a {\"members\":[{\"value\":\"id-b\"}]}");
        assertThat(statuses(outcomes)).containsExactly(201, 201);
        assertThat(outcomes.get(0).version()).hasValue(2);
    }

    @Test
    @Rfc("7644 §3.7.1")
    void solvesAResourceThatRefersToItself() {
        var outcomes = run(0, post("/Users", "u", "'userName':'u','manager':{'value':'bulkId:u'}"));

        assertThat(writes.calls)
                .containsExactly("POST u {\"userName\":\"u\"}", "SUPPLY id-u {\"manager\":{\"value\":\"id-u\"}}");
        assertThat(statuses(outcomes)).containsExactly(201);
    }

    @Test
    @Rfc("7644 §3.7.1")
    void tellsBothWhenTheSecondHalfOfACircleFails() {
        writes.refusedSupply = "id-a";

        var outcomes = run(
                0,
                post("/Groups", "a", "'members':[{'value':'bulkId:b'}]"),
                post("/Groups", "b", "'members':[{'value':'bulkId:a'}]"));

        assertThat(statuses(outcomes)).containsExactly(400, 400);
        assertThat(outcomes).extracting(BulkOutcome::id).containsExactly("id-a", "id-b");
        assertThat(outcomes.get(1).error().orElseThrow().detail()).contains("'a'", "no such member");
    }

    @Test
    void refusesWhatRefersToNothing() {
        var outcomes = run(
                0,
                post("/Users", "u", "'userName':'bad'"),
                post("/Groups", "g", "'members':[{'value':'bulkId:u'}]"),
                post("/Groups", "h", "'members':[{'value':'bulkId:nobody'}]"));

        assertThat(statuses(outcomes)).containsExactly(400, 409, 400);
        assertThat(writes.calls).containsExactly("POST u {\"userName\":\"bad\"}", "REFUSED 409", "REFUSED 400");
    }

    @Test
    @Rfc("7644 §3.7.3")
    void endsAtTheAcceptedNumberOfErrors() {
        var outcomes = run(
                2,
                post("/Users", "a", "'userName':'bad'"),
                post("/Users", "b", "'userName':'b'"),
                "{'method':'NONSENSE','path':'/Users'}",
                post("/Users", "c", "'userName':'c'"));

        assertThat(statuses(outcomes)).containsExactly(400, 201, 400);
    }

    @Test
    void tellsOfAHalfThatFailOnErrorsLeftBehind() {
        var outcomes = run(
                1,
                post("/Groups", "a", "'members':[{'value':'bulkId:b'}]"),
                post("/Groups", "b", "'displayName':'bad','members':[{'value':'bulkId:a'}]"));

        assertThat(statuses(outcomes)).containsExactly(409, 400);
        assertThat(outcomes.get(0).id()).isEqualTo("id-a");
    }

    @Test
    void endsAfterAChainOfAnyLength() {
        int length = 5_000;
        String chain = IntStream.range(0, length)
                .mapToObj(i -> post("/Users", "u" + i, "'manager':{'value':'bulkId:u" + (i + 1) % length + "'}"))
                .collect(Collectors.joining(","));

        var outcomes = run(0, chain);

        assertThat(outcomes).hasSize(length).allMatch(outcome -> outcome.error().isEmpty());
        assertThat(writes.calls).hasSize(length + 1);
    }
}
