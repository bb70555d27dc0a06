package dev.usher.scim.filter;

import dev.usher.scim.schema.ResourceType;
import dev.usher.scim.schema.SchemaRegistry;

/**
 * Filter text into a {@link Filter} (RFC 7644 §3.4.2.2), operators and names in any case. Errors: 400
 * {@code invalidFilter} for syntax, unknown attributes, operands that do not fit, and more than the limits.
 */
public final class FilterParser {
    private FilterParser() {}

    /** The filter in this text. */
    public static Filter parse(SchemaRegistry registry, ResourceType type, String text, FilterLimits limits) {
        limits.checkLength(text);
        return new FilterReading(registry, type, new Symbols(text, 0), limits).whole();
    }
}
