package dev.usher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Prints {@code docs/protocol/rules.md} from {@link Rfc}: with {@code -Dpage.write=true} into the file. */
class RulesPageTest {
    private static final Path PAGE = Path.of("docs/protocol/rules.md");
    /** Compiled only with their profiles. */
    private static final List<String> APART = List.of("dev.usher.clients.", "dev.usher.oracle.", "dev.usher.console.");

    @Test
    void isCurrent() throws Exception {
        String page = page();
        if (Boolean.getBoolean("page.write")) {
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readString(PAGE))
                .as("mvn test -Dtest=RulesPageTest -Dpage.write=true writes it anew")
                .isEqualTo(page);
    }

    private static String page() throws IOException, URISyntaxException {
        Map<String, TreeSet<String>> tests = new TreeMap<>(RulesPageTest::bySection);
        for (Class<?> each : classes()) {
            add(tests, each, each.getSimpleName());
            for (var method : each.getDeclaredMethods()) {
                add(tests, method, each.getSimpleName() + "." + method.getName());
            }
        }
        var page = new StringBuilder("""
            # Rules and their tests

            RFC section by section, the tests that hold Usher to it. Names are sentences about behaviour; a class alone stands for all its tests.
            `*IT` run against the shipped server over HTTP, the others without one. This page is printed from the tests.

            | RFC | section | tests |
            |---|---|---|
            """);
        tests.forEach((section, names) -> {
            String[] parts = section.split(" ", 2);
            page.append("| ").append(parts[0]).append(" | ").append(parts[1]).append(" | ");
            page.append(names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(" · ")));
            page.append(" |\n");
        });
        return page.toString();
    }

    private static void add(Map<String, TreeSet<String>> tests, AnnotatedElement element, String name) {
        Rfc rfc = element.getAnnotation(Rfc.class);
        if (rfc != null) {
            for (String section : rfc.value()) {
                tests.computeIfAbsent(section, any -> new TreeSet<>()).add(name);
            }
        }
    }

    /** {@code 7644 §3.5.2} before {@code 7644 §3.5.2.1} before {@code 7644 §3.10}. */
    private static int bySection(String one, String other) {
        return Comparator.comparing(RulesPageTest::padded).compare(one, other);
    }

    private static String padded(String section) {
        return Arrays.stream(section.split("[ §.]+"))
                .map(part ->
                        part.chars().allMatch(Character::isDigit) ? "%05d".formatted(Integer.parseInt(part)) : part)
                .collect(Collectors.joining("."));
    }

    private static List<Class<?>> classes() throws IOException, URISyntaxException {
        Path root = Path.of(RulesPageTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<Class<?>> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root.resolve("dev/usher"))) {
            for (Path file : files.sorted().toList()) {
                String name = root.relativize(file).toString().replace('/', '.').replace('\\', '.');
                boolean test =
                        name.endsWith("Test.class") || name.endsWith("IT.class") || name.endsWith("Properties.class");
                if (test && APART.stream().noneMatch(name::startsWith)) {
                    found.add(type(name.substring(0, name.length() - ".class".length())));
                }
            }
        }
        return found;
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name, false, RulesPageTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
