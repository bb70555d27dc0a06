package dev.usher.administrator;

import static java.util.Objects.requireNonNull;

import dev.usher.tenant.TenantId;
import java.time.Instant;
import java.util.Optional;

/** A person at the console, without the password. {@code tenant} is empty exactly for platform administrators. */
public record Administrator(
        AdministratorId id,
        Optional<TenantId> tenant,
        String name,
        Optional<String> email,
        Role role,
        boolean disabled,
        Optional<Instant> lockedUntil,
        Optional<Instant> lastSignInAt,
        Instant createdAt,
        long version) {
    public Administrator {
        requireNonNull(id, "id");
        requireNonNull(tenant, "tenant");
        requireNonNull(name, "name");
        requireNonNull(email, "email");
        requireNonNull(role, "role");
        requireNonNull(lockedUntil, "lockedUntil");
        requireNonNull(lastSignInAt, "lastSignInAt");
        requireNonNull(createdAt, "createdAt");
    }

    /** As the endpoints know this one. */
    public AdminIdentity identity() {
        return new AdminIdentity(name, role, tenant, false);
    }
}
