package dev.usher.scim.patch;

import static dev.usher.scim.error.ScimException.invalidSyntax;

import dev.usher.scim.error.ScimException;
import dev.usher.scim.patch.PatchOperation.Kind;
import dev.usher.scim.resource.Leniency;
import dev.usher.scim.resource.Note;
import dev.usher.scim.resource.Notes;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A PATCH message (RFC 7644 §3.5.2), read but not yet understood. Cap: 1,000 operations (413). Errors: 400
 * {@code invalidSyntax} without its {@code schemas} or {@code Operations}, or for an unknown {@code op}.
 */
public record PatchRequest(List<PatchOperation> operations, List<Note> notes, PatchBudget.Share budget) {
    /** URN of the message. */
    public static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

    private static final int MOST = 1_000;

    /** Copies. */
    public PatchRequest {
        operations = List.copyOf(operations);
        notes = List.copyOf(notes);
    }

    /** The message in this JSON; keys and {@code op} in any case. */
    public static PatchRequest read(JsonObject body) {
        return read(body, PatchBudget.ofOne());
    }

    /** One of several in a bulk request, which share their work. */
    public static PatchRequest read(JsonObject body, PatchBudget budget) {
        if (!names(member(body, "schemas"), SCHEMA)) {
            throw invalidSyntax("a PATCH message has '" + SCHEMA + "' in its 'schemas'");
        }
        if (!(member(body, "Operations") instanceof JsonArray sent)) {
            throw invalidSyntax("a PATCH message has an array 'Operations'");
        }
        if (sent.size() > MOST) {
            throw ScimException.payloadTooLarge("a PATCH message has at most " + MOST + " operations");
        }
        Notes notes = new Notes();
        if (sent.isEmpty()) {
            notes.add(Leniency.EMPTY_OPERATIONS, "Operations");
        }
        List<PatchOperation> operations = new ArrayList<>(sent.size());
        for (JsonValue each : sent) {
            if (!(each instanceof JsonObject operation)) {
                throw invalidSyntax("'Operations' holds something that is no object");
            }
            operations.add(operation(operation, notes));
        }
        return new PatchRequest(operations, notes.list(), budget.share());
    }

    private static PatchOperation operation(JsonObject json, Notes notes) {
        Kind kind = kind(member(json, "op"), notes);
        JsonValue path = member(json, "path");
        if (!JsonValue.NULL.equals(path) && !(path instanceof JsonString)) {
            throw ScimException.invalidPath("'path' takes a string");
        }
        boolean hasValue = json.keySet().stream().anyMatch("value"::equalsIgnoreCase);
        if (kind != Kind.REMOVE && !hasValue) {
            throw ScimException.invalidValue("'" + kind.name().toLowerCase(Locale.ROOT) + "' needs a 'value'");
        }
        String text = path instanceof JsonString string ? string.getString().trim() : "";
        return new PatchOperation(kind, text, member(json, "value"));
    }

    private static Kind kind(JsonValue op, Notes notes) {
        if (op instanceof JsonString text) {
            for (Kind each : Kind.values()) {
                if (each.name().equalsIgnoreCase(text.getString())) {
                    if (!each.name().toLowerCase(Locale.ROOT).equals(text.getString())) {
                        notes.add(Leniency.OPERATION_CASE, each.name().toLowerCase(Locale.ROOT));
                    }
                    return each;
                }
            }
            throw invalidSyntax(
                    "'" + ScimException.shorten(text.getString()) + "' is no 'op': add, replace, remove are");
        }
        throw invalidSyntax("each operation has an 'op': add, replace or remove");
    }

    private static boolean names(JsonValue schemas, String urn) {
        return schemas instanceof JsonArray array
                && array.stream()
                        .anyMatch(each -> each instanceof JsonString text
                                && text.getString().equalsIgnoreCase(urn));
    }

    /** A member by its name in any case; JSON's null when it is not there. */
    private static JsonValue member(JsonObject object, String name) {
        JsonValue exact = object.get(name);
        if (exact != null) {
            return exact;
        }
        for (Map.Entry<String, JsonValue> each : object.entrySet()) {
            if (each.getKey().equalsIgnoreCase(name)) {
                return each.getValue();
            }
        }
        return JsonValue.NULL;
    }
}
