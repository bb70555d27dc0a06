package dev.usher.people;

/**
 * Whether a person may use the product, and if not who decided so. Only ACTIVE is {@code active: true} for SCIM; all
 * others are preserved: access has ended, the data stays. The order of constants is stored.
 */
public enum AccountState {
    ACTIVE,
    /** The identity provider deactivated the user. */
    PRESERVED_BY_IDP,
    /** An administrator did; only an administrator ends it. */
    PRESERVED_BY_ADMIN,
    /** A rule of the tenant did. */
    PRESERVED_BY_POLICY,
    /** The identity provider deleted the user. */
    PRESERVED_BY_IDP_DELETE;

    /** Whether the person may use the product. */
    public boolean active() {
        return this == ACTIVE;
    }
}
