package dev.usher.endpoint.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleFileTest {
    @Test
    void givesTheSameTagForTheSameContentAndOneForEachCoding() {
        // given
        byte[] content = "export const a = 1;\n".repeat(50).getBytes(StandardCharsets.UTF_8);

        // when
        var one = ConsoleFile.of("text/javascript", content);
        var other = ConsoleFile.of("text/javascript", content.clone());

        // then
        assertThat(one.tag(false)).isEqualTo(other.tag(false)).matches("\"[0-9a-f]{24}\"");
        assertThat(one.tag(true)).isNotEqualTo(one.tag(false));
    }

    @Test
    void compressesWhatBecomesSmaller() throws IOException {
        // given
        byte[] content = "body { margin: 0 }\n".repeat(50).getBytes(StandardCharsets.UTF_8);

        // when
        var file = ConsoleFile.of("text/css", content);

        // then
        assertThat(file.compresses()).isTrue();
        assertThat(new GZIPInputStream(new ByteArrayInputStream(file.bytes(true))).readAllBytes())
                .isEqualTo(content);
        assertThat(ConsoleFile.of("text/css", new byte[] {1}).compresses()).isFalse();
    }

    @Test
    void knowsOnlyTheTypesThatTheConsoleHas() {
        assertThat(ConsoleFile.type("/ui/app.js")).contains("text/javascript;charset=UTF-8");
        assertThat(ConsoleFile.type("/ui/lib/LICENSE")).contains("text/plain;charset=UTF-8");
        assertThat(ConsoleFile.type("/ui/provisioning")).isEmpty();
        assertThat(ConsoleFile.type("/ui/web.xml")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate, gzip;q=0.5", "br, GZIP"})
    void compressesForWhoTakesIt(String header) {
        assertThat(ConsoleServlet.accepts(header)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "br", "gzip;q=0", "gzip; q=0.0", "x-gzip-like"})
    void doesNotForOthers(String header) {
        assertThat(ConsoleServlet.accepts(header)).isFalse();
    }
}
