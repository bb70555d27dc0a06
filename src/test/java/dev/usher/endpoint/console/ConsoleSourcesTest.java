package dev.usher.endpoint.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for every file of the console, because its policy and its size depend on it. */
class ConsoleSourcesTest {
    private static final Path ROOT = Path.of("src/main/webapp/ui");
    private static final Path LIBRARY = Path.of("target/console-library");
    private static final long MOST_BYTES = 200_000;
    private static final Pattern INLINE =
            Pattern.compile("\\sstyle=|\\son(click|load|error|input|change|submit)=|<style");
    private static final Pattern MARKUP_SINK =
            Pattern.compile("innerHTML|outerHTML|insertAdjacentHTML|document\\.write|unsafeHTML|eval\\(");
    private static final Pattern REQUEST =
            Pattern.compile("\\bfetch\\(|EventSource|XMLHttpRequest|WebSocket|sendBeacon");
    private static final Pattern IMPORTED = Pattern.compile("(?:from|import\\()\\s*'(\\.[^']+)'");

    @Test
    void theConsoleIsSmall() {
        // when
        long bytes = Stream.concat(files(ROOT), files(LIBRARY))
                .mapToLong(ConsoleSourcesTest::size)
                .sum();

        // then
        assertThat(LIBRARY).as("the library, unpacked by the build").isDirectory();
        assertThat(bytes).isBetween(50_000L, MOST_BYTES);
    }

    @Test
    void nothingInlineWouldBeStoppedByThePolicy() {
        assertThat(matching(INLINE)).isEmpty();
    }

    @Test
    void noTextIsEverReadAsMarkup() {
        assertThat(matching(MARKUP_SINK)).isEmpty();
    }

    /** Without it a request is made as whoever's password the browser keeps. */
    @Test
    void everyRequestCarriesTheConsolesHeader() {
        assertThat(matching(REQUEST)).containsExactly(ROOT.resolve("api.js").toString());
        assertThat(text(ROOT.resolve("api.js"))).contains("headers = { Accept: accept, 'X-Usher-Console': '1' }");
    }

    @Test
    void everyImportedModuleIsThere() {
        // when
        List<String> missing = files(ROOT)
                .filter(file -> file.toString().endsWith(".js"))
                .flatMap(file -> IMPORTED.matcher(text(file))
                        .results()
                        .map(found -> file.getParent().resolve(found.group(1)).normalize()))
                .filter(imported -> !imported.startsWith(ROOT.resolve("lib")) && !Files.exists(imported))
                .map(Path::toString)
                .toList();

        // then
        assertThat(missing).isEmpty();
    }

    @Test
    void everyModuleIsCheckedForItsTypes() {
        assertThat(text(Path.of("src/test/console/tsconfig.json")))
                .contains("\"checkJs\": true", "\"strict\": true", "../../main/webapp/ui/**/*.js");
    }

    private static List<String> matching(Pattern forbidden) {
        return files(ROOT)
                .filter(file -> !file.toString().endsWith(".css"))
                .filter(file -> forbidden.matcher(text(file)).find())
                .map(Path::toString)
                .toList();
    }

    private static Stream<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all
                    .filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("META-INF/MANIFEST"))
                    .filter(file ->
                            !file.startsWith(LIBRARY) || !file.endsWith("LICENSE")) // it is beside ui/ in the WAR
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
