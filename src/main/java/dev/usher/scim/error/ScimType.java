package dev.usher.scim.error;

/**
 * The {@code scimType} keywords of RFC 7644 §3.12 and RFC 9865 §2.4.
 */
public enum ScimType {
    INVALID_FILTER("invalidFilter"),
    TOO_MANY("tooMany"),
    UNIQUENESS("uniqueness"),
    MUTABILITY("mutability"),
    INVALID_SYNTAX("invalidSyntax"),
    INVALID_PATH("invalidPath"),
    NO_TARGET("noTarget"),
    INVALID_VALUE("invalidValue"),
    INVALID_VERS("invalidVers"),
    SENSITIVE("sensitive"),
    INVALID_CURSOR("invalidCursor"),
    EXPIRED_CURSOR("expiredCursor"),
    INVALID_COUNT("invalidCount");

    private final String text;

    ScimType(String text) {
        this.text = text;
    }

    /** The keyword as the RFC spells it. */
    public String text() {
        return text;
    }
}
