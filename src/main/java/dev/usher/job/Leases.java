package dev.usher.job;

import dev.usher.job.store.LeaseStore;
import dev.usher.platform.DuplicateRow;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Leases by the database's clock, so that nodes whose clocks differ agree. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Leases {
    private static final String NODE = UUID.randomUUID().toString();

    @Inject
    private LeaseStore store;

    /** Takes a lease that nobody holds; empty when somebody does. */
    public Optional<Lease> take(String name, Duration length) {
        if (store.exists(name)) {
            return store.take(name, NODE, length).map(fence -> new Lease(name, NODE, fence));
        }
        try {
            store.insert(name, NODE, length);
            return Optional.of(new Lease(name, NODE, 1));
        } catch (DuplicateRow e) {
            return Optional.empty(); // another node was first
        }
    }

    /** Whether somebody held it once, and nobody has for longer than that. */
    public boolean endedBefore(String name, Duration ago) {
        return store.endedBefore(name, ago);
    }

    /** Keeps a lease for as long again; false when it was lost. */
    public boolean renew(Lease lease, Duration length) {
        return store.renew(lease.name(), lease.owner(), lease.fence(), length);
    }

    /** Gives a lease back. */
    public void release(Lease lease) {
        store.renew(lease.name(), lease.owner(), lease.fence(), Duration.ZERO);
    }
}
