package dev.usher.scim.filter;

import dev.usher.scim.error.ScimException;
import dev.usher.scim.schema.ResourceType;
import dev.usher.scim.schema.SchemaRegistry;

/**
 * Filter text into a {@link Filter} (RFC 7644 §3.4.2.2), operators and names in any case. Caps: 8,192 characters, 20
 * levels of parentheses and brackets, 500 terms; a long {@code or} chain is no depth. Errors: 400
 * {@code invalidFilter} for syntax, unknown attributes, operands that do not fit, and more than the caps.
 */
public final class FilterParser {
    /** The longest filter. */
    public static final int MAX_LENGTH = 8_192;

    private FilterParser() {}

    /** The filter in this text. */
    public static Filter parse(SchemaRegistry registry, ResourceType type, String text) {
        checkLength(text);
        return new FilterReading(registry, type, text, 0).whole();
    }

    static void checkLength(String text) {
        if (text.length() > MAX_LENGTH) {
            throw ScimException.invalidFilter("a filter has at most " + MAX_LENGTH + " characters");
        }
    }
}
