package dev.usher.notification.mail;

import static java.util.Objects.requireNonNull;

import dev.usher.platform.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A template's text: {@code {{name}}} is replaced, {@code {{#name}}…{{/name}}} stays where the value is not blank, {@code
 * {{^name}}…{{/name}}} where it is. Nothing else is meant by anything, and values are never read as templates. Pure.
 */
public final class TemplateText {
    private static final Pattern TAG = Pattern.compile("\\{\\{([#^/]?)\\s*([A-Za-z]{1,40})\\s*}}");
    private static final int LONGEST_VALUE = 2_000;

    private final List<Part> parts;

    private TemplateText(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    private enum Sort {
        TEXT,
        VALUE,
        IF,
        UNLESS,
        END
    }

    private record Part(Sort sort, String text) {
        Part {
            requireNonNull(sort, "sort");
            requireNonNull(text, "text");
        }
    }

    /**
     * Reads a template. <b>Errors:</b> 400 that names {@code field}, for a placeholder that is none of {@code known}, a
     * section that does not end, or one inside another.
     */
    static TemplateText of(String field, String text, Set<String> known) {
        var parts = new ArrayList<Part>();
        Matcher tag = TAG.matcher(text);
        int at = 0;
        String open = "";
        while (tag.find()) {
            plain(field, text.substring(at, tag.start()), parts);
            at = tag.end();
            String name = tag.group(2);
            if (!known.contains(name)) {
                throw Problem.field(
                        field,
                        "{{" + name + "}} is not known here; known are "
                                + String.join(", ", known.stream().sorted().toList()) + ".");
            }
            Sort sort = sort(tag.group(1));
            open = opened(field, open, sort, name);
            parts.add(new Part(sort, name));
        }
        plain(field, text.substring(at), parts);
        if (!open.isEmpty()) {
            throw Problem.field(field, "{{#" + open + "}} has no {{/" + open + "}}.");
        }
        return new TemplateText(parts);
    }

    /** The text with these values; {@code escape} makes each safe for where it goes. A missing value is blank. */
    String fill(Map<String, String> values, UnaryOperator<String> escape) {
        var filled = new StringBuilder();
        boolean shown = true;
        for (Part part : parts) {
            String value = values.getOrDefault(part.text(), "");
            switch (part.sort()) {
                case IF -> shown = !value.isBlank();
                case UNLESS -> shown = value.isBlank();
                case END -> shown = true;
                case TEXT -> filled.append(shown ? part.text() : "");
                case VALUE -> filled.append(shown ? escape.apply(oneLine(value)) : "");
            }
        }
        return filled.toString();
    }

    /** Without line breaks and other control or direction characters, and of bounded length: safe in a header too. */
    static String oneLine(String value) {
        String bounded = value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE);
        return bounded.replaceAll("[\\p{Cc}\\u2028\\u2029\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]+", " ")
                .strip();
    }

    /** For text and for quoted attributes of HTML. */
    static String html(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static void plain(String field, String text, List<Part> parts) {
        if (text.contains("{{")) {
            int at = text.indexOf("{{");
            String shown = text.substring(at, Math.min(text.length(), at + 40));
            throw Problem.field(field, "'" + shown + "' is no placeholder; write {{name}}.");
        }
        parts.add(new Part(Sort.TEXT, text));
    }

    private static Sort sort(String sign) {
        return switch (sign) {
            case "#" -> Sort.IF;
            case "^" -> Sort.UNLESS;
            case "/" -> Sort.END;
            default -> Sort.VALUE;
        };
    }

    private static String opened(String field, String open, Sort sort, String name) {
        if (sort == Sort.VALUE) {
            return open;
        }
        if (sort == Sort.END) {
            if (!open.equals(name)) {
                throw Problem.field(field, "{{/" + name + "}} ends nothing that began.");
            }
            return "";
        }
        if (!open.isEmpty()) {
            throw Problem.field(field, "{{#" + name + "}} is inside {{#" + open + "}}; one after the other only.");
        }
        return name;
    }
}
