package dev.usher.scim.filter;

import dev.usher.scim.resource.ScimResource;
import dev.usher.scim.schema.AttributePath;
import jakarta.json.JsonValue;

/**
 * Filters on documents in memory: the meaning that SQL must reproduce. A multi-valued attribute matches when any value
 * does; {@code ne} also when it has none; {@code not} negates; the terms of one value path meet on one element.
 */
public final class FilterEvaluator {
    private FilterEvaluator() {}

    /** Whether the resource (complete with {@code id} and {@code meta} if the filter asks for them) matches. */
    public static boolean matches(Filter filter, ScimResource resource) {
        throw new IllegalStateException();
    }

    /** Whether one element of a multi-valued attribute meets the inner filter of a value path. */
    public static boolean matchesElement(Filter filter, AttributePath path, JsonValue element) {
        throw new IllegalStateException();
    }
}
