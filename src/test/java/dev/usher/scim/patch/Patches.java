package dev.usher.scim.patch;

import static dev.usher.scim.Samples.WITH_CUSTOM;
import static dev.usher.scim.Samples.json;

import dev.usher.scim.filter.FilterLimits;
import dev.usher.scim.resource.Leniency;
import dev.usher.scim.resource.Note;
import dev.usher.scim.resource.ScimResource;
import dev.usher.scim.schema.ResourceType;
import java.util.List;

/** PATCH requests in few words. */
final class Patches {
    private Patches() {}

    /** The request with these operations, written with single quotes. */
    static PatchRequest request(String... operations) {
        return PatchRequest.read(json(
                "{'schemas':['" + PatchRequest.SCHEMA + "'],'Operations':[" + String.join(",", operations) + "]}"));
    }

    static PatchPlan plan(ResourceType type, String... operations) {
        return PatchPlan.of(WITH_CUSTOM, type, request(operations), FilterLimits.USUAL);
    }

    static Patched patch(ScimResource current, String... operations) {
        return plan(current.type(), operations).apply(current);
    }

    static MemberEdits members(String... operations) {
        return plan(ResourceType.GROUP, operations).members();
    }

    static List<Leniency> leniencies(List<Note> notes) {
        return notes.stream().map(Note::leniency).distinct().toList();
    }
}
