package dev.usher.journal;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/** An event as it stands in the log. */
public record RecordedEvent(UUID id, ProvisioningEvent event) {
    public RecordedEvent {
        requireNonNull(id, "id");
        requireNonNull(event, "event");
    }

    /** When it was recorded, in milliseconds. */
    public Instant at() {
        return EventTime.of(id);
    }
}
