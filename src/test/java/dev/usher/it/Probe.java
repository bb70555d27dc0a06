package dev.usher.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;

/** One hostile or broken request, and the statuses that are a clear answer to it. */
record Probe(String name, Supplier<Answer> request, String scimType, List<Integer> statuses) {
    private static final long MOST_NANOS = 5_000_000_000L;
    private static final Pattern LEAK = Pattern.compile(
            "<html|<!DOCTYPE|Exception|\\tat |\\bat dev\\.|jakarta\\.|java\\.(lang|util|sql)|org\\.h2|SELECT |INSERT |UPDATE account|Payara",
            Pattern.CASE_INSENSITIVE);

    /** A probe whose error must be of that scimType; blank: any or none. */
    static Probe of(String name, String scimType, int status, Supplier<Answer> request) {
        return new Probe(name, request, scimType, List.of(status));
    }

    /** A probe for which several statuses are right. */
    static Probe any(String name, List<Integer> statuses, Supplier<Answer> request) {
        return new Probe(name, request, "", statuses);
    }

    /** The test of it. */
    DynamicTest test(String format) {
        return DynamicTest.dynamicTest(name, () -> judge(format));
    }

    /** What is no HTTP at all, as %00 in a path, the server refuses before the application: 400 without a body. */
    private void judge(String format) {
        long start = System.nanoTime();
        Answer answer = request.get();
        long took = System.nanoTime() - start;

        assertThat(answer.status()).as(answer.toString()).isIn(statuses);
        assertThat(LEAK.matcher(answer.body()).find()).as(answer.toString()).isFalse();
        assertThat(took).as("nanoseconds").isLessThan(MOST_NANOS);
        boolean byTheServer = answer.status() == 400 && answer.body().isEmpty();
        if (answer.status() >= 400 && !byTheServer) {
            assertClear(answer, format);
        }
    }

    private void assertClear(Answer answer, String format) {
        assertThat(answer.header("Content-Type")).as(answer.toString()).startsWith(format);
        String status = answer.json().get("status").toString().replace("\"", "");
        assertThat(status).as(answer.toString()).isEqualTo(Integer.toString(answer.status()));
        assertThat(answer.json().getString("detail", "")).as(answer.toString()).isNotBlank();
        if (!scimType.isEmpty()) {
            assertThat(answer.json().getString("scimType", ""))
                    .as(answer.toString())
                    .isEqualTo(scimType);
        }
    }
}
