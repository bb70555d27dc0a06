package dev.usher.people.store;

import dev.usher.people.Life;
import dev.usher.people.ManagedBy;
import java.time.Instant;
import java.util.UUID;

/** The narrow row of a person. {@code since} is when the life last changed. */
public record AccountRow(
        UUID id,
        int connection,
        ManagedBy managedBy,
        Life life,
        Instant since,
        Deactivation deactivation,
        Instant created,
        Instant modified,
        long version) {
    /**
     * Whether the person arrived without access and has had none yet. Not told of whom an administrator preserved
     * meanwhile.
     */
    public boolean neverActive() {
        return life.state().byIdp() && since.equals(created);
    }

    /** The first row of somebody new. */
    public static AccountRow born(UUID id, int connection, ManagedBy managedBy, Life life, Instant now) {
        return new AccountRow(id, connection, managedBy, life, now, Deactivation.NONE, now, now, 1);
    }

    /** The next version, with this life; whoever never had access has had none since the beginning, also when deleted. */
    public AccountRow next(Life nextLife, Instant now) {
        boolean still =
                nextLife.equals(life) || neverActive() && nextLife.state().byIdp();
        Instant at = still ? since : now;
        Deactivation kept = deactivation.after(life.state(), nextLife.state(), now);
        return new AccountRow(id, connection, managedBy, nextLife, at, kept, created, now, version + 1);
    }

    /** The same, kept by the identity provider behind this connection from now on. */
    public AccountRow adopted(int by) {
        return new AccountRow(id, by, ManagedBy.IDP, life, since, deactivation, created, modified, version);
    }
}
