package dev.usher.scim.message;

import dev.usher.scim.error.ScimException;
import jakarta.json.JsonObject;
import java.util.List;

/** The bulk response (RFC 7644 §3.7.3). Texts are left out where empty. */
public final class BulkMessage {
    /** URN of the message. */
    public static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:BulkResponse";

    private BulkMessage() {}

    /** What became of one that worked. */
    public static JsonObject done(String method, String bulkId, String location, String version, int status) {
        throw new IllegalStateException();
    }

    /** What became of one that failed; the location is empty for a failed POST. */
    public static JsonObject failed(String method, String bulkId, String location, ScimException error) {
        throw new IllegalStateException();
    }

    /** The whole response, in the order of the request. */
    public static JsonObject response(List<JsonObject> results) {
        throw new IllegalStateException();
    }
}
