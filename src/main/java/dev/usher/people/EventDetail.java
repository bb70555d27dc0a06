package dev.usher.people;

import dev.usher.journal.MaskedName;
import dev.usher.scim.JsonParts;
import dev.usher.scim.error.ScimException;
import dev.usher.scim.error.ScimType;
import dev.usher.scim.resource.Note;
import dev.usher.scim.resource.ScimResource;
import dev.usher.scim.schema.ResourceType;
import dev.usher.tenant.Caller;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Collects what a provisioning event tells. People's names are masked, and what a refusal quotes. Belongs to one thread. */
final class EventDetail {
    private static final int MOST_LISTED = 30;

    private final JsonObjectBuilder detail = JsonParts.object();

    private EventDetail() {}

    static EventDetail of(Caller caller) {
        var made = new EventDetail();
        made.detail.add("connection", caller.connection()).add("caller", caller.name());
        return made;
    }

    /** Which resource it was, told apart from others by somebody who knows it. */
    EventDetail about(ScimResource resource) {
        String name = resource.type() == ResourceType.USER ? "userName" : "displayName";
        resource.text(name).ifPresent(text -> detail.add("resource", masked(text)));
        return this;
    }

    EventDetail notes(Collection<Note> notes) {
        if (!notes.isEmpty()) {
            JsonArrayBuilder list = JsonParts.array();
            notes.stream()
                    .limit(MOST_LISTED)
                    .map(note -> JsonParts.object()
                            .add("leniency", note.leniency().name())
                            .add("attribute", note.attribute()))
                    .forEach(list::add);
            detail.add("leniencies", list);
        }
        return this;
    }

    EventDetail removed(List<String> paths) {
        if (!paths.isEmpty()) {
            detail.add(
                    "removed", JsonParts.texts(paths.stream().limit(MOST_LISTED).toList()));
        }
        return this;
    }

    EventDetail mapping(String name) {
        detail.add("mapping", name);
        return this;
    }

    EventDetail move(JsonObject move) {
        detail.add("move", move);
        return this;
    }

    EventDetail code(String code) {
        detail.add("code", code);
        return this;
    }

    EventDetail members(int added, int removed) {
        detail.add("membersAdded", added).add("membersRemoved", removed);
        return this;
    }

    EventDetail accounts(List<UUID> ids) {
        detail.add(
                "accounts",
                JsonParts.texts(
                        ids.stream().limit(MOST_LISTED).map(UUID::toString).toList()));
        return this;
    }

    EventDetail refusal(ScimException refusal) {
        detail.add("status", refusal.status()).add("reason", MaskedName.within(refusal.recorded()));
        detail.add(
                "code",
                refusal.code().or(() -> refusal.scimType().map(ScimType::text)).orElse("none"));
        return this;
    }

    JsonObject build() {
        return detail.build();
    }

    static String masked(String name) {
        return MaskedName.of(ScimException.shorten(name));
    }
}
