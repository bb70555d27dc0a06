package dev.usher.scim.schema;

import jakarta.json.JsonValue;
import java.util.Optional;

/**
 * The bytes by which a value compares and is indexed: NFC, lower-cased (ROOT) where {@code caseExact} is false, as
 * UTF-8; numbers, dates and booleans as order-preserving text. Unsigned byte order is the values' order. Over 255 bytes
 * the stored form is the first 223 and a SHA-256, good for equality only: then {@link #shortened()}.
 */
public final class CompareKey implements Comparable<CompareKey> {
    /** The longest stored form. */
    public static final int MAX_BYTES = 255;

    private final byte[] full;

    private CompareKey(byte[] full) {
        this.full = full;
    }

    /** The key of a value under its attribute's rules; empty when the value does not fit the attribute's type. */
    public static Optional<CompareKey> of(Attribute attribute, JsonValue value) {
        throw new IllegalStateException();
    }

    /** The key of a value with its case kept, whatever the schema says: mapping criteria compare so. */
    public static Optional<CompareKey> exact(Attribute attribute, JsonValue value) {
        throw new IllegalStateException();
    }

    /** The key of plain text. */
    public static CompareKey text(String text, boolean caseExact) {
        throw new IllegalStateException();
    }

    /** The stored form: at most {@value #MAX_BYTES} bytes. A fresh copy. */
    public byte[] bytes() {
        throw new IllegalStateException();
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
        throw new IllegalStateException();
    }

    /** Whether this ends with the other's whole form. */
    public boolean endsWith(CompareKey other) {
        throw new IllegalStateException();
    }

    /** Whether this contains the other's whole form. */
    public boolean contains(CompareKey other) {
        throw new IllegalStateException();
    }

    @Override
    public int compareTo(CompareKey other) {
        throw new IllegalStateException();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CompareKey key && java.util.Arrays.equals(key.full, full);
    }

    @Override
    public int hashCode() {
        return java.util.Arrays.hashCode(full);
    }
}
