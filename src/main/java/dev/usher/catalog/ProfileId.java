package dev.usher.catalog;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Names a profile within its tenant. */
public record ProfileId(UUID value) {
    public ProfileId {
        requireNonNull(value, "value");
    }
}
