package dev.usher.scim.patch;

import dev.usher.scim.filter.FilterLimits;
import dev.usher.scim.resource.Note;
import dev.usher.scim.resource.ScimResource;
import dev.usher.scim.schema.ResourceType;
import dev.usher.scim.schema.SchemaRegistry;
import java.util.List;

/**
 * A PATCH understood (RFC 7644 §3.5.2): attribute edits, to be applied to the document at once or not at all, and apart
 * from them a group's member edits, which need no document. Errors: 400 {@code invalidPath}, {@code invalidFilter},
 * {@code noTarget}, {@code mutability}, {@code invalidValue}, and {@code tooMany} beyond the request's {@link PatchBudget}.
 */
public final class PatchPlan {
    private final SchemaRegistry registry;
    private final List<AttributeEdit> edits;
    private final MemberEdits members;
    private final List<Note> notes;
    private final PatchBudget budget;

    private PatchPlan(SchemaRegistry registry, PatchReading reading, PatchBudget budget) {
        this.registry = registry;
        this.edits = List.copyOf(reading.edits());
        this.members = reading.members();
        this.notes = List.copyOf(reading.notes().list());
        this.budget = budget;
    }

    /** The plan for a request, anew for each try of its transaction: the budget begins with it. */
    public static PatchPlan of(SchemaRegistry registry, ResourceType type, PatchRequest request, FilterLimits limits) {
        PatchReading reading = new PatchReading(registry, type, limits);
        reading.notes().addAll(request.notes());
        request.operations().forEach(reading::take);
        return new PatchPlan(registry, reading, request.budget().renewed());
    }

    /** The steps on a group's members; empty for users. */
    public MemberEdits members() {
        return members;
    }

    /** Whether {@link #apply} could change anything. */
    public boolean editsAttributes() {
        return !edits.isEmpty();
    }

    /** What was forgiven while planning; {@link #apply} repeats these with its own. */
    public List<Note> notes() {
        return notes;
    }

    /** The resource with every attribute edit done, in order; {@code members} is left as it is. */
    public Patched apply(ScimResource current) {
        Patching patching = new Patching(registry, current, budget);
        patching.notes().addAll(notes);
        edits.forEach(patching::take);
        ScimResource result = patching.result();
        boolean changed = !result.document().equals(current.document());
        return new Patched(changed ? result : current, changed, patching.notes().list());
    }
}
