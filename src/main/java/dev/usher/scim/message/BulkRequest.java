package dev.usher.scim.message;

import static dev.usher.scim.error.ScimException.invalidPath;
import static dev.usher.scim.error.ScimException.invalidSyntax;
import static dev.usher.scim.error.ScimException.invalidValue;
import static dev.usher.scim.error.ScimException.shorten;

import dev.usher.scim.error.ScimException;
import dev.usher.scim.message.BulkOperation.Method;
import dev.usher.scim.schema.ResourceType;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A bulk request (RFC 7644 §3.7). {@code failOnErrors} 0 means never stop. An operation that cannot be understood keeps
 * its place as a {@link Entry.Broken} one and fails alone. Errors: 400 {@code invalidSyntax} without {@code schemas} or
 * {@code Operations}; 413 over the number of operations.
 */
public record BulkRequest(int failOnErrors, List<Entry> entries) {
    /** URN of the message. */
    public static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:BulkRequest";

    /** Copies. */
    public BulkRequest {
        entries = List.copyOf(entries);
    }

    /** One place in the request: an operation, or why it is none. */
    public sealed interface Entry {
        /** An operation that can be tried. */
        record Ready(BulkOperation operation) implements Entry {}

        /** An operation that is refused before it is tried; the texts are echoed. */
        record Broken(String method, String bulkId, ScimException refusal) implements Entry {}
    }

    /** The request in this JSON. */
    public static BulkRequest read(JsonObject body, int maxOperations) {
        return read(body, maxOperations, "");
    }

    /** The same where operations may also be addressed below this base, without a slash at its end. */
    public static BulkRequest read(JsonObject body, int maxOperations, String base) {
        if (!MessageSchemas.names(body, SCHEMA)) {
            throw invalidSyntax("a bulk message has '" + SCHEMA + "' in its 'schemas'");
        }
        if (!(MessageSchemas.member(body, "Operations") instanceof JsonArray sent)) {
            throw invalidSyntax("a bulk message has an array 'Operations'");
        }
        if (sent.size() > maxOperations) {
            throw ScimException.payloadTooLarge("a bulk message has at most " + maxOperations + " operations");
        }
        List<Entry> entries = new ArrayList<>(sent.size());
        Set<String> bulkIds = new HashSet<>();
        for (JsonValue each : sent) {
            if (!(each instanceof JsonObject operation)) {
                throw invalidSyntax("'Operations' holds something that is no object");
            }
            entries.add(entry(operation, bulkIds, base));
        }
        return new BulkRequest(failOnErrors(body), entries);
    }

    private static int failOnErrors(JsonObject body) {
        JsonValue sent = MessageSchemas.member(body, "failOnErrors");
        if (JsonValue.NULL.equals(sent)) {
            return 0;
        }
        if (sent instanceof JsonNumber number && whole(number.bigDecimalValue())) {
            BigDecimal most = BigDecimal.valueOf(Integer.MAX_VALUE);
            return number.bigDecimalValue().min(most).intValue();
        }
        throw invalidValue("'failOnErrors' takes a number of errors");
    }

    /** An integer is one by its value (RFC 7643 §2.3.4): 1.0 is. */
    private static boolean whole(BigDecimal number) {
        return number.signum() >= 0 && number.stripTrailingZeros().scale() <= 0;
    }

    private static Entry entry(JsonObject json, Set<String> bulkIds, String base) {
        String method = MessageSchemas.text(json, "method");
        String bulkId = MessageSchemas.text(json, "bulkId");
        try {
            BulkOperation operation = operation(json, method, bulkId, base);
            if (!bulkId.isEmpty() && !bulkIds.add(bulkId)) {
                throw invalidValue("bulkId '" + shorten(bulkId) + "' stands twice");
            }
            return new Entry.Ready(operation);
        } catch (ScimException refusal) {
            return new Entry.Broken(shorten(method), bulkId, refusal);
        }
    }

    private static BulkOperation operation(JsonObject json, String methodText, String bulkId, String base) {
        Method method = method(methodText);
        String path = MessageSchemas.text(json, "path").trim();
        List<String> steps = steps(path, base);
        ResourceType type = (steps.isEmpty() ? Optional.<ResourceType>empty() : ResourceType.at(steps.get(0)))
                .orElseThrow(() -> invalidPath("'" + shorten(path) + "' is no path to users or groups"));
        String id = steps.size() > 1 ? steps.get(1) : "";
        if (steps.size() > 2 || (method == Method.POST) != id.isEmpty()) {
            throw invalidPath("'" + shorten(path) + "' is no path for " + method);
        }
        if (method == Method.POST && bulkId.isEmpty()) {
            throw invalidValue("POST needs a 'bulkId'");
        }
        JsonValue data = MessageSchemas.member(json, "data");
        if (method != Method.DELETE && !(data instanceof JsonObject)) {
            throw invalidSyntax(method + " needs 'data'");
        }
        JsonObject body = data instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
        return new BulkOperation(method, type, id, bulkId, MessageSchemas.text(json, "version"), path, body);
    }

    /** As the address of a request is forgiven: our own base, {@code /v2}, slashes too many, a query. */
    private static List<String> steps(String path, String base) {
        boolean ours = !base.isEmpty() && path.regionMatches(true, 0, base, 0, base.length());
        String below = ours ? path.substring(base.length()) : path;
        int query = below.indexOf('?');
        List<String> steps = new ArrayList<>();
        for (String each : (query < 0 ? below : below.substring(0, query)).split("/")) {
            if (!each.isEmpty()) {
                steps.add(each);
            }
        }
        if (!steps.isEmpty() && steps.get(0).equalsIgnoreCase("v2")) {
            steps.remove(0);
        }
        return steps;
    }

    private static Method method(String text) {
        for (Method each : Method.values()) {
            if (each.name().equals(text.toUpperCase(Locale.ROOT))) {
                return each;
            }
        }
        throw invalidSyntax("'" + shorten(text) + "' is no 'method': POST, PUT, PATCH, DELETE are");
    }
}
