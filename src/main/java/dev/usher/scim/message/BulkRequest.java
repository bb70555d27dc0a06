package dev.usher.scim.message;

import jakarta.json.JsonObject;
import java.util.List;

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
        record Broken(String method, String bulkId, dev.usher.scim.error.ScimException refusal) implements Entry {}
    }

    /** The request in this JSON. */
    public static BulkRequest read(JsonObject body, int maxOperations) {
        throw new IllegalStateException();
    }
}
