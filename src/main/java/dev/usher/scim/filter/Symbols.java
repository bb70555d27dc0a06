package dev.usher.scim.filter;

import static dev.usher.scim.error.ScimException.invalidFilter;

import dev.usher.scim.error.ScimException;

/** The symbols of a filter's text, one after the other. */
final class Symbols {
    /** What a symbol is. */
    enum Kind {
        WORD,
        STRING,
        OPEN,
        CLOSE,
        OPEN_BRACKET,
        CLOSE_BRACKET,
        END
    }

    private final String text;
    private int next;
    private int start;
    private Kind kind = Kind.END;
    private String content = "";

    Symbols(String text, int from) {
        this.text = text;
        this.next = from;
        advance();
    }

    Kind kind() {
        return kind;
    }

    /** A word as it stands, a string without quotes and escapes. */
    String content() {
        return content;
    }

    /** Where the current symbol begins. */
    int start() {
        return start;
    }

    /** Whether the current symbol is this word in any case. */
    boolean word(String wanted) {
        return kind == Kind.WORD && content.equalsIgnoreCase(wanted);
    }

    void advance() {
        while (next < text.length() && blank(text.charAt(next))) {
            next++;
        }
        start = next;
        content = "";
        if (next == text.length()) {
            kind = Kind.END;
            return;
        }
        switch (text.charAt(next)) {
            case '(' -> single(Kind.OPEN);
            case ')' -> single(Kind.CLOSE);
            case '[' -> single(Kind.OPEN_BRACKET);
            case ']' -> single(Kind.CLOSE_BRACKET);
            case '"' -> string();
            default -> word();
        }
    }

    private void single(Kind found) {
        kind = found;
        next++;
    }

    private void word() {
        while (next < text.length() && !blank(text.charAt(next)) && "()[]\"".indexOf(text.charAt(next)) < 0) {
            next++;
        }
        kind = Kind.WORD;
        content = text.substring(start, next);
    }

    private void string() {
        StringBuilder decoded = new StringBuilder();
        next++;
        while (next < text.length() && text.charAt(next) != '"') {
            char each = text.charAt(next++);
            decoded.append(each == '\\' ? escape() : each);
        }
        if (next == text.length()) {
            throw invalidFilter("a string has no closing quote");
        }
        next++;
        kind = Kind.STRING;
        content = decoded.toString();
        if (content.chars().anyMatch(each -> Character.isSurrogate((char) each)) && brokenPairs(content)) {
            throw invalidFilter("a string holds half a surrogate pair");
        }
    }

    private char escape() {
        char each = next < text.length() ? text.charAt(next++) : ' ';
        return switch (each) {
            case '"', '\\', '/' -> each;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw invalidFilter("a string has an escape that JSON does not know");
        };
    }

    private char unicode() {
        int code = 0;
        for (int digit = 0; digit < 4; digit++) {
            int value = next < text.length() ? Character.digit(text.charAt(next++), 16) : -1;
            if (value < 0) {
                throw invalidFilter("a string has a \\u without four digits");
            }
            code = code * 16 + value;
        }
        return (char) code;
    }

    private static boolean brokenPairs(String content) {
        return content.codePoints()
                .anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }

    private static boolean blank(char each) {
        return each == ' ' || each == '\t' || each == '\r' || each == '\n';
    }

    /** The refusal for a symbol that has no place here. */
    ScimException unexpected(String wanted) {
        String found = kind == Kind.END ? "the end" : "'" + ScimException.shorten(text.substring(start)) + "'";
        return invalidFilter("expected " + wanted + " at character " + (start + 1) + " but found " + found);
    }
}
