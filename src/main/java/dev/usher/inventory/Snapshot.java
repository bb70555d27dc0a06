package dev.usher.inventory;

import static java.util.Objects.requireNonNull;

import dev.usher.platform.Problem;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** The state of a device at one time, kept. <b>Errors:</b> 400 for a negative size. */
public record Snapshot(UUID key, ProductId id, String name, long sizeBytes, Instant takenAt) {
    public Snapshot {
        requireNonNull(key, "key");
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        requireNonNull(takenAt, "takenAt");
        takenAt = takenAt.truncatedTo(ChronoUnit.MICROS); // as it is kept, so that the same again is the same
        if (sizeBytes < 0) {
            throw Problem.field("sizeBytes", "A size is not negative.");
        }
    }
}
