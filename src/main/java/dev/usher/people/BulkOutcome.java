package dev.usher.people;

import static java.util.Objects.requireNonNull;

import dev.usher.scim.error.ScimException;
import dev.usher.scim.message.BulkRequest;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What became of one operation of a bulk request (RFC 7644 §3.7.3). Shape: {@code id} is empty where there is no
 * resource, as after a POST that failed; {@code version} is empty after DELETE and failures. An error may come with an
 * {@code id}: then the resource is there, but not as it was asked for.
 */
public record BulkOutcome(
        BulkRequest.Entry entry, String id, OptionalLong version, int status, Optional<ScimException> error) {
    /** Checks. */
    public BulkOutcome {
        requireNonNull(entry, "entry");
        requireNonNull(id, "id");
        requireNonNull(version, "version");
        requireNonNull(error, "error");
    }

    /** Whether the operation was done. */
    public boolean done() {
        return error.isEmpty() && entry instanceof BulkRequest.Entry.Ready;
    }
}
