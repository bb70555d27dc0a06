package dev.usher.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietLogTest {
    @ParameterizedTest
    @CsvSource({
        "dev.usher.platform.store.Migrations,INFO,database ready,true",
        "jakarta.enterprise.web,INFO,Loading application,false",
        "jakarta.enterprise.web,WARNING,disk full,true"
    })
    void letsThroughWhatMatters(String logger, String level, String message, boolean through) {
        assertThat(new QuietLog().isLoggable(line(logger, level, message))).isEqualTo(through);
    }

    @Test
    void dropsTheWarningsAboutEndpointsThatWeClose() {
        assertThat(new QuietLog().isLoggable(line(null, "WARNING", "Unprocessed event : …")))
                .isFalse();
    }

    private static LogRecord line(String logger, String level, String message) {
        var line = new LogRecord(Level.parse(level), message);
        line.setLoggerName(logger);
        return line;
    }
}
