package dev.usher.endpoint.security;

import dev.usher.platform.Settings;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * So many requests a second for each caller on this node, with a burst, as the settings say; whoever came longest ago is
 * forgotten beyond {@value #MOST_BUCKETS}. Each that injects it has callers of its own.
 */
@Dependent
public class RateLimit {
    private static final int MOST_BUCKETS = 10_000;

    private final Map<Object, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true);

    @Inject
    private Settings settings;

    /** Counts one request; when it is over the limit, the whole seconds after which another is admitted. */
    public OptionalLong secondsToWait(Object caller) {
        if (settings.rateLimit() == 0) {
            return OptionalLong.empty();
        }
        ConsumptionProbe probe = bucket(caller).tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            return OptionalLong.empty();
        }
        Duration wait = Duration.ofNanos(probe.getNanosToWaitForRefill());
        return OptionalLong.of(Math.max(1, wait.plusMillis(999).toSeconds()));
    }

    private Bucket bucket(Object caller) {
        synchronized (buckets) {
            Bucket bucket = buckets.computeIfAbsent(caller, any -> fresh());
            var eldest = buckets.keySet().iterator();
            if (buckets.size() > MOST_BUCKETS) {
                eldest.next();
                eldest.remove();
            }
            return bucket;
        }
    }

    private Bucket fresh() {
        int rate = settings.rateLimit();
        int burst = Math.max(rate, settings.rateBurst());
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(rate, Duration.ofSeconds(1)))
                .build();
    }
}
