package dev.usher.tenant;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** What an administrator changes of a tenant; empty keeps what is there. */
public record TenantChange(
        Optional<String> displayName, Optional<Boolean> provisioningApi, Optional<Reclassify> reclassify) {
    public TenantChange {
        requireNonNull(displayName, "displayName");
        requireNonNull(provisioningApi, "provisioningApi");
        requireNonNull(reclassify, "reclassify");
    }
}
