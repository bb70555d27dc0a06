package dev.usher.scim.resource;

import dev.usher.scim.schema.SchemaRegistry;
import java.util.List;

/** What of a resource goes into the value table: every indexed attribute of its schemas that has a value. */
public final class IndexedValues {
    private IndexedValues() {}

    /** The rows in schema order; at most 32,767 elements of one attribute. */
    public static List<IndexedValue> of(SchemaRegistry registry, ScimResource resource) {
        throw new IllegalStateException();
    }
}
