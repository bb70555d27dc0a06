package dev.usher.scim.filter;

import dev.usher.scim.error.ScimException;

/**
 * How much a filter may be: characters, levels of parentheses and brackets, terms. A long {@code or} chain is no depth.
 * Errors: more is 400 {@code invalidFilter}.
 */
public record FilterLimits(int characters, int depth, int terms) {
    /** What holds where nobody says otherwise. */
    public static final FilterLimits USUAL = new FilterLimits(8_192, 20, 500);

    /** Checks. */
    public FilterLimits {
        if (characters < 1 || depth < 1 || terms < 1) {
            throw new IllegalArgumentException("limits are positive");
        }
    }

    void checkLength(String text) {
        if (text.length() > characters) {
            throw ScimException.invalidFilter("a filter has at most " + characters + " characters");
        }
    }
}
