package dev.usher.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class VersionedCacheTest {
    private static final TenantId ONE = new TenantId(1);

    private final VersionedCache<Long> cache = new VersionedCache<>(2, Long::longValue);

    @Test
    void keepsAValueWhileItsVersionStands() {
        var loads = new AtomicInteger();

        cache.get(ONE, 5, () -> (long) 4 + loads.incrementAndGet());
        Long again = cache.get(ONE, 5, () -> (long) 4 + loads.incrementAndGet());

        assertThat(again).isEqualTo(5);
        assertThat(loads).hasValue(1);
    }

    @Test
    void loadsAgainForANewerVersionOnly() {
        cache.get(ONE, 5, () -> 5L);

        assertThat(cache.get(ONE, 6, () -> 6L)).isEqualTo(6);
        assertThat(cache.get(ONE, 5, () -> 99L)).isEqualTo(6);
    }

    @Test
    void aSlowReaderNeverPutsAnOlderValueBack() {
        cache.get(ONE, 1, () -> {
            cache.get(ONE, 3, () -> 3L);
            return 1L;
        });

        assertThat(cache.get(ONE, 1, () -> 99L)).isEqualTo(3);
    }

    @Test
    void forgetsTheTenantUsedLongestAgo() {
        cache.get(ONE, 1, () -> 1L);
        cache.get(new TenantId(2), 1, () -> 1L);
        cache.get(ONE, 1, () -> 99L);
        cache.get(new TenantId(3), 1, () -> 1L);

        assertThat(cache.get(ONE, 1, () -> 99L)).isEqualTo(1);
        assertThat(cache.get(new TenantId(2), 1, () -> 42L)).isEqualTo(42);
    }
}
