package dev.usher.catalog;

import dev.usher.catalog.store.LicenceStore;
import dev.usher.tenant.TenantId;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/**
 * The seats of each tenant, counted with each change of a user; the tenant component makes and limits them. The row is locked last in every transaction, so call {@link #change} as its last
 * statement.
 */
@Stateless
public class Licences {
    @Inject
    private LicenceStore store;

    /** How the seats stand. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Licence of(TenantId tenant) {
        return store.find(tenant).orElseThrow(() -> new IllegalStateException("tenant without a licence row"));
    }

    /** How the seats stand, not changed by others until the transaction ends; so as late in it as {@link #change}. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public Licence lock(TenantId tenant) {
        return store.lock(tenant).orElseThrow(() -> new IllegalStateException("tenant without a licence row"));
    }

    /**
     * Adds to the three counts, in one statement. <b>Errors:</b> {@link SeatsExhausted} when {@code seats} is positive
     * and fewer are left; giving seats back is never refused.
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void change(TenantId tenant, int seats, int preserved, int visible) {
        if (!store.change(tenant, seats, preserved, visible, false)) {
            throw new SeatsExhausted();
        }
    }

    /**
     * The same for somebody who is restored. <b>Errors:</b> {@link SeatsExhausted}; {@link TooManyPreserved} while more
     * users are preserved than the licence allows.
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void restore(TenantId tenant, int seats, int preserved, int visible) {
        if (store.change(tenant, seats, preserved, visible, true)) {
            return;
        }
        if (of(tenant).tooManyPreserved()) {
            throw new TooManyPreserved();
        }
        throw new SeatsExhausted();
    }

    /**
     * The same for somebody who is preserved. True when this made the preserved users more than the licence allows, which
     * is told once and stops restores, never a deactivation.
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public boolean preserve(TenantId tenant, int seats, int preserved, int visible) {
        change(tenant, seats, preserved, visible);
        Licence after = of(tenant);
        return after.tooManyPreserved()
                && after.preserved() - preserved <= after.preservedLimit().orElse(0);
    }
}
