package dev.usher.people.store;

import static java.util.Objects.requireNonNull;

import dev.usher.people.AccountState;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * That an identity provider ended somebody's access: when, and in which wave. <b>Shape:</b> both are empty for whoever is
 * active, never was, or was preserved by an administrator; {@code batch} is empty where it was no wave.
 */
public record Deactivation(Optional<Instant> at, Optional<UUID> batch) {
    static final Deactivation NONE = new Deactivation(Optional.empty(), Optional.empty());

    public Deactivation {
        requireNonNull(at, "at");
        requireNonNull(batch, "batch");
    }

    /** What is left of it when the state changes: a deletion that follows leaves it as it is. */
    Deactivation after(AccountState past, AccountState next, Instant now) {
        if (!next.byIdp()) {
            return NONE;
        }
        return past.active() ? new Deactivation(Optional.of(now), Optional.empty()) : this;
    }
}
