package dev.usher.scim.message;

import static java.util.Objects.requireNonNull;

import dev.usher.scim.JsonParts;
import dev.usher.scim.schema.ResourceType;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One operation of a bulk request (RFC 7644 §3.7). Shape: {@code bulkId}, {@code id} and {@code version} are empty when
 * absent; {@code id} may be {@code bulkId:x}; {@code data} is empty on DELETE.
 */
public record BulkOperation(
        Method method, ResourceType type, String id, String bulkId, String version, String path, JsonObject data) {
    private static final String REFERENCE = "bulkId:";
    // In the filter of a PATCH path a reference stands in quotes, as every text there.
    private static final Pattern IN_FILTER = Pattern.compile("\"bulkId:([^\"\\\\]+)\"");

    /** HTTP methods that bulk knows. */
    public enum Method {
        POST,
        PUT,
        PATCH,
        DELETE
    }

    /** Checks. */
    public BulkOperation {
        requireNonNull(method, "method");
        requireNonNull(type, "type");
        requireNonNull(id, "id");
        requireNonNull(bulkId, "bulkId");
        requireNonNull(version, "version");
        requireNonNull(path, "path");
        requireNonNull(data, "data");
    }

    /** The bulkIds that path or data refer to, in order of appearance. */
    public Set<String> references() {
        Set<String> found = new LinkedHashSet<>();
        Consumer<String> collect = text -> {
            if (refers(text)) {
                found.add(text.substring(REFERENCE.length()));
            }
        };
        collect.accept(id);
        data.values().forEach(each -> visit(each, collect));
        if (method == Method.PATCH) {
            paths(data).forEach(each -> {
                Matcher reference = IN_FILTER.matcher(each);
                while (reference.find()) {
                    found.add(reference.group(1));
                }
            });
        }
        return found;
    }

    /** The same with references replaced by the ids that are known; unknown ones stay. */
    public BulkOperation resolved(Map<String, String> ids) {
        Function<String, String> resolve = text -> {
            String known = refers(text) ? ids.get(text.substring(REFERENCE.length())) : null;
            return known == null ? text : known;
        };
        String target = resolve.apply(id);
        String newPath = id.isEmpty() ? path : type.endpoint() + "/" + target;
        JsonObject newData = replaced(data, resolve).asJsonObject();
        boolean filtered = method == Method.PATCH
                && paths(data).stream().anyMatch(each -> IN_FILTER.matcher(each).find());
        return new BulkOperation(
                method, type, target, bulkId, version, newPath, filtered ? withPaths(newData, ids) : newData);
    }

    private static List<String> paths(JsonObject message) {
        return MessageSchemas.member(message, "Operations") instanceof JsonArray operations
                ? operations.stream()
                        .filter(JsonObject.class::isInstance)
                        .map(each -> MessageSchemas.text(each.asJsonObject(), "path"))
                        .toList()
                : List.of();
    }

    private static JsonObject withPaths(JsonObject message, Map<String, String> ids) {
        return mapped(
                message,
                "Operations",
                operations -> JsonParts.array(operations.asJsonArray().stream()
                        .map(each -> each instanceof JsonObject operation
                                ? mapped(operation, "path", path -> withPath(path, ids))
                                : each)
                        .toList()));
    }

    private static JsonValue withPath(JsonValue path, Map<String, String> ids) {
        return path instanceof JsonString text
                ? JsonParts.text(IN_FILTER
                        .matcher(text.getString())
                        .replaceAll(found -> Matcher.quoteReplacement(
                                ids.containsKey(found.group(1))
                                        ? "\"" + ids.get(found.group(1)) + "\""
                                        : found.group())))
                : path;
    }

    private static JsonObject mapped(JsonObject object, String name, UnaryOperator<JsonValue> change) {
        Map<String, JsonValue> members = new LinkedHashMap<>(object);
        members.replaceAll((key, value) -> key.equalsIgnoreCase(name) ? change.apply(value) : value);
        return JsonParts.object(members);
    }

    /**
     * The operation's data without what refers to bulkIds that are not known yet: the first half of solving a cycle,
     * whose second half applies the data whole.
     */
    public BulkOperation withoutReferences() {
        JsonObject pruned = pruned(data).asJsonObject();
        return new BulkOperation(method, type, id, bulkId, version, path, pruned);
    }

    private static boolean refers(String text) {
        return text.length() > REFERENCE.length() && text.startsWith(REFERENCE);
    }

    // Recursion is as deep as the body, which its reader has bounded.
    private static void visit(JsonValue value, Consumer<String> strings) {
        if (value instanceof JsonString text) {
            strings.accept(text.getString());
        } else if (value instanceof JsonArray array) {
            array.forEach(each -> visit(each, strings));
        } else if (value instanceof JsonObject object) {
            object.values().forEach(each -> visit(each, strings));
        }
    }

    private static JsonValue replaced(JsonValue value, Function<String, String> resolve) {
        if (value instanceof JsonString text) {
            String changed = resolve.apply(text.getString());
            return changed.equals(text.getString()) ? value : JsonParts.text(changed);
        }
        if (value instanceof JsonArray array) {
            List<JsonValue> elements = new ArrayList<>(array.size());
            array.forEach(each -> elements.add(replaced(each, resolve)));
            return JsonParts.array(elements);
        }
        if (value instanceof JsonObject object) {
            Map<String, JsonValue> members = new LinkedHashMap<>();
            object.forEach((name, each) -> members.put(name, replaced(each, resolve)));
            return JsonParts.object(members);
        }
        return value;
    }

    private static JsonValue pruned(JsonValue value) {
        if (value instanceof JsonArray array) {
            return JsonParts.array(array.stream()
                    .filter(each -> !holdsReference(each))
                    .map(BulkOperation::pruned)
                    .toList());
        }
        if (value instanceof JsonObject object) {
            Map<String, JsonValue> members = new LinkedHashMap<>();
            object.forEach((name, each) -> {
                if (!holdsReference(each)) {
                    members.put(name, pruned(each));
                }
            });
            return JsonParts.object(members);
        }
        return value;
    }

    /** A reference, or an object one of whose texts is one: half a member would be worse than none. */
    private static boolean holdsReference(JsonValue value) {
        if (value instanceof JsonString text) {
            return refers(text.getString());
        }
        return value instanceof JsonObject object
                && object.values().stream()
                        .anyMatch(each -> each instanceof JsonString text && refers(text.getString()));
    }
}
