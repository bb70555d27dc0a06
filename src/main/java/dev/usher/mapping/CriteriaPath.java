package dev.usher.mapping;

import dev.usher.scim.JsonParts;
import dev.usher.scim.filter.Filter;
import dev.usher.scim.filter.FilterEvaluator;
import dev.usher.scim.filter.Path;
import dev.usher.scim.resource.ScimResource;
import dev.usher.scim.schema.Attribute;
import dev.usher.scim.schema.AttributePath;
import dev.usher.scim.schema.ResourceType;
import dev.usher.scim.schema.SchemaRegistry;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the values at a criteria's stored path. The path is parsed with the standard schemas alone, whatever the tenant
 * registered since: a custom attribute is always found by its URN on the document, so a mapping's meaning stands.
 */
final class CriteriaPath {
    private static final String VALUE = "value";
    private static final Set<String> PERSONAL = Set.of(
            "userName",
            "displayName",
            "nickName",
            "name",
            "profileUrl",
            "emails",
            "phoneNumbers",
            "addresses",
            "ims",
            "photos");

    /** What many people share; an administrator needs it to see why no mapping took them. */
    private static final Set<String> SHARED = Set.of("type", "primary", "country", "region");

    private final AttributePath attribute;
    private final Optional<Filter> filter;

    private CriteriaPath(Path path) {
        this.attribute = path.attribute();
        this.filter = path.filter();
    }

    static CriteriaPath stored(String text) {
        return new CriteriaPath(Path.parseAny(SchemaRegistry.standard(), ResourceType.USER, text));
    }

    /** Whether the values tell who somebody is. */
    boolean personal() {
        return attribute.schema().equals(ResourceType.USER.schema())
                && PERSONAL.contains(attribute.attribute().name())
                && !SHARED.contains(attribute.leaf().name());
    }

    /** Every value as text, in the document's order: strings as they are, booleans and numbers as JSON. */
    List<String> values(ScimResource user) {
        JsonValue top = top(user);
        if (JsonValue.NULL.equals(top)) {
            return List.of();
        }
        var found = new ArrayList<String>(4);
        if (top instanceof JsonArray elements) {
            elements.forEach(element -> collect(element, found));
        } else {
            collect(top, found);
        }
        return found;
    }

    private JsonValue top(ScimResource user) {
        if (attribute.registered()) {
            return user.value(attribute).orElse(JsonValue.NULL);
        }
        JsonValue extension = member(user.document(), attribute.schema());
        return extension instanceof JsonObject object
                ? member(object, attribute.attribute().name())
                : JsonValue.NULL;
    }

    private void collect(JsonValue element, List<String> found) {
        if (filter.isPresent() && !FilterEvaluator.matchesElement(filter.get(), element)) {
            return;
        }
        JsonValue leaf = element;
        Optional<Attribute> sub = attribute.sub();
        if (element instanceof JsonObject object) {
            leaf = member(object, sub.map(Attribute::name).orElse(VALUE));
        } else if (sub.isPresent() && !sub.get().name().equals(VALUE)) {
            return;
        }
        if (leaf instanceof JsonArray several) {
            several.forEach(one -> addText(one, found));
        } else {
            addText(leaf, found);
        }
    }

    /** Unregistered extensions keep the case in which they were sent. */
    private JsonValue member(JsonObject object, String name) {
        return object.getOrDefault(attribute.registered() ? name : JsonParts.spelled(object, name), JsonValue.NULL);
    }

    private static void addText(JsonValue value, List<String> found) {
        if (value instanceof JsonString text) {
            found.add(text.getString());
            return;
        }
        boolean simple = value instanceof JsonNumber
                || value.getValueType() == JsonValue.ValueType.TRUE
                || value.getValueType() == JsonValue.ValueType.FALSE;
        if (simple) {
            found.add(value.toString());
        }
    }
}
