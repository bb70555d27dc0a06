package dev.usher.inventory;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** What the users of one profile or storage region have stored. */
public record UsageOf(UUID id, String name, Usage usage) {
    public UsageOf {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        requireNonNull(usage, "usage");
    }
}
