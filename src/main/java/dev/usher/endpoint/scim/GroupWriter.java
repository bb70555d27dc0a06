package dev.usher.endpoint.scim;

import dev.usher.people.GroupId;
import dev.usher.people.Groups;
import dev.usher.people.Member;
import dev.usher.people.StoredResource;
import dev.usher.scim.resource.Projection;
import dev.usher.scim.schema.ResourceType;
import dev.usher.tenant.Caller;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Writes groups with all their members, chunk by chunk, each a read of its own: no group is too large for the heap. */
final class GroupWriter {
    private static final int GROUPS_AT_ONCE = 50;

    private final Groups groups;
    private final Renderer renderer;
    private final Caller caller;
    private final Projection projection;

    GroupWriter(Groups groups, Renderer renderer, Projection projection) {
        this.groups = groups;
        this.renderer = renderer;
        this.caller = renderer.caller();
        this.projection = projection;
    }

    /** One group, whose document without members is the head. */
    void write(Writer out, JsonObject head, UUID id) throws IOException {
        GroupId group = new GroupId(id);
        write(out, head, id, groups.members(caller, group, Optional.empty(), Groups.MOST_MEMBERS));
    }

    /** An array of resources, the groups among them with members; the first ones of some groups come in one read. */
    void write(Writer out, List<JsonObject> heads, List<StoredResource> resources) throws IOException {
        String between = "[";
        for (int from = 0; from < resources.size(); from += GROUPS_AT_ONCE) {
            int end = Math.min(resources.size(), from + GROUPS_AT_ONCE);
            Map<UUID, List<Member>> first = groups.firstMembers(caller, ids(resources.subList(from, end)));
            for (int i = from; i < end; i++) {
                out.write(between);
                between = ",";
                UUID id = resources.get(i).id();
                write(out, heads.get(i), id, first.getOrDefault(id, List.of()));
            }
        }
        out.write(resources.isEmpty() ? "[]" : "]");
    }

    private static List<UUID> ids(List<StoredResource> resources) {
        return resources.stream()
                .filter(resource -> resource.type() == ResourceType.GROUP)
                .map(StoredResource::id)
                .toList();
    }

    private void write(Writer out, JsonObject head, UUID id, List<Member> first) throws IOException {
        String text = head.toString();
        out.write(text, 0, text.length() - 1);
        String separator = head.isEmpty() ? "\"members\":[" : ",\"members\":[";
        String end = "";
        List<Member> chunk = first;
        while (!chunk.isEmpty()) {
            for (JsonValue member : renderer.members(chunk, projection)) {
                out.write(separator);
                out.write(member.toString());
                separator = ",";
                end = "]";
            }
            chunk = next(id, chunk);
        }
        out.write(end);
        out.write("}");
    }

    private List<Member> next(UUID id, List<Member> chunk) {
        UUID last = chunk.get(chunk.size() - 1).id();
        return chunk.size() < Groups.MOST_MEMBERS
                ? List.of()
                : groups.members(caller, new GroupId(id), Optional.of(last), Groups.MOST_MEMBERS);
    }
}
