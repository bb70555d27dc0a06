package dev.usher.scim.message;

import dev.usher.scim.JsonParts;
import dev.usher.scim.error.ScimErrorMessage;
import dev.usher.scim.error.ScimException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/** The bulk response (RFC 7644 §3.7.3). Texts are left out where empty. */
public final class BulkMessage {
    /** URN of the message. */
    public static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:BulkResponse";

    private BulkMessage() {}

    /** What became of one that worked. */
    public static JsonObject done(String method, String bulkId, String location, String version, int status) {
        JsonObjectBuilder json = head(method, bulkId, location);
        if (!version.isEmpty()) {
            json.add("version", version);
        }
        return json.add("status", Integer.toString(status)).build();
    }

    /** What became of one that failed; the location is empty for a failed POST. */
    public static JsonObject failed(String method, String bulkId, String location, ScimException error) {
        return head(method, bulkId, location)
                .add("status", Integer.toString(error.status()))
                .add("response", ScimErrorMessage.json(error))
                .build();
    }

    /** The whole response, in the order of the request. */
    public static JsonObject response(List<JsonObject> results) {
        return JsonParts.object()
                .add("schemas", JsonParts.texts(List.of(SCHEMA)))
                .add("Operations", JsonParts.array(results))
                .build();
    }

    private static JsonObjectBuilder head(String method, String bulkId, String location) {
        JsonObjectBuilder json = JsonParts.object().add("method", method);
        if (!bulkId.isEmpty()) {
            json.add("bulkId", bulkId);
        }
        if (!location.isEmpty()) {
            json.add("location", location);
        }
        return json;
    }
}
