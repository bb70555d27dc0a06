package dev.usher.administrator;

import static java.util.Objects.requireNonNull;

import dev.usher.tenant.TenantId;
import java.util.Optional;

/**
 * Who stands at the admin API. {@code tenant} is empty exactly for those who may act on every tenant; {@code apiKey}
 * tells a script's key from a person.
 */
public record AdminIdentity(String name, Role role, Optional<TenantId> tenant, boolean apiKey) {
    public AdminIdentity {
        requireNonNull(name, "name");
        requireNonNull(role, "role");
        requireNonNull(tenant, "tenant");
        if (tenant.isEmpty() != (role == Role.PLATFORM_ADMINISTRATOR)) {
            throw new IllegalArgumentException("only platform administrators stand above the tenants");
        }
    }

    /** How the audit trail names this one. */
    public String actor() {
        return apiKey ? "key:" + name : name;
    }
}
