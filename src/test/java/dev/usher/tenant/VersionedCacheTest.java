package dev.usher.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
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

    /** A request that began before the value did is served by it, and does not take it away from others. */
    @Test
    void loadsOnceInAWhileForWhoKnowsAnOlderVersion() {
        var now = new AtomicLong();
        var slow = new VersionedCache<Long>(2, Long::longValue, now::get);
        var loads = new AtomicInteger();
        slow.get(ONE, 6, () -> 6L);

        for (int seconds = 0; seconds < 3 * VersionedCache.BELIEVED_SECONDS; seconds++) {
            Long found = slow.get(ONE, 5, () -> loads.incrementAndGet() > 0 ? 6L : 0L);
            assertThat(found).isEqualTo(6);
            now.addAndGet(Duration.ofSeconds(1).toNanos());
        }

        assertThat(loads).hasValue(2);
        assertThat(slow.get(ONE, 6, () -> 99L)).isEqualTo(6);
    }

    @Test
    void dropsAValueThatAFailoverLost() {
        var now = new AtomicLong();
        var after = new VersionedCache<Long>(2, Long::longValue, now::get);
        after.get(ONE, 9, () -> 9L);
        now.addAndGet(Duration.ofSeconds(VersionedCache.BELIEVED_SECONDS).toNanos());

        assertThat(after.get(ONE, 5, () -> 5L)).isEqualTo(5);
        assertThat(after.get(ONE, 5, () -> 99L)).isEqualTo(5);
    }

    @Test
    void aSlowLoadingOfWhatMayBeLostPutsNothingOlderBack() {
        var now = new AtomicLong();
        var slow = new VersionedCache<Long>(2, Long::longValue, now::get);
        slow.get(ONE, 9, () -> 9L);
        now.addAndGet(Duration.ofSeconds(VersionedCache.BELIEVED_SECONDS).toNanos());

        slow.get(ONE, 5, () -> {
            slow.get(ONE, 10, () -> 10L);
            return 9L;
        });

        assertThat(slow.get(ONE, 10, () -> 99L)).isEqualTo(10);
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
