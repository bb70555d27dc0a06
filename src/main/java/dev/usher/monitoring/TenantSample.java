package dev.usher.monitoring;

import static java.util.Objects.requireNonNull;

import dev.usher.tenant.Tenant;
import dev.usher.tenant.TenantCounts;
import java.time.Instant;
import java.util.Optional;

/** A tenant as it stood a moment ago; {@code tokenExpiry} is that of its last live token. */
public record TenantSample(Tenant tenant, TenantCounts counts, int mappings, Optional<Instant> tokenExpiry) {
    public TenantSample {
        requireNonNull(tenant, "tenant");
        requireNonNull(counts, "counts");
        requireNonNull(tokenExpiry, "tokenExpiry");
    }
}
