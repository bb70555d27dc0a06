package dev.usher.people;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** A group's head. <b>Shape:</b> {@code members} counts users and groups that are direct members. */
public record GroupView(GroupId id, String displayName, long members, Instant created, Instant modified) {
    public GroupView {
        requireNonNull(id, "id");
        requireNonNull(displayName, "displayName");
        requireNonNull(created, "created");
        requireNonNull(modified, "modified");
    }
}
