package dev.usher.people;

import java.util.Optional;
import java.util.UUID;

/** Reads ids that clients send back. */
final class Ids {
    private static final int TEXT_LENGTH = 36;

    private Ids() {}

    /** Empty for anything but the 36 characters of a UUID: {@code UUID.fromString} alone also takes {@code 1-1-1-1-1}. */
    static Optional<UUID> parse(String text) {
        if (text.length() != TEXT_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            // Not an id of ours; callers say 404 or 400 by where it stood.
            return Optional.empty();
        }
    }
}
