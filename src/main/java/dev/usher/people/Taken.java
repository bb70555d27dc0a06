package dev.usher.people;

import dev.usher.platform.DuplicateRow;
import dev.usher.scim.error.ScimException;

/** Says which attribute's value is taken, by the constraint that found it; never whose it is. */
final class Taken {
    private Taken() {}

    /** 409 {@code uniqueness}; a duplicate that no client can cause is thrown on as it is. */
    static ScimException by(DuplicateRow duplicate) {
        return switch (duplicate.constraint()) {
            case "uq_user_name" ->
                ScimException.uniqueness("userName is taken by another user of this tenant", duplicate);
            case "uq_group_name" ->
                ScimException.uniqueness("displayName is taken by another group of this tenant", duplicate);
            default -> throw duplicate;
        };
    }
}
