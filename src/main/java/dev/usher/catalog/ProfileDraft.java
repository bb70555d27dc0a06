package dev.usher.catalog;

import static java.util.Objects.requireNonNull;

import dev.usher.platform.Problem;
import java.util.OptionalLong;

/**
 * What an administrator chooses of a profile. <b>Errors:</b> a quota below 1 byte, or a purge after less than a day or
 * more than a hundred years, is a 400 {@link Problem}.
 */
public record ProfileDraft(Label name, boolean dataLocked, OptionalLong quotaBytes, OptionalLong purgeAfterDays) {
    private static final long MOST_DAYS = 36_500;

    public ProfileDraft {
        requireNonNull(name, "name");
        requireNonNull(quotaBytes, "quotaBytes");
        requireNonNull(purgeAfterDays, "purgeAfterDays");
        if (quotaBytes.isPresent() && quotaBytes.getAsLong() < 1) {
            throw Problem.field("quotaBytes", "A quota is at least 1 byte; leave it out or null for no limit.");
        }
        if (purgeAfterDays.orElse(1) < 1 || purgeAfterDays.orElse(1) > MOST_DAYS) {
            throw Problem.field(
                    "purgeAfterDays", "Preserved users are purged after 1 to " + MOST_DAYS + " days; null is never.");
        }
    }
}
