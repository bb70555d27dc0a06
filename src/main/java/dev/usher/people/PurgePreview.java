package dev.usher.people;

import static java.util.Objects.requireNonNull;

import dev.usher.catalog.ProfileId;
import java.util.UUID;

/**
 * What a purge would do to one profile's preserved users. <b>Shape:</b> {@code due} would go; the others are as old but
 * stay: all where the profile is data-locked, else those under legal hold and those of an unconfirmed deactivation.
 */
public record PurgePreview(
        ProfileId profile,
        String profileName,
        long purgeAfterDays,
        long due,
        long dataLocked,
        long legalHold,
        long unconfirmed) {
    public PurgePreview {
        requireNonNull(profile, "profile");
        requireNonNull(profileName, "profileName");
    }

    /** From the counts of those old enough. */
    public static PurgePreview of(
            UUID id, String name, boolean locked, long days, long old, long held, long unconfirmed) {
        var profile = new ProfileId(id);
        return locked
                ? new PurgePreview(profile, name, days, 0, old, 0, 0)
                : new PurgePreview(profile, name, days, old - held - unconfirmed, 0, held, unconfirmed);
    }
}
