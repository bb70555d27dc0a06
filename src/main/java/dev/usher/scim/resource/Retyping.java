package dev.usher.scim.resource;

import dev.usher.scim.JsonParts;
import dev.usher.scim.error.ScimException;
import dev.usher.scim.schema.Attribute;
import dev.usher.scim.schema.Schema;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Gives an extension that was kept as it came the types of a definition that came later. A value that does not fit its
 * attribute stays as it is, since nobody asked to lose it; it is then found by no filter on that attribute.
 */
public final class Retyping {
    private Retyping() {}

    /** Whether the resource carries the extension. */
    public static boolean concerns(Schema schema, ScimResource resource) {
        return resource.document().keySet().stream().anyMatch(schema.id()::equalsIgnoreCase);
    }

    /** The resource with the extensions' values typed and their names spelled as defined; equal where nothing changes. */
    public static ScimResource apply(Collection<Schema> schemas, ScimResource resource) {
        ScimResource typed = resource;
        for (Schema schema : schemas) {
            typed = apply(schema, typed);
        }
        return typed;
    }

    private static ScimResource apply(Schema schema, ScimResource resource) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        resource.document().forEach((name, value) -> {
            if (name.equalsIgnoreCase(schema.id()) && value instanceof JsonObject extension) {
                members.put(schema.id(), typed(schema, extension));
            } else {
                members.put(name, value);
            }
        });
        return new ScimResource(resource.type(), JsonParts.object(members));
    }

    private static JsonObject typed(Schema schema, JsonObject extension) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        extension.forEach((name, value) -> {
            Optional<Attribute> attribute = schema.attributes().stream()
                    .filter(each -> each.name().equalsIgnoreCase(name))
                    .findFirst();
            String spelled = attribute.map(Attribute::name).orElse(name);
            members.put(
                    spelled,
                    attribute
                            .map(each -> typed(each, schema.id() + ":" + each.name(), value))
                            .orElse(value));
        });
        return JsonParts.object(members);
    }

    /** One attribute's whole value in its type; as it is where it does not fit. */
    public static JsonValue typed(Attribute attribute, String where, JsonValue value) {
        try {
            return new ValueReader(new Notes(), false)
                    .read(attribute, where, value)
                    .orElse(value);
        } catch (ScimException unfit) {
            // It came before the definition did.
            return value;
        }
    }
}
