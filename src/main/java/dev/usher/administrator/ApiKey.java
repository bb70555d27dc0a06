package dev.usher.administrator;

import static java.util.Objects.requireNonNull;

import dev.usher.tenant.TenantId;
import java.time.Instant;
import java.util.Optional;

/** A script's or the product's key to one tenant, without the secret. Without {@code expiresAt} it does not expire. */
public record ApiKey(
        ApiKeyId id,
        TenantId tenant,
        String name,
        String hint,
        Role role,
        String createdBy,
        Instant createdAt,
        Optional<Instant> expiresAt,
        Optional<Instant> endedAt,
        Optional<Instant> lastUsedAt) {
    public ApiKey {
        requireNonNull(id, "id");
        requireNonNull(tenant, "tenant");
        requireNonNull(name, "name");
        requireNonNull(hint, "hint");
        requireNonNull(role, "role");
        requireNonNull(createdBy, "createdBy");
        requireNonNull(createdAt, "createdAt");
        requireNonNull(expiresAt, "expiresAt");
        requireNonNull(endedAt, "endedAt");
        requireNonNull(lastUsedAt, "lastUsedAt");
    }

    /** Whether it opens anything at that time. */
    public boolean live(Instant now) {
        return endedAt.isEmpty() && expiresAt.map(now::isBefore).orElse(true);
    }

    /** As the endpoints know its bearer. */
    public AdminIdentity identity() {
        return new AdminIdentity(name, role, Optional.of(tenant), true);
    }
}
