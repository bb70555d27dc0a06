package dev.usher.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.platform.DatabaseFault;
import java.lang.System.Logger;
import java.sql.SQLException;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class OutageTest {
    private final List<String> lines = new ArrayList<>();
    private final List<Throwable> traces = new ArrayList<>();
    private final Outage outage = new Outage(new Kept());

    @Test
    void isOneLineWithoutATraceUntilItIsOver() {
        RuntimeException away = DatabaseFault.of(new SQLException("Communications link failure", "08S01"));

        outage.failed("jobs could not be looked for", away);
        outage.failed("jobs could not be looked for", new IllegalStateException(away));
        assertThat(lines).singleElement().asString().startsWith("jobs could not be looked for");
        assertThat(traces).isEmpty();

        outage.over();
        outage.failed("jobs could not be looked for", away);
        assertThat(lines).hasSize(2);
    }

    @Test
    void anythingElseIsTold() {
        outage.failed("jobs could not be looked for", new IllegalStateException("a mistake"));
        outage.failed("jobs could not be looked for", new IllegalStateException("a mistake"));

        assertThat(traces).hasSize(2);
    }

    /** Keeps what is INFO or more. */
    private final class Kept implements Logger {
        @Override
        public String getName() {
            return "kept";
        }

        @Override
        public boolean isLoggable(Level level) {
            return level.compareTo(Level.INFO) >= 0;
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
            if (isLoggable(level)) {
                lines.add(message);
                traces.add(thrown);
            }
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String format, Object... parameters) {
            if (isLoggable(level)) {
                lines.add(MessageFormat.format(format, parameters));
            }
        }
    }
}
