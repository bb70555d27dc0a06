package dev.usher.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Prints {@code docs/operate/configuration.md}: with {@code -Dpage.write=true} into the file, else beside it. */
class ConfigurationPageTest {
    private static final Path PAGE = Path.of("docs/operate/configuration.md");

    @Test
    void isCurrent() throws IOException {
        String page = page();
        if (Boolean.getBoolean("page.write")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readString(PAGE))
                .as("mvn test -Dtest=ConfigurationPageTest -Dpage.write=true writes it anew")
                .isEqualTo(page);
    }

    private static String page() {
        String rows = Arrays.stream(Setting.values())
                .map(setting -> "| `%s` | %s | %s | %s |"
                        .formatted(
                                setting.variable(),
                                setting.fallback().isEmpty() ? "" : "`" + setting.fallback() + "`",
                                setting.unit(),
                                setting.purpose()))
                .collect(Collectors.joining("\n"));
        return """
                # Configuration

                Every setting is an environment variable, or a Java system property that stands above it:
                `USHER_HTTP_PORT=9000` is `-Dusher.http.port=9000`. They are read once, at the start. A value that cannot
                be one, and a property `usher.*` that is none of these, keep Usher from starting; a variable `USHER_*`
                that is none of these is one warning, since Kubernetes injects some.

                This page is printed from the code.

                | variable | default | unit | what it does |
                |---|---|---|---|
                %s
                """.formatted(rows);
    }
}
