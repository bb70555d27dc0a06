package dev.usher.audit;

import static java.util.Objects.requireNonNull;

import dev.usher.tenant.TenantId;

/** An act was added to a tenant's chain, which ends there now; fired in the act's transaction. */
public record ChainMoved(TenantId tenant, ChainEnd end) {
    public ChainMoved {
        requireNonNull(tenant, "tenant");
        requireNonNull(end, "end");
    }
}
