package dev.usher.scim.resource;

import dev.usher.scim.schema.SchemaRegistry;
import jakarta.json.JsonObject;

/** The answer's document: {@code schemas}, {@code id}, attributes in schema order as stored, extensions, {@code meta}. */
public final class ResourceWriter {
    private final SchemaRegistry registry;

    /** A writer for this tenant's schemas. */
    public ResourceWriter(SchemaRegistry registry) {
        this.registry = registry;
    }

    /** The complete document before projection; filters over {@code id} and {@code meta} evaluate on it. */
    public JsonObject complete(ScimResource resource, ResourceMeta meta) {
        throw new IllegalStateException(registry.toString());
    }

    /** What the client gets. */
    public JsonObject render(ScimResource resource, ResourceMeta meta, Projection projection) {
        return projection.apply(complete(resource, meta));
    }
}
