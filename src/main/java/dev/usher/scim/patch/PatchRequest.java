package dev.usher.scim.patch;

import dev.usher.scim.resource.Note;
import jakarta.json.JsonObject;
import java.util.List;

/**
 * A PATCH message (RFC 7644 §3.5.2), read but not yet understood. Cap: 1,000 operations (413). Errors: 400
 * {@code invalidSyntax} without its {@code schemas} or {@code Operations}, or for an unknown {@code op}.
 */
public record PatchRequest(List<PatchOperation> operations, List<Note> notes) {
    /** URN of the message. */
    public static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

    /** Checks and copies. */
    public PatchRequest {
        operations = List.copyOf(operations);
        notes = List.copyOf(notes);
    }

    /** The message in this JSON; keys and {@code op} in any case. */
    public static PatchRequest read(JsonObject body) {
        throw new IllegalStateException();
    }
}
