package dev.usher.journal;

import static java.util.Objects.requireNonNull;

import dev.usher.tenant.TenantId;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.UUID;

/**
 * One thing that an identity provider (or somebody in its place) asked for. <b>Shape:</b> {@code subject} is the user's
 * or group's id, empty where none came to be; {@code detail} has what of {@code connection, caller, resource, mapping,
 * reason, code, leniencies, removed} applies, with names masked, and no secrets; what exceeds 4 kB is cut.
 */
public record ProvisioningEvent(
        TenantId tenant, Optional<UUID> subject, Kind kind, Outcome outcome, JsonObject detail) {
    public ProvisioningEvent {
        requireNonNull(tenant, "tenant");
        requireNonNull(subject, "subject");
        requireNonNull(kind, "kind");
        requireNonNull(outcome, "outcome");
        requireNonNull(detail, "detail");
    }
}
