package dev.usher.tenant;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** A customer's account as it stands. {@code managementAt} is when the user management was last chosen. */
public record Tenant(
        TenantId id,
        String name,
        String displayName,
        UserManagement management,
        Instant managementAt,
        boolean provisioningApi,
        Reclassify reclassify,
        CacheVersions versions,
        Instant createdAt,
        long version) {
    public Tenant {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        requireNonNull(displayName, "displayName");
        requireNonNull(management, "management");
        requireNonNull(managementAt, "managementAt");
        requireNonNull(reclassify, "reclassify");
        requireNonNull(versions, "versions");
        requireNonNull(createdAt, "createdAt");
    }
}
