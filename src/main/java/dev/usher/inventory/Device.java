package dev.usher.inventory;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/** A backed-up device. {@code key} is ours and sorts by the time of registration. */
public record Device(UUID key, UUID user, ProductId id, String name, Instant registeredAt, long version) {
    public Device {
        requireNonNull(key, "key");
        requireNonNull(user, "user");
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        requireNonNull(registeredAt, "registeredAt");
    }
}
