package dev.usher.people.store;

import dev.usher.assignment.Assignment;
import dev.usher.scim.JsonParts;
import dev.usher.scim.resource.ScimResource;

/** A person whole: the narrow row, the stored document (without {@code active}), and what was assigned. */
public record Account(AccountRow row, ScimResource document, Assignment assignment) {
    /** The document as SCIM shows it, with {@code active} from the state. */
    public ScimResource resource() {
        return document.with("active", JsonParts.bool(row.life().state().active()));
    }
}
