package dev.usher.people.store;

import dev.usher.scim.resource.ScimResource;
import java.time.Instant;
import java.util.UUID;

/** A group's head row: its document without members, and how many members it has (users and groups). */
public record GroupRow(
        UUID id,
        int connection,
        ScimResource document,
        long memberCount,
        Instant created,
        Instant modified,
        long version) {
    /** The first row of a new group. */
    public static GroupRow born(UUID id, int connection, ScimResource document, long members, Instant now) {
        return new GroupRow(id, connection, document, members, now, now, 1);
    }

    /** The next version. */
    public GroupRow next(ScimResource nextDocument, long nextMembers, Instant now) {
        return new GroupRow(id, connection, nextDocument, nextMembers, created, now, version + 1);
    }
}
