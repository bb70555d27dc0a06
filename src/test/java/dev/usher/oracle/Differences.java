package dev.usher.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The page that lists what the engines disagree on: each case stands there as {@code `…`} behind {@code Case}. */
final class Differences {
    private static final Path PAGE = Path.of("docs/protocol/differences.md");

    private Differences() {}

    /** Fails unless exactly the listed cases of this section differ. */
    static void areListed(String section, Collection<String> found) {
        assertThat(new TreeSet<>(found)).isEqualTo(listed(section));
    }

    private static Set<String> listed(String section) {
        try {
            List<String> lines = Files.readAllLines(PAGE);
            int from = lines.indexOf("## " + section);
            assertThat(from).as("section " + section + " of " + PAGE).isNotNegative();
            Stream<String> rest = lines.subList(from + 1, lines.size()).stream();
            var cases = new TreeSet<String>();
            rest.takeWhile(line -> !line.startsWith("## "))
                    .filter(line -> line.startsWith("- `"))
                    .map(line -> line.substring(3, line.lastIndexOf('`')))
                    .forEach(cases::add);
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
