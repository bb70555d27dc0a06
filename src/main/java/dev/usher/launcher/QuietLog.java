package dev.usher.launcher;

import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * Lets through what Usher says and what the server warns of; named in the logging properties that the launcher writes.
 * The server's life-cycle chatter and its warnings about its own closed endpoints say nothing that one could act on.
 */
public final class QuietLog implements Filter {
    /** Called by the log system. */
    public QuietLog() {}

    @Override
    public boolean isLoggable(LogRecord line) {
        String logger = String.valueOf(line.getLoggerName());
        if (logger.startsWith("dev.usher")) {
            return true;
        }
        return line.getLevel().intValue() >= Level.WARNING.intValue()
                && !String.valueOf(line.getMessage()).startsWith("Unprocessed event");
    }
}
