package dev.usher.scim.resource;

import dev.usher.scim.schema.ResourceType;
import dev.usher.scim.schema.SchemaRegistry;
import jakarta.json.JsonObject;
import java.util.List;

/**
 * Which attributes an answer shows (RFC 7644 §3.9): {@code attributes}, {@code excludedAttributes} and the schema's
 * {@code returned}. Unknown names are ignored; when both lists are given both apply. Immutable.
 */
public final class Projection {
    private Projection() {}

    /** The projection that a request asks for; two empty lists ask for the default. */
    public static Projection of(
            SchemaRegistry registry, ResourceType type, List<String> attributes, List<String> excludedAttributes) {
        throw new IllegalStateException();
    }

    /** The projection of a request that asks for nothing special. */
    public static Projection standard(SchemaRegistry registry, ResourceType type) {
        return of(registry, type, List.of(), List.of());
    }

    /** Whether any part of this top-level attribute or extension will be shown, so that it must be read at all. */
    public boolean wants(String name) {
        throw new IllegalStateException();
    }

    /** The parts of a complete document that are shown. */
    public JsonObject apply(JsonObject document) {
        throw new IllegalStateException();
    }

    /** Whether the request named attributes to show: a PATCH then answers 200 with them. */
    public boolean explicit() {
        throw new IllegalStateException();
    }
}
