package dev.usher.people;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** One member of a group: a user or another group. Shape: {@code display} is empty where no display name is known. */
public record Member(UUID id, boolean group, String display) {
    /** Checks. */
    public Member {
        requireNonNull(id, "id");
        requireNonNull(display, "display");
    }
}
