package dev.usher.scim.schema;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The bytes by which a value compares and is indexed: NFC, lower-cased (ROOT) where {@code caseExact} is false, as
 * UTF-8; numbers, dates and booleans as order-preserving text. Unsigned byte order is the values' order. Over 255 bytes
 * the stored form is the first 223 and a SHA-256, good for equality only: then {@link #shortened()}.
 */
public final class CompareKey implements Comparable<CompareKey> {
    /** The longest stored form. */
    public static final int MAX_BYTES = 255;

    private static final int KEPT = MAX_BYTES - 32;

    private final byte[] full;

    private CompareKey(byte[] full) {
        this.full = full;
    }

    /** The key of a value under its attribute's rules; empty when the value does not fit the attribute's type. */
    public static Optional<CompareKey> of(Attribute attribute, JsonValue value) {
        return key(attribute.type(), attribute.caseExact(), value);
    }

    /** The key of a value with its case kept, whatever the schema says: mapping criteria compare so. */
    public static Optional<CompareKey> exact(Attribute attribute, JsonValue value) {
        return key(attribute.type(), true, value);
    }

    /** The key of plain text. */
    public static CompareKey text(String text, boolean caseExact) {
        if (ascii(text)) {
            return plain(caseExact ? text : text.toLowerCase(Locale.ROOT));
        }
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        if (caseExact) {
            return plain(composed);
        }
        // Java lowers a capital sigma at a word's end to another letter than inside; one form is kept for both.
        String lowered = composed.toLowerCase(Locale.ROOT).replace('ς', 'σ');
        return plain(Normalizer.normalize(lowered, Normalizer.Form.NFC));
    }

    private static Optional<CompareKey> key(AttributeType type, boolean caseExact, JsonValue value) {
        return switch (type) {
            case STRING, REFERENCE -> string(value).map(text -> text(text, caseExact));
            case BINARY -> string(value).map(text -> text(text, true));
            case BOOLEAN -> bool(value);
            case INTEGER, DECIMAL -> number(value);
            case DATE_TIME -> string(value).flatMap(DateTimes::instant).map(at -> plain(DateTimes.ordered(at)));
            case UNTYPED -> untyped(caseExact, value);
            case COMPLEX -> Optional.empty();
        };
    }

    private static Optional<CompareKey> untyped(boolean caseExact, JsonValue value) {
        return switch (value.getValueType()) {
            case STRING -> string(value).map(text -> text(text, caseExact));
            case NUMBER -> number(value);
            case TRUE, FALSE -> bool(value);
            case NULL, ARRAY, OBJECT -> Optional.empty();
        };
    }

    private static Optional<String> string(JsonValue value) {
        return value instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
    }

    private static Optional<CompareKey> bool(JsonValue value) {
        return switch (value.getValueType()) {
            case TRUE -> Optional.of(plain("true"));
            case FALSE -> Optional.of(plain("false"));
            default -> Optional.empty();
        };
    }

    private static Optional<CompareKey> number(JsonValue value) {
        return value instanceof JsonNumber number
                ? OrderedNumber.text(number.bigDecimalValue()).map(CompareKey::plain)
                : Optional.empty();
    }

    private static CompareKey plain(String text) {
        return new CompareKey(text.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean ascii(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) > 127) {
                return false;
            }
        }
        return true;
    }

    /** The stored form: at most {@value #MAX_BYTES} bytes. A fresh copy. */
    public byte[] bytes() {
        if (!shortened()) {
            return full.clone();
        }
        byte[] stored = Arrays.copyOf(full, MAX_BYTES);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(full);
            System.arraycopy(hash, 0, stored, KEPT, hash.length);
            return stored;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** Whether the stored form is good for equality only; order, {@code co}, {@code sw}, {@code ew} need the document. */
    public boolean shortened() {
        return full.length > MAX_BYTES;
    }

    /** The whole form, never shortened. A fresh copy. */
    public byte[] full() {
        return full.clone();
    }

    /** Whether this begins with the other's whole form. */
    public boolean startsWith(CompareKey other) {
        return hasAt(0, other.full);
    }

    /** Whether this ends with the other's whole form. */
    public boolean endsWith(CompareKey other) {
        return hasAt(full.length - other.full.length, other.full);
    }

    /** Whether this contains the other's whole form. */
    public boolean contains(CompareKey other) {
        // Latin-1 keeps bytes as they are, and String has the fast search that byte[] lacks.
        String hay = new String(full, StandardCharsets.ISO_8859_1);
        return hay.contains(new String(other.full, StandardCharsets.ISO_8859_1));
    }

    private boolean hasAt(int from, byte[] part) {
        return from >= 0
                && from + part.length <= full.length
                && Arrays.equals(full, from, from + part.length, part, 0, part.length);
    }

    @Override
    public int compareTo(CompareKey other) {
        return Arrays.compareUnsigned(full, other.full);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CompareKey key && Arrays.equals(key.full, full);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(full);
    }

    /** The whole form as text, for tests and traces. */
    @Override
    public String toString() {
        return new String(full, StandardCharsets.UTF_8);
    }
}
