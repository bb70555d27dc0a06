package dev.usher.scim.patch;

import dev.usher.scim.resource.Note;
import dev.usher.scim.resource.ScimResource;
import dev.usher.scim.schema.ResourceType;
import dev.usher.scim.schema.SchemaRegistry;
import java.util.List;

/**
 * A PATCH understood (RFC 7644 §3.5.2): attribute edits, to be applied to the document at once or not at all, and apart
 * from them a group's member edits, which need no document. Errors: 400 {@code invalidPath}, {@code invalidFilter},
 * {@code noTarget}, {@code mutability}, {@code invalidValue}. Immutable.
 */
public final class PatchPlan {
    private PatchPlan() {}


    /** The plan for a request. */
    public static PatchPlan of(SchemaRegistry registry, ResourceType type, PatchRequest request) {
        throw new IllegalStateException();
    }

    /** The steps on a group's members; empty for users. */
    public MemberEdits members() {
        throw new IllegalStateException();
    }

    /** Whether {@link #apply} could change anything. */
    public boolean editsAttributes() {
        throw new IllegalStateException();
    }

    /** What was forgiven while planning. */
    public List<Note> notes() {
        throw new IllegalStateException();
    }

    /** The resource with every attribute edit done, in order; {@code members} is left as it is. */
    public Patched apply(ScimResource current) {
        throw new IllegalStateException();
    }
}
