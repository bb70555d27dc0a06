package dev.usher.catalog;

import static java.util.Objects.requireNonNull;

/** A place where users' data is kept. */
public record StorageRegion(RegionId id, String name, long version) {
    public StorageRegion {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
    }
}
