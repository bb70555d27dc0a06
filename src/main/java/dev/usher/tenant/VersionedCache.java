package dev.usher.tenant;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * One value for each tenant, kept on this node while its version stands: the caller's request brought the version with
 * its first query, so no node ever serves an older value than that. Fill it from committed rows only.
 *
 * <p><b>Shape:</b> holds the tenants used last, at most {@code capacity}. <b>Threads:</b> safe; two threads that miss
 * at once both load, and the newer value stays.
 */
public final class VersionedCache<V> {
    private final int capacity;
    private final ToLongFunction<V> version;
    private final Map<TenantId, V> values;

    /** {@code version} reads the version that a value was loaded at. */
    public VersionedCache(int capacity, ToLongFunction<V> version) {
        this.capacity = capacity;
        this.version = requireNonNull(version, "version");
        this.values = new LinkedHashMap<>(16, 0.75f, true);
    }

    /** The tenant's value of at least this version, loaded when the one at hand is older. */
    public V get(TenantId tenant, long atLeast, Supplier<V> load) {
        synchronized (values) {
            V known = values.get(tenant);
            if (known != null && version.applyAsLong(known) >= atLeast) {
                return known;
            }
        }
        V loaded = load.get();
        synchronized (values) {
            V known = values.get(tenant);
            if (known == null || version.applyAsLong(known) < version.applyAsLong(loaded)) {
                values.put(tenant, loaded);
                evict();
            }
        }
        return loaded;
    }

    private void evict() {
        var oldest = values.keySet().iterator();
        while (values.size() > capacity && oldest.hasNext()) {
            oldest.next();
            oldest.remove();
        }
    }
}
