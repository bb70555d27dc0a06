package dev.usher.scim.schema;

import dev.usher.scim.error.ScimException;

/** When an attribute is returned (RFC 7643 §2.2). */
public enum Returned {
    ALWAYS("always"),
    NEVER("never"),
    DEFAULT("default"),
    REQUEST("request");

    private final String text;

    Returned(String text) {
        this.text = text;
    }

    /** The word as RFC 7643 §7 spells it. */
    public String text() {
        return text;
    }

    /** The constant for a word in any case; an unknown word is 400 {@code invalidValue}. */
    public static Returned named(String word) {
        for (Returned one : values()) {
            if (one.text.equalsIgnoreCase(word)) {
                return one;
            }
        }
        throw ScimException.invalidValue("'" + ScimException.shorten(word) + "' is no returned");
    }
}
