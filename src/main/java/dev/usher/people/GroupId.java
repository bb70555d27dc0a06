package dev.usher.people;

import static java.util.Objects.requireNonNull;

import dev.usher.scim.error.ScimException;
import java.util.UUID;

/** A group's SCIM {@code id}. */
public record GroupId(UUID value) {
    /** Checks. */
    public GroupId {
        requireNonNull(value, "value");
    }

    /** The id in a path; what is no id of ours is 404, as an id that nobody has. */
    public static GroupId parse(String text) {
        return Ids.parse(text).map(GroupId::new).orElseThrow(() -> unknown(text));
    }

    static ScimException unknown(String id) {
        return ScimException.notFound("there is no group '" + ScimException.shorten(id) + "'");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
