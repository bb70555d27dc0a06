package dev.usher.catalog;

import jakarta.ejb.ApplicationException;

/** More users are preserved than the licence allows, so nobody is restored; the transaction rolls back. */
@ApplicationException(rollback = true)
public final class TooManyPreserved extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyPreserved() {
        super("more users are preserved than the tenant's licence allows");
    }
}
