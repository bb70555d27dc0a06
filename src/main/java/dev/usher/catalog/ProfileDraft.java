package dev.usher.catalog;

import static java.util.Objects.requireNonNull;

import dev.usher.platform.Problem;
import java.util.OptionalLong;

/** What an administrator chooses of a profile. <b>Errors:</b> a quota below 1 byte is a 400 {@link Problem}. */
public record ProfileDraft(Label name, boolean dataLocked, OptionalLong quotaBytes) {
    public ProfileDraft {
        requireNonNull(name, "name");
        requireNonNull(quotaBytes, "quotaBytes");
        if (quotaBytes.isPresent() && quotaBytes.getAsLong() < 1) {
            throw Problem.field("quotaBytes", "A quota is at least 1 byte; leave it out or null for no limit.");
        }
    }
}
