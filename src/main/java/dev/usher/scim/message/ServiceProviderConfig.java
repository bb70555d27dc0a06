package dev.usher.scim.message;

import jakarta.json.JsonObject;

/** What the server can do and how much (RFC 7643 §5, RFC 9865 §4). Sizes in bytes, the cursor's life in seconds. */
public record ServiceProviderConfig(
        String documentationUri,
        boolean patch,
        boolean bulk,
        int bulkMaxOperations,
        long bulkMaxPayloadSize,
        int filterMaxResults,
        boolean changePassword,
        boolean sort,
        boolean etag,
        boolean cursor,
        boolean index,
        int defaultPageSize,
        int maxPageSize,
        int cursorTimeout) {
    /** The document; {@code base} is the absolute SCIM base without a slash at its end. */
    public JsonObject json(String base) {
        throw new IllegalStateException();
    }
}
