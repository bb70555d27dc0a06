package dev.usher.tenant;

/**
 * The number of a tenant, the first part of every key. Numbers of tenants begin with 1; {@link #PLATFORM} owns only the
 * audit trail of acts that concern no single tenant.
 */
public record TenantId(int number) {
    /** Nobody's: the audit trail of platform administrators. */
    public static final TenantId PLATFORM = new TenantId(0);

    public TenantId {
        if (number < 0) {
            throw new IllegalArgumentException("a tenant's number is not negative");
        }
    }
}
