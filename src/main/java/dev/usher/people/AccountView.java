package dev.usher.people;

import static java.util.Objects.requireNonNull;

import dev.usher.assignment.Assignment;
import dev.usher.scim.resource.ScimResource;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * A person as administrators see one, visible to SCIM or not. <b>Shape:</b> {@code since} is when the life last changed;
 * {@code mappingName} is empty where an administrator gave the assignment; {@code quotaBytes} is the quota that holds.
 */
public record AccountView(
        UserId id,
        Life life,
        ManagedBy managedBy,
        Instant since,
        Instant created,
        Instant modified,
        long version,
        ScimResource resource,
        Assigned assigned) {
    /** What the person was given, with names. */
    public record Assigned(
            Assignment assignment, String profileName, String regionName, String mappingName, OptionalLong quotaBytes) {
        /** Checks. */
        public Assigned {
            requireNonNull(assignment, "assignment");
            requireNonNull(quotaBytes, "quotaBytes");
        }
    }

    /** Checks. */
    public AccountView {
        requireNonNull(id, "id");
        requireNonNull(life, "life");
        requireNonNull(resource, "resource");
        requireNonNull(assigned, "assigned");
    }
}
