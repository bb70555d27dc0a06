package dev.usher.journal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the log shows a name: told apart from others by somebody who knows it, and no more. */
public final class MaskedName {
    /** A filter's literal; whoever shortened the text may have cut its closing quote. */
    private static final Pattern LITERAL = Pattern.compile(
            "(?<![\\w$])([\\w$]++)(\\s++(?:eq|ne|co|sw|ew|gt|ge|lt|le)\\s++\")((?:[^\"\\\\]|\\\\.?)++)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern KIND = Pattern.compile("type|primary", Pattern.CASE_INSENSITIVE);

    /** What stands where an id or a filter's symbol is due. */
    private static final Pattern MISPLACED =
            Pattern.compile("((?:there is no (?:user|group|user or group)|but found) ')(.+)(?=')");

    private static final Pattern MAIL =
            Pattern.compile("(?<![^\\s\"'<>(),;:/\\[\\]@])[^\\s\"'<>(),;:/\\[\\]@]++@[^\\s\"'<>(),;:/\\[\\]]++");
    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);

    private MaskedName() {}

    /** {@code alice@acme.com} becomes {@code a•••@acme.com}. */
    public static String of(String name) {
        int at = name.lastIndexOf('@');
        String first = name.isEmpty() ? "" : name.substring(0, name.offsetByCodePoints(0, 1));
        return first + "•••" + (at > 0 ? name.substring(at) : "");
    }

    /**
     * A text of ours with what it quotes of people's values masked: the literals of filters, what is no id, and whatever
     * looks like a mail address. Ids stay, and which {@code type} of a value is meant.
     */
    public static String within(String text) {
        String literals = LITERAL.matcher(text)
                .replaceAll(found -> KIND.matcher(found.group(1)).matches()
                        ? same(found.group())
                        : same(found.group(1) + found.group(2) + unlessId(found.group(3))));
        String misplaced =
                MISPLACED.matcher(literals).replaceAll(found -> same(found.group(1) + unlessId(found.group(2))));
        return MAIL.matcher(misplaced).replaceAll(found -> same(of(found.group())));
    }

    private static String unlessId(String value) {
        return ID.matcher(value).matches() ? value : of(value);
    }

    private static String same(String text) {
        return Matcher.quoteReplacement(text);
    }
}
