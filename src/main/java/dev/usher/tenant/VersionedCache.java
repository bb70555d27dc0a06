package dev.usher.tenant;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * One value for each tenant, kept on this node while its version stands: the caller's request brought the version with
 * its first query, so no node ever serves an older value than that. Fill it from committed rows only.
 *
 * <p>A value may be newer than a request knows, for the request may have begun before it. Where that goes on, the value may
 * be one that a failover of the database lost: it is believed for {@value #BELIEVED_SECONDS} seconds and then loaded again.
 *
 * <p><b>Shape:</b> holds the tenants used last, at most {@code capacity}. <b>Threads:</b> safe; two threads that miss
 * at once both load, and the newer value stays.
 */
public final class VersionedCache<V> {
    static final int BELIEVED_SECONDS = 10;

    private final int capacity;
    private final ToLongFunction<V> version;
    private final LongSupplier nanos;
    private final Map<TenantId, Loaded<V>> values = new LinkedHashMap<>(16, 0.75f, true);

    /** Each loading is another one, also of an equal value. */
    private static final class Loaded<V> {
        private final V value;
        private final long at;

        Loaded(V value, long at) {
            this.value = value;
            this.at = at;
        }
    }

    /** {@code version} reads the version that a value was loaded at. */
    public VersionedCache(int capacity, ToLongFunction<V> version) {
        this(capacity, version, System::nanoTime);
    }

    /** By another clock. */
    VersionedCache(int capacity, ToLongFunction<V> version, LongSupplier nanos) {
        this.capacity = capacity;
        this.version = requireNonNull(version, "version");
        this.nanos = requireNonNull(nanos, "nanos");
    }

    /** The tenant's value of at least this version, loaded when the one at hand is older. */
    public V get(TenantId tenant, long atLeast, Supplier<V> load) {
        Loaded<V> before;
        synchronized (values) {
            before = values.get(tenant);
        }
        if (before != null && serves(before, atLeast)) {
            return before.value;
        }
        var loaded = new Loaded<>(load.get(), nanos.getAsLong());
        synchronized (values) {
            Loaded<V> known = values.get(tenant);
            // What was there before the loading is no newer than what was loaded, whatever its number says.
            if (known == null || known == before || version(known) < version(loaded)) {
                values.put(tenant, loaded);
                evict();
            }
        }
        return loaded.value;
    }

    private boolean serves(Loaded<V> known, long atLeast) {
        long ahead = version(known) - atLeast;
        return ahead == 0
                || ahead > 0
                        && nanos.getAsLong() - known.at
                                < Duration.ofSeconds(BELIEVED_SECONDS).toNanos();
    }

    private long version(Loaded<V> known) {
        return version.applyAsLong(known.value);
    }

    private void evict() {
        var oldest = values.keySet().iterator();
        while (values.size() > capacity && oldest.hasNext()) {
            oldest.next();
            oldest.remove();
        }
    }
}
