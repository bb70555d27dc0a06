package dev.usher.scim.resource;

import dev.usher.scim.JsonParts;
import dev.usher.scim.schema.ResourceType;
import dev.usher.scim.schema.SchemaRegistry;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;

/**
 * The answer's document: {@code schemas} (RFC 7643 §3: core and each extension that is present), {@code id},
 * {@code externalId}, attributes, extensions, {@code meta}.
 */
public final class ResourceWriter {
    private final SchemaRegistry registry;

    /** A writer for this tenant's schemas. */
    public ResourceWriter(SchemaRegistry registry) {
        this.registry = registry;
    }

    /** The complete document before projection; filters over {@code id} and {@code meta} evaluate on it. */
    public JsonObject complete(ScimResource resource, ResourceMeta meta) {
        JsonObject document = resource.document();
        JsonArrayBuilder schemas =
                JsonParts.array().add(registry.core(resource.type()).id());
        JsonObjectBuilder json = JsonParts.object();
        // The place comes first, the list when it is known.
        json.add("schemas", JsonValue.EMPTY_JSON_ARRAY).add("id", meta.id());
        JsonValue externalId = document.get("externalId");
        if (externalId != null) {
            json.add("externalId", externalId);
        }
        document.forEach((name, value) -> {
            if (name.indexOf(':') < 0) {
                json.add(name, value);
            }
        });
        document.forEach((name, value) -> {
            if (name.indexOf(':') >= 0) {
                schemas.add(name);
                json.add(name, value);
            }
        });
        return json.add("schemas", schemas)
                .add("meta", meta(resource.type(), meta))
                .build();
    }

    /** The {@code meta} of a resource. */
    public static JsonObject meta(ResourceType type, ResourceMeta meta) {
        return JsonParts.object()
                .add("resourceType", type.id())
                .add("created", meta.created().toString())
                .add("lastModified", meta.lastModified().toString())
                .add("location", meta.location())
                .add("version", meta.etag())
                .build();
    }

    /** What the client gets. */
    public JsonObject render(ScimResource resource, ResourceMeta meta, Projection projection) {
        return projection.apply(complete(resource, meta));
    }
}
