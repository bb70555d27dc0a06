package dev.usher.scim.resource;

import dev.usher.scim.JsonParts;
import dev.usher.scim.schema.AttributePath;
import dev.usher.scim.schema.CompareKey;
import dev.usher.scim.schema.SchemaRegistry;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What of a resource goes into the value table: every indexed attribute of its schemas that has a value. */
public final class IndexedValues {
    private static final int MOST = Short.MAX_VALUE;

    private IndexedValues() {}

    /**
     * The rows in schema order; at most 32,767 elements of one attribute. Exactly one row of a path is its
     * representative: the primary element's, else the first.
     */
    public static List<IndexedValue> of(SchemaRegistry registry, ScimResource resource) {
        return of(registry.indexed(resource.type()), resource);
    }

    /** The rows of these paths alone, for an attribute that is indexed later. */
    public static List<IndexedValue> of(List<AttributePath> paths, ScimResource resource) {
        List<IndexedValue> rows = new ArrayList<>();
        for (AttributePath path : paths) {
            resource.value(path).ifPresent(value -> add(rows, path, value));
        }
        return rows;
    }

    private static void add(List<IndexedValue> rows, AttributePath path, JsonValue value) {
        List<? extends JsonValue> elements = elements(path, value);
        int first = rows.size();
        int representative = -1;
        for (int at = 0; at < elements.size() && at < MOST; at++) {
            Optional<JsonValue> part = part(path, elements.get(at));
            Optional<CompareKey> key = part.flatMap(each -> CompareKey.of(path.leaf(), each));
            if (part.isEmpty() || key.isEmpty()) {
                continue;
            }
            if (representative < 0 && Primary.isSet(elements.get(at))) {
                representative = rows.size();
            }
            CompareKey exact = path.leaf().caseExact()
                    ? key.get()
                    : CompareKey.exact(path.leaf(), part.get()).orElse(key.get());
            rows.add(new IndexedValue(path, at, false, key.get(), exact));
        }
        if (rows.size() > first) {
            int chosen = Math.max(first, representative);
            IndexedValue row = rows.get(chosen);
            rows.set(chosen, new IndexedValue(row.path(), row.ordinal(), true, row.key(), row.exact()));
        }
    }

    /** One object may have a part with several values, which then count as elements; see CustomSchemaRules. */
    private static List<? extends JsonValue> elements(AttributePath path, JsonValue value) {
        if (value instanceof JsonObject object
                && path.sub().isPresent()
                && object.get(path.leaf().name()) instanceof JsonArray several) {
            return several;
        }
        return JsonParts.elements(value);
    }

    private static Optional<JsonValue> part(AttributePath path, JsonValue element) {
        if (path.sub().isEmpty() || path.leaf().multiValued()) {
            return Optional.of(element);
        }
        return element instanceof JsonObject object
                ? Optional.ofNullable(object.get(path.leaf().name()))
                : Optional.empty();
    }
}
