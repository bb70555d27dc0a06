package dev.usher.scim.schema;

import dev.usher.scim.error.ScimException;

/** When an attribute may be written (RFC 7643 §2.2). */
public enum Mutability {
    READ_ONLY("readOnly"),
    READ_WRITE("readWrite"),
    IMMUTABLE("immutable"),
    WRITE_ONLY("writeOnly");

    private final String text;

    Mutability(String text) {
        this.text = text;
    }

    /** The word as RFC 7643 §7 spells it. */
    public String text() {
        return text;
    }

    /** The constant for a word in any case; an unknown word is 400 {@code invalidValue}. */
    public static Mutability named(String word) {
        for (Mutability one : values()) {
            if (one.text.equalsIgnoreCase(word)) {
                return one;
            }
        }
        throw ScimException.invalidValue("'" + ScimException.shorten(word) + "' is no mutability");
    }
}
