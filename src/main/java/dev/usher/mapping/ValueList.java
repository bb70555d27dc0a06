package dev.usher.mapping;

import dev.usher.platform.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * Values as an administrator types them: separated by commas, blanks around them dropped, a value in double quotes when
 * it holds a comma, and {@code ""} inside such a value for one double quote. A double quote anywhere else is itself.
 */
public final class ValueList {
    private final String text;
    private final List<String> values = new ArrayList<>();
    private int at;

    private ValueList(String text) {
        this.text = text;
    }

    /** The values in their order, blank ones left out. <b>Errors:</b> a 400 {@link Problem} for a quote left open. */
    public static List<String> parse(String text) {
        return new ValueList(text).read();
    }

    private List<String> read() {
        while (at < text.length()) {
            skipBlanks();
            add(at < text.length() && text.charAt(at) == '"' ? quoted() : plain());
            at++; // the comma
        }
        return List.copyOf(values);
    }

    private void add(String value) {
        if (!value.isEmpty()) {
            values.add(value);
        }
    }

    private String plain() {
        int comma = text.indexOf(',', at);
        int end = comma < 0 ? text.length() : comma;
        String value = text.substring(at, end).strip();
        at = end;
        return value;
    }

    private String quoted() {
        var value = new StringBuilder();
        at++;
        while (at < text.length()) {
            char next = text.charAt(at++);
            if (next != '"') {
                value.append(next);
            } else if (at < text.length() && text.charAt(at) == '"') {
                value.append('"');
                at++;
            } else {
                return closed(value);
            }
        }
        throw Problem.field("criteria.values", "A quoted value is not closed by a double quote.");
    }

    private String closed(StringBuilder value) {
        skipBlanks();
        if (at < text.length() && text.charAt(at) != ',') {
            throw Problem.field("criteria.values", "After a quoted value comes a comma or the end.");
        }
        return value.toString().strip();
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
