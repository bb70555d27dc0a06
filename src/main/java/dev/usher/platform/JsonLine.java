package dev.usher.platform;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.temporal.ChronoUnit;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * A log record as one line of JSON. Where the thread is busy with a request, the line names its id, tenant, route and,
 * once there is an answer, status and duration. It writes JSON by itself, for in the launcher there is no JSON library.
 */
public final class JsonLine extends Formatter {
    private static final double NANOS_A_MILLI = 1e6;

    /** Called by the log system too. */
    public JsonLine() {}

    @Override
    public String format(LogRecord line) {
        var json = new StringBuilder(256).append('{');
        text(json, "time", line.getInstant().truncatedTo(ChronoUnit.MICROS).toString());
        text(json, "level", level(line.getLevel()));
        text(json, "logger", String.valueOf(line.getLoggerName()));
        text(json, "message", formatMessage(line));
        Visit.current().ifPresent(visit -> request(json, visit));
        if (line.getThrown() != null) {
            text(json, "error", trace(line.getThrown()));
        }
        json.setCharAt(json.length() - 1, '}');
        return json.append('\n').toString();
    }

    private static void request(StringBuilder json, Visit visit) {
        text(json, "requestId", visit.requestId());
        visit.traceParent().ifPresent(trace -> {
            text(json, "traceId", trace.substring(3, 35));
            text(json, "parentId", trace.substring(36, 52));
        });
        visit.tenant()
                .ifPresent(tenant -> json.append("\"tenant\":").append(tenant).append(','));
        text(json, "route", visit.route().label());
        text(json, "method", visit.method());
        text(json, "path", visit.template());
        if (visit.status() != 0) {
            json.append("\"status\":").append(visit.status()).append(',');
            json.append("\"durationMs\":").append(visit.took() / NANOS_A_MILLI).append(',');
        }
    }

    private static String level(Level level) {
        int value = level.intValue();
        if (value >= Level.SEVERE.intValue()) {
            return "ERROR";
        }
        if (value >= Level.WARNING.intValue()) {
            return "WARNING";
        }
        return value >= Level.CONFIG.intValue() ? "INFO" : "DEBUG";
    }

    private static String trace(Throwable error) {
        var text = new StringWriter();
        error.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static void text(StringBuilder json, String name, String value) {
        json.append('"').append(name).append("\":\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default -> {
                    if (c < ' ' || Character.isSurrogate(c)) {
                        json.append(String.format("\\u%04x", (int) c));
                    } else {
                        json.append(c);
                    }
                }
            }
        }
        json.append("\",");
    }
}
