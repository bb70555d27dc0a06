package dev.usher.scim.resource;

import static dev.usher.scim.error.ScimException.invalidSyntax;
import static dev.usher.scim.error.ScimException.shorten;

import dev.usher.scim.schema.ResourceType;
import dev.usher.scim.schema.Schema;
import dev.usher.scim.schema.SchemaRegistry;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code schemas} of a resource's body. Missing ones are inferred; a URN whose object is nowhere is forgiven beside
 * the core URN, and without it says that the body is another kind of resource.
 */
final class SentSchemas {
    private SentSchemas() {}

    static void check(SchemaRegistry registry, ResourceType type, JsonObject body, Notes notes) {
        List<String> urns = urns(body);
        if (urns.isEmpty()) {
            notes.add(Leniency.SCHEMAS_INFERRED, "schemas");
            return;
        }
        boolean core = false;
        for (String urn : urns) {
            Optional<Schema> known = registry.schema(type, urn);
            if (known.isPresent() && !known.get().id().equalsIgnoreCase(urn)) {
                notes.add(Leniency.ALIAS_URN, urn);
            }
            core |= known.isPresent() && known.get().id().equals(type.schema());
        }
        for (String urn : core ? List.<String>of() : urns) {
            if (!hasContent(registry, type, body, urn)) {
                throw invalidSyntax("'schemas' names '" + shorten(urn) + "' but not '" + type.schema() + "'");
            }
        }
    }

    private static List<String> urns(JsonObject body) {
        JsonValue sent = JsonValue.NULL;
        for (Map.Entry<String, JsonValue> each : body.entrySet()) {
            if (each.getKey().equalsIgnoreCase("schemas")) {
                sent = each.getValue();
            }
        }
        if (sent instanceof JsonString one) {
            return List.of(one.getString());
        }
        if (JsonValue.NULL.equals(sent)) {
            return List.of();
        }
        if (!(sent instanceof JsonArray array)) {
            throw invalidSyntax("'schemas' takes an array of URNs");
        }
        List<String> urns = new ArrayList<>(array.size());
        for (JsonValue each : array) {
            if (!(each instanceof JsonString urn)) {
                throw invalidSyntax("'schemas' takes an array of URNs");
            }
            urns.add(urn.getString());
        }
        return urns;
    }

    private static boolean hasContent(SchemaRegistry registry, ResourceType type, JsonObject body, String urn) {
        String wanted = canonical(registry, type, urn);
        for (String key : body.keySet()) {
            String found = canonical(registry, type, key);
            if (found.equals(wanted) || found.startsWith(wanted + ":") || found.startsWith(wanted + ".")) {
                return true;
            }
        }
        return false;
    }

    private static String canonical(SchemaRegistry registry, ResourceType type, String urn) {
        return registry.schema(type, urn).map(Schema::id).orElse(urn).toLowerCase(Locale.ROOT);
    }
}
