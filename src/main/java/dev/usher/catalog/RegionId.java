package dev.usher.catalog;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Names a storage region within its tenant. */
public record RegionId(UUID value) {
    public RegionId {
        requireNonNull(value, "value");
    }
}
