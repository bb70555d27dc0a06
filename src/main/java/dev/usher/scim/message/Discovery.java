package dev.usher.scim.message;

import dev.usher.scim.JsonParts;
import dev.usher.scim.schema.ResourceType;
import dev.usher.scim.schema.Schema;
import dev.usher.scim.schema.SchemaJson;
import dev.usher.scim.schema.SchemaRegistry;
import dev.usher.scim.schema.SchemaUrns;
import dev.usher.scim.schema.StandardSchemas;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Discovery documents (RFC 7644 §4, RFC 7643 §5-§7). {@code base} is the absolute SCIM base without a slash at its end. */
public final class Discovery {
    private Discovery() {}

    /** Every schema, the three of discovery itself included. */
    public static List<JsonObject> schemas(SchemaRegistry registry, String base) {
        return all(registry).stream().map(each -> schema(each, base)).toList();
    }

    /** One schema by its URN in any case. */
    public static Optional<JsonObject> schema(SchemaRegistry registry, String urn, String base) {
        return all(registry).stream()
                .filter(each -> each.id().equalsIgnoreCase(urn))
                .findFirst()
                .map(each -> schema(each, base));
    }

    private static JsonObject schema(Schema schema, String base) {
        return JsonParts.object(SchemaJson.json(schema))
                .add("meta", meta("Schema", base + "/Schemas/" + schema.id()))
                .build();
    }

    private static List<Schema> all(SchemaRegistry registry) {
        List<Schema> all = new ArrayList<>(registry.schemas());
        all.addAll(StandardSchemas.discovery());
        return all;
    }

    /** Every resource type. */
    public static List<JsonObject> resourceTypes(SchemaRegistry registry, String base) {
        return List.of(
                resourceType(registry, ResourceType.USER, base), resourceType(registry, ResourceType.GROUP, base));
    }

    /** One resource type. */
    public static JsonObject resourceType(SchemaRegistry registry, ResourceType type, String base) {
        JsonObjectBuilder json = JsonParts.object()
                .add("schemas", JsonParts.texts(List.of(SchemaUrns.RESOURCE_TYPE)))
                .add("id", type.id())
                .add("name", type.id())
                .add("description", type.description())
                .add("endpoint", type.endpoint())
                .add("schema", type.schema());
        JsonArrayBuilder extensions = JsonParts.array();
        registry.extensions(type)
                .forEach(each -> extensions.add(
                        JsonParts.object().add("schema", each.id()).add("required", false)));
        return json.add("schemaExtensions", extensions)
                .add("meta", meta("ResourceType", base + "/ResourceTypes/" + type.id()))
                .build();
    }

    static JsonObject meta(String resourceType, String location) {
        return JsonParts.object()
                .add("resourceType", resourceType)
                .add("location", location)
                .build();
    }
}
