package dev.usher.endpoint.admin;

import dev.usher.administrator.AdminIdentity;
import dev.usher.endpoint.security.CurrentCaller;
import dev.usher.platform.Problem;
import dev.usher.platform.Settings;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * As many requests a second for each API key on this node as for an identity provider's token; over it 429 and when to
 * come back. Keys of one name in a tenant share. People are few and slow, so passwords and sessions have no limit here.
 */
@Provider
@ApplicationScoped
public class KeyThrottle implements ContainerRequestFilter {
    private static final int MOST_BUCKETS = 10_000;

    @Inject
    private Settings settings;

    @Inject
    private CurrentCaller callers;

    private final Map<AdminIdentity, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true);

    @Override
    public void filter(ContainerRequestContext request) {
        Optional<AdminIdentity> key = settings.rateLimit() == 0 ? Optional.empty() : callers.apiKey();
        if (key.isEmpty()) {
            return;
        }
        ConsumptionProbe probe = bucket(key.get()).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            long seconds = Duration.ofNanos(probe.getNanosToWaitForRefill())
                    .plusMillis(999)
                    .toSeconds();
            throw new Problem(
                    429,
                    "too-many-requests",
                    "Too many requests",
                    "This API key sends more than " + settings.rateLimit() + " requests a second.",
                    Map.of(AdminErrors.RETRY_AFTER, Math.max(1, seconds)));
        }
    }

    private Bucket bucket(AdminIdentity key) {
        synchronized (buckets) {
            Bucket bucket = buckets.computeIfAbsent(key, any -> fresh());
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
