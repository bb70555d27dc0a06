package dev.usher.tenant;

import static java.util.Objects.requireNonNull;

/**
 * Who asks, for which tenant, and how fresh its caches must be: the first parameter of every operation that is made for
 * somebody.
 *
 * <p><b>Shape:</b> {@code connection} is the IdP application's number within the tenant (externalIds are scoped to it);
 * everybody who is no IdP acts on {@link #FIRST_CONNECTION}. {@code name} is what the logs show: a token's or an
 * administrator's name.
 */
public record Caller(TenantId tenant, int connection, Kind kind, String name, CacheVersions versions) {
    /** The connection that every tenant has from its beginning. */
    public static final int FIRST_CONNECTION = 1;

    public Caller {
        requireNonNull(tenant, "tenant");
        requireNonNull(kind, "kind");
        requireNonNull(name, "name");
        requireNonNull(versions, "versions");
    }

    /** What sort of caller it is. */
    public enum Kind {
        IDP,
        /** An administrator of the platform or the cloud, who may also set the data lock. */
        CLOUD_ADMINISTRATOR,
        ADMINISTRATOR,
        SERVICE,
        JOB
    }
}
