package dev.usher.people;

import static java.util.Objects.requireNonNull;

import dev.usher.assignment.MappingId;
import dev.usher.catalog.ProfileId;
import java.util.Optional;
import java.util.Set;

/**
 * Which users an administrator looks for. <b>Shape:</b> {@code text} begins their user name (also a deleted user's former
 * one), display name, given or family name or an e-mail address, in any case, or is their id; blank for all.
 * {@code states} empty for all.
 */
public record AccountQuery(
        String text, Set<AccountState> states, Optional<ProfileId> profile, Optional<MappingId> mapping) {
    /** Copies. */
    public AccountQuery {
        text = text.strip();
        states = Set.copyOf(states);
        requireNonNull(profile, "profile");
        requireNonNull(mapping, "mapping");
    }
}
