package dev.usher.catalog;

import static java.util.Objects.requireNonNull;

import java.util.OptionalLong;

/**
 * A named backup configuration. <b>Shape:</b> without {@code quotaBytes} its users have no limit, unless their mapping
 * sets one; without {@code purgeAfterDays} its preserved users are kept until somebody purges them. A {@code dataLocked} one stays so for ever.
 */
public record Profile(
        ProfileId id,
        String name,
        boolean dataLocked,
        OptionalLong quotaBytes,
        OptionalLong purgeAfterDays,
        long version) {
    public Profile {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        requireNonNull(quotaBytes, "quotaBytes");
        requireNonNull(purgeAfterDays, "purgeAfterDays");
    }

    /** What an administrator may choose of it. */
    public ProfileDraft draft() {
        return new ProfileDraft(new Label(name), dataLocked, quotaBytes, purgeAfterDays);
    }
}
