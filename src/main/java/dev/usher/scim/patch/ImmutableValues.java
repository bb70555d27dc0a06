package dev.usher.scim.patch;

import static dev.usher.scim.error.ScimException.mutability;

import dev.usher.scim.resource.ScimResource;
import dev.usher.scim.schema.AttributePath;
import dev.usher.scim.schema.Mutability;
import dev.usher.scim.schema.SchemaRegistry;
import jakarta.json.JsonValue;
import java.util.List;

/** Immutable attributes may come into being, but not change or go (RFC 7643 §2.2). Elements of lists are not held. */
final class ImmutableValues {
    private ImmutableValues() {}

    static void check(SchemaRegistry registry, ScimResource before, ScimResource after) {
        for (AttributePath path : registry.paths(before.type())) {
            boolean held = path.leaf().mutability() == Mutability.IMMUTABLE
                    && (path.sub().isEmpty() || !path.attribute().multiValued());
            if (held) {
                List<JsonValue> had = before.values(path);
                if (!had.isEmpty() && !had.equals(after.values(path))) {
                    throw mutability("'" + path.text() + "' is immutable and has a value");
                }
            }
        }
    }
}
