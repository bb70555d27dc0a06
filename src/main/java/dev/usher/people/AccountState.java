package dev.usher.people;

import java.util.OptionalInt;

/**
 * Whether a person may use the product, and if not who decided so. Only ACTIVE is {@code active: true} for SCIM; all
 * others are preserved: access has ended, the data stays.
 */
public enum AccountState {
    ACTIVE(-1),
    /** The identity provider deactivated the user. */
    PRESERVED_BY_IDP(0),
    /** An administrator did; only an administrator ends it. */
    PRESERVED_BY_ADMIN(1),
    /** A rule of the tenant did. */
    PRESERVED_BY_POLICY(2),
    /** The identity provider deleted the user. */
    PRESERVED_BY_IDP_DELETE(3);

    private final int preserver;

    AccountState(int preserver) {
        this.preserver = preserver;
    }

    /** The state of someone whom this number preserved, as it is stored. */
    public static AccountState preservedBy(int preserver) {
        for (AccountState state : values()) {
            if (state.preserver == preserver && !state.active()) {
                return state;
            }
        }
        throw new IllegalArgumentException("nobody preserves by number " + preserver);
    }

    /** The number that is stored for who preserved; empty for an active one. */
    public OptionalInt preserver() {
        return active() ? OptionalInt.empty() : OptionalInt.of(preserver);
    }

    /** Whether the person may use the product. */
    public boolean active() {
        return this == ACTIVE;
    }

    /** Whether an identity provider ended the access. */
    public boolean byIdp() {
        return this == PRESERVED_BY_IDP || this == PRESERVED_BY_IDP_DELETE;
    }
}
