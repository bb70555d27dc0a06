package dev.usher.scim.message;

import static java.util.Objects.requireNonNull;

import dev.usher.scim.schema.ResourceType;
import jakarta.json.JsonObject;
import java.util.Set;

/**
 * One operation of a bulk request (RFC 7644 §3.7). Shape: {@code bulkId}, {@code id} and {@code version} are empty when
 * absent; {@code id} may be {@code bulkId:x}; {@code data} is empty on DELETE.
 */
public record BulkOperation(
        Method method, ResourceType type, String id, String bulkId, String version, String path, JsonObject data) {
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
        throw new IllegalStateException();
    }

    /** The same with references replaced by the ids that are known; unknown ones stay. */
    public BulkOperation resolved(java.util.Map<String, String> ids) {
        throw new IllegalStateException(ids.toString());
    }
}
