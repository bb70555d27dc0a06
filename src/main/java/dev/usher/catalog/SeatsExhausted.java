package dev.usher.catalog;

import jakarta.ejb.ApplicationException;

/** No seat was left; nothing was counted, and the transaction rolls back. */
@ApplicationException(rollback = true)
public final class SeatsExhausted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SeatsExhausted() {
        super("every seat of the tenant's licence is used");
    }
}
