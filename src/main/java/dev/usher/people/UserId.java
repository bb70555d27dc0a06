package dev.usher.people;

import static java.util.Objects.requireNonNull;

import dev.usher.scim.error.ScimException;
import java.util.UUID;

/** A person's id for ever, and the SCIM {@code id} of the user while SCIM sees one. */
public record UserId(UUID value) {
    /** Checks. */
    public UserId {
        requireNonNull(value, "value");
    }

    /** The id in a path; what is no id of ours is 404, as an id that nobody has. */
    public static UserId parse(String text) {
        return Ids.parse(text).map(UserId::new).orElseThrow(() -> unknown(text));
    }

    static ScimException unknown(String id) {
        return ScimException.notFound("there is no user '" + ScimException.shorten(id) + "'");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
