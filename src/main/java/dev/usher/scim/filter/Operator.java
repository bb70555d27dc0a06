package dev.usher.scim.filter;

import java.util.Optional;

/** The comparing operators of RFC 7644 §3.4.2.2; {@code pr} is {@link Filter.Present}. */
public enum Operator {
    EQ("eq"),
    NE("ne"),
    CO("co"),
    SW("sw"),
    EW("ew"),
    GT("gt"),
    GE("ge"),
    LT("lt"),
    LE("le");

    private final String text;

    Operator(String text) {
        this.text = text;
    }

    /** The word as printed. */
    public String text() {
        return text;
    }

    /** Whether it orders values, which booleans and binaries refuse. */
    public boolean ordering() {
        return this == GT || this == GE || this == LT || this == LE;
    }

    /** Whether it looks into text. */
    public boolean partial() {
        return this == CO || this == SW || this == EW;
    }

    /** The operator for a word in any case. */
    public static Optional<Operator> named(String word) {
        for (Operator one : values()) {
            if (one.text.equalsIgnoreCase(word)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }
}
