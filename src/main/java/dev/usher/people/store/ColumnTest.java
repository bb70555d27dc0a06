package dev.usher.people.store;

import dev.usher.platform.Database;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is asked of one column, which stands for {@code #} in the text. Shape: {@code kind} says how well an index
 * answers it.
 */
record ColumnTest(Kind kind, String text, List<Object> parameters) {
    /** The bytes of a stored key that are the value's own when it was shortened; see {@code CompareKey}. */
    static final int OWN_BYTES = 223;

    private static final int SHORTENED_BYTES = 255;

    /** From the narrowest to the broadest. */
    enum Kind {
        EQUAL,
        PREFIX,
        RANGE,
        PART,
        ANY,
        OTHER
    }

    static ColumnTest equal(Object value) {
        return new ColumnTest(Kind.EQUAL, "# = ?", List.of(value));
    }

    /** Equal to any of these. */
    static ColumnTest oneOf(List<Object> values) {
        return values.size() == 1
                ? equal(values.get(0))
                : new ColumnTest(Kind.EQUAL, "# IN (" + Database.marks(values.size()) + ")", values);
    }

    static ColumnTest other(Object value) {
        return new ColumnTest(Kind.OTHER, "# <> ?", List.of(value));
    }

    /** Any value at all. */
    static ColumnTest any() {
        return new ColumnTest(Kind.ANY, "", List.of());
    }

    /** No value. */
    static ColumnTest none() {
        return new ColumnTest(Kind.EQUAL, "1 = 0", List.of());
    }

    /** Both. */
    static ColumnTest and(ColumnTest one, ColumnTest other) {
        if (one.text.isEmpty() || other.text.isEmpty()) {
            return one.text.isEmpty() ? other : one;
        }
        Kind narrower = one.kind.compareTo(other.kind) < 0 ? one.kind : other.kind;
        return joined(narrower, one, " AND ", other);
    }

    /** Either. */
    static ColumnTest or(ColumnTest one, ColumnTest other) {
        if (one.text.isEmpty() || other.text.isEmpty()) {
            return any();
        }
        Kind broader = one.kind.compareTo(other.kind) < 0 ? other.kind : one.kind;
        return joined(broader, one, " OR ", other);
    }

    /** Whether it names the values that it admits, which are its parameters. */
    boolean equality() {
        return kind == Kind.EQUAL && (text.equals("# = ?") || text.startsWith("# IN ("));
    }

    /** Whatever it does not admit. */
    ColumnTest negated() {
        return text.isEmpty() ? none() : new ColumnTest(Kind.OTHER, "NOT (" + text + ")", parameters);
    }

    private static ColumnTest joined(Kind kind, ColumnTest one, String word, ColumnTest other) {
        List<Object> parameters = Stream.concat(one.parameters.stream(), other.parameters.stream())
                .toList();
        return new ColumnTest(kind, "(" + one.text + word + other.text + ")", parameters);
    }

    /** {@code >}, {@code >=}, {@code <} or {@code <=}. */
    static ColumnTest range(String operator, Object value) {
        return new ColumnTest(Kind.RANGE, "# " + operator + " ?", List.of(value));
    }

    /** Begins with these bytes: a range, so that the index answers. */
    static ColumnTest prefix(byte[] prefix) {
        byte[] end = next(prefix);
        return end.length == 0
                ? new ColumnTest(Kind.PREFIX, "# >= ?", List.of(prefix))
                : new ColumnTest(Kind.PREFIX, "# >= ? AND # < ?", List.of(prefix, end));
    }

    /** Contains ({@code anywhere}) or ends with these bytes; for columns whose keys are never shortened. */
    static ColumnTest wholePart(byte[] part, boolean anywhere) {
        return new ColumnTest(Kind.PART, "# LIKE ? ESCAPE '!'", List.of(pattern(part, anywhere)));
    }

    /** The same among keys that are surely whole. */
    static ColumnTest part(byte[] part, boolean anywhere) {
        return new ColumnTest(
                Kind.PART,
                "# LIKE ? ESCAPE '!' AND OCTET_LENGTH(#) < " + SHORTENED_BYTES,
                List.of(pattern(part, anywhere)));
    }

    /** The same, or a key that may have been shortened: the document must say. */
    static ColumnTest perhapsPart(byte[] part, boolean anywhere) {
        return new ColumnTest(
                Kind.PART,
                "(# LIKE ? ESCAPE '!' OR OCTET_LENGTH(#) = " + SHORTENED_BYTES + ")",
                List.of(pattern(part, anywhere)));
    }

    /** The key may have been shortened. It leads before parts do: it is a scan as theirs, but finds hardly anybody. */
    static ColumnTest shortened() {
        return new ColumnTest(Kind.RANGE, "OCTET_LENGTH(#) = " + SHORTENED_BYTES, List.of());
    }

    /** The condition on this column; empty for any value. */
    Sql on(String column) {
        return Sql.of(text.replace("#", column), parameters.toArray());
    }

    /** The least bytes that are greater than all that begin with the prefix; empty where there are none. */
    private static byte[] next(byte[] prefix) {
        for (int at = prefix.length - 1; at >= 0; at--) {
            if (prefix[at] != (byte) 0xFF) {
                byte[] end = Arrays.copyOf(prefix, at + 1);
                end[at]++;
                return end;
            }
        }
        return new byte[0];
    }

    private static byte[] pattern(byte[] part, boolean anywhere) {
        byte[] pattern = new byte[part.length * 2 + 2];
        int length = 0;
        pattern[length++] = '%';
        for (byte each : part) {
            if (each == '%' || each == '_' || each == '!') {
                pattern[length++] = '!';
            }
            pattern[length++] = each;
        }
        if (anywhere) {
            pattern[length++] = '%';
        }
        return Arrays.copyOf(pattern, length);
    }
}
