package dev.usher.mapping;

import dev.usher.mapping.store.MappingStore;
import dev.usher.tenant.Caller;
import dev.usher.tenant.VersionedCache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** This node's orders, of the tenants used last. */
@ApplicationScoped
class OrderCache {
    private static final int TENANTS = 1_000;

    private final VersionedCache<MappingOrder> orders = new VersionedCache<>(TENANTS, MappingOrder::version);

    @Inject
    private MappingStore store;

    MappingOrder order(Caller caller) {
        return orders.get(caller.tenant(), caller.versions().order(), () -> store.load(caller.tenant()));
    }
}
