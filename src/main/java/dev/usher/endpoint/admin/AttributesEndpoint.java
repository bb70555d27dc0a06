package dev.usher.endpoint.admin;

import dev.usher.endpoint.security.CurrentCaller;
import dev.usher.extension.Extensions;
import dev.usher.scim.JsonParts;
import dev.usher.scim.error.ScimException;
import dev.usher.scim.schema.Attribute;
import dev.usher.scim.schema.AttributePath;
import dev.usher.scim.schema.Mutability;
import dev.usher.scim.schema.Resolution;
import dev.usher.scim.schema.ResourceType;
import dev.usher.scim.schema.SchemaRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;

/** The attributes of users that mappings can ask for, as the tenant's schemas have them. */
@Path("/tenants/{tenant}/attributes")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class AttributesEndpoint {
    @Inject
    private CurrentCaller current;

    @Inject
    private Extensions extensions;

    @GET
    @Operation(summary = "Lists the attributes that a mapping's criteria can name", answer = "Attributes")
    public JsonObject list(@PathParam("tenant") String tenant) {
        SchemaRegistry registry = extensions.registry(current.reads(tenant));
        var items = JsonParts.array();
        for (AttributePath path : registry.paths(ResourceType.USER)) {
            if (comparable(path)) {
                add(items, registry, path, path.text(), path.leaf().description());
                path.attribute().sub("type").ifPresent(type -> elements(items, registry, path, type));
            }
        }
        return JsonParts.object().add("items", items).build();
    }

    private static boolean comparable(AttributePath path) {
        Attribute leaf = path.leaf();
        return !leaf.complex()
                && !leaf.readOnly()
                && !path.attribute().readOnly()
                && leaf.mutability() != Mutability.WRITE_ONLY
                && !path.text().equals("schemas");
    }

    /** {@code emails[type eq "work"].value} and the like: what is usually meant by a multi-valued attribute. */
    private static void elements(JsonArrayBuilder items, SchemaRegistry registry, AttributePath path, Attribute type) {
        if (path.leaf().name().equals("value") && path.attribute().multiValued()) {
            String head = path.parent().text();
            for (String word : type.canonicalValues()) {
                String text = head + "[type eq \"" + word + "\"].value";
                add(items, registry, path, text, path.leaf().description());
            }
        }
    }

    private static void add(
            JsonArrayBuilder items, SchemaRegistry registry, AttributePath path, String text, String description) {
        items.add(JsonParts.object()
                .add("attribute", shortest(registry, path, text))
                .add("path", text)
                .add("type", path.leaf().type().text())
                .add("multiValued", path.attribute().multiValued())
                .add("description", description)
                .add("schema", path.schema()));
    }

    /** Without the URN where the bare name means the same. */
    private static String shortest(SchemaRegistry registry, AttributePath path, String text) {
        String bare = path.extension() ? text.substring(path.schema().length() + 1) : text;
        return path.extension() && meansSame(registry, path, bare) ? bare : text;
    }

    private static boolean meansSame(SchemaRegistry registry, AttributePath path, String bare) {
        try {
            Optional<AttributePath> found = registry.find(ResourceType.USER, bare, Resolution.REGISTERED);
            return found.filter(path::equals).isPresent();
        } catch (ScimException e) {
            return false; // ambiguous among registered schemas
        }
    }
}
