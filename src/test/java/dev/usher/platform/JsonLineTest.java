package dev.usher.platform;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JsonLineTest {
    @AfterEach
    void leave() {
        Visit.leave();
    }

    @Test
    void isOneObjectOnOneLineWhateverTheMessageHolds() {
        JsonObject line = line("a \"b\"\n\u0001\\ ü \uD83D\uDE00", new IllegalStateException("x"));

        assertThat(line.getString("message")).isEqualTo("a \"b\"\n\u0001\\ ü \uD83D\uDE00");
        assertThat(line.getString("level")).isEqualTo("WARNING");
        assertThat(line.getString("error")).startsWith("java.lang.IllegalStateException: x\n\tat ");
        assertThat(line).doesNotContainKeys("requestId", "status");
    }

    @Test
    void namesTheRequestThatTheThreadIsBusyWith() {
        var visit = Visit.begin(
                "GET",
                "/scim/v2/Users/1",
                Optional.of("r1"),
                Optional.of("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"));
        visit.of(7);

        JsonObject during = line("x", null);
        visit.end(404);
        JsonObject after = line("x", null);

        assertThat(during.getString("requestId")).isEqualTo("r1");
        assertThat(during.getString("traceId")).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(during.getString("route")).isEqualTo("users-read");
        assertThat(during.getInt("tenant")).isEqualTo(7);
        assertThat(during).doesNotContainKey("status");
        assertThat(after.getInt("status")).isEqualTo(404);
        assertThat(after.getJsonNumber("durationMs").doubleValue()).isPositive();
    }

    private static JsonObject line(String message, Throwable thrown) {
        var line = new LogRecord(Level.WARNING, message);
        line.setLoggerName("dev.usher.x");
        line.setThrown(thrown);
        String text = new JsonLine().format(line);
        assertThat(text.indexOf('\n')).isEqualTo(text.length() - 1);
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
