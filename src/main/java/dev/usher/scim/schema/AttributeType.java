package dev.usher.scim.schema;

import dev.usher.scim.error.ScimException;

/** The data types of RFC 7643 §2.3, and one for extensions that nobody registered. */
public enum AttributeType {
    STRING("string"),
    BOOLEAN("boolean"),
    DECIMAL("decimal"),
    INTEGER("integer"),
    DATE_TIME("dateTime"),
    BINARY("binary"),
    REFERENCE("reference"),
    COMPLEX("complex"),
    /** An attribute of an unregistered extension: the JSON that is found says its type. Never in a schema. */
    UNTYPED("untyped");

    private final String text;

    AttributeType(String text) {
        this.text = text;
    }

    /** The word as RFC 7643 §7 spells it. */
    public String text() {
        return text;
    }

    /** Whether values are text in JSON, so that {@code co}, {@code sw} and {@code ew} make sense. */
    public boolean textual() {
        return this == STRING || this == REFERENCE || this == BINARY || this == UNTYPED;
    }

    /** The constant for a word in any case; an unknown word is 400 {@code invalidValue}. */
    public static AttributeType named(String word) {
        for (AttributeType one : values()) {
            if (one != UNTYPED && one.text.equalsIgnoreCase(word)) {
                return one;
            }
        }
        throw ScimException.invalidValue("'" + ScimException.shorten(word) + "' is no attribute type");
    }
}
