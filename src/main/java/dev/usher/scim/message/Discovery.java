package dev.usher.scim.message;

import dev.usher.scim.schema.ResourceType;
import dev.usher.scim.schema.Schema;
import dev.usher.scim.schema.SchemaRegistry;
import jakarta.json.JsonObject;
import java.util.List;

/** Discovery documents (RFC 7644 §4, RFC 7643 §5-§7). {@code base} is the absolute SCIM base without a slash at its end. */
public final class Discovery {
    private Discovery() {}

    /** Every schema, the three of discovery itself included. */
    public static List<JsonObject> schemas(SchemaRegistry registry, String base) {
        throw new IllegalStateException();
    }

    /** One schema. */
    public static JsonObject schema(Schema schema, String base) {
        throw new IllegalStateException();
    }

    /** Every resource type. */
    public static List<JsonObject> resourceTypes(SchemaRegistry registry, String base) {
        throw new IllegalStateException();
    }

    /** One resource type. */
    public static JsonObject resourceType(SchemaRegistry registry, ResourceType type, String base) {
        throw new IllegalStateException();
    }
}
