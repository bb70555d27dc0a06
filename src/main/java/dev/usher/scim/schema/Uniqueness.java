package dev.usher.scim.schema;

import dev.usher.scim.error.ScimException;

/** How far a value must be unique (RFC 7643 §2.2). */
public enum Uniqueness {
    NONE("none"),
    SERVER("server"),
    GLOBAL("global");

    private final String text;

    Uniqueness(String text) {
        this.text = text;
    }

    /** The word as RFC 7643 §7 spells it. */
    public String text() {
        return text;
    }

    /** The constant for a word in any case; an unknown word is 400 {@code invalidValue}. */
    public static Uniqueness named(String word) {
        for (Uniqueness one : values()) {
            if (one.text.equalsIgnoreCase(word)) {
                return one;
            }
        }
        throw ScimException.invalidValue("'" + ScimException.shorten(word) + "' is no uniqueness");
    }
}
