package dev.usher.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every habit of an identity provider, replayed from {@code src/test/resources/idp}. */
class TrafficIT {
    private static final Path CASES = Path.of("src/test/resources/idp");
    private static final int HABITS = 29;

    @TestFactory
    Stream<DynamicTest> answersAsTheRecordedCaseSays() throws IOException {
        return cases().stream().map(file -> DynamicTest.dynamicTest(name(file), () -> replay(file)));
    }

    @Test
    void everyHabitHasARecordedCase() throws IOException {
        var numbers = new TreeSet<Integer>();

        cases().forEach(file -> numbers.add(read(file).getInt("habit")));

        assertThat(numbers)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, HABITS).boxed().toList());
    }

    @Test
    void everyCaseIsNamedByItsHabit() throws IOException {
        assertThat(cases())
                .allSatisfy(file -> assertThat(file.getFileName().toString())
                        .startsWith("%02d-".formatted(read(file).getInt("habit"))));
    }

    private static void replay(Path file) throws Exception {
        var tenant = TestTenant.create();
        var kept = new TreeMap<String, JsonValue>();
        kept.put("u", Json.createValue(tenant.name()));

        new Replay(tenant, kept).run(read(file).getJsonArray("steps"));
    }

    private static List<Path> cases() throws IOException {
        try (Stream<Path> files = Files.walk(CASES)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private static JsonObject read(Path file) {
        try (var reader = Json.createReader(Files.newBufferedReader(file))) {
            return reader.readObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path file) {
        return CASES.relativize(file) + ": " + read(file).getString("title");
    }
}
