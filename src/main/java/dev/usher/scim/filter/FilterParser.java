package dev.usher.scim.filter;

import dev.usher.scim.schema.ResourceType;
import dev.usher.scim.schema.SchemaRegistry;

/**
 * Filter text into a {@link Filter} (RFC 7644 §3.4.2.2), operators and names in any case. Caps: 8,192 characters, 20
 * levels of parentheses and brackets, 500 terms; a long {@code or} chain is no depth. Errors: 400
 * {@code invalidFilter} for syntax, unknown attributes and operands that do not fit; 400 {@code tooMany} over a cap.
 */
public final class FilterParser {
    private FilterParser() {}

    /** The filter in this text. */
    public static Filter parse(SchemaRegistry registry, ResourceType type, String text) {
        throw new IllegalStateException();
    }
}
