package dev.usher.extension;

import dev.usher.extension.store.SchemaStore;
import dev.usher.tenant.Caller;
import dev.usher.tenant.VersionedCache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** This node's schema sets, of the tenants used last. */
@ApplicationScoped
class SchemaCache {
    private static final int TENANTS = 1_000;

    private final VersionedCache<SchemaSet> sets = new VersionedCache<>(TENANTS, SchemaSet::version);

    @Inject
    private SchemaStore store;

    SchemaSet set(Caller caller) {
        return sets.get(caller.tenant(), caller.versions().schema(), () -> store.load(caller.tenant()));
    }
}
