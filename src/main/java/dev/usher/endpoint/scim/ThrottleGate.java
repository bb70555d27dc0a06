package dev.usher.endpoint.scim;

import dev.usher.endpoint.security.CurrentCaller;
import dev.usher.platform.Settings;
import dev.usher.scim.error.ScimErrorMessage;
import dev.usher.scim.error.ScimException;
import dev.usher.tenant.Caller;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** So many requests a second for each connection on this node, with a burst; over it 429 and when to come back. */
@Provider
@ApplicationScoped
public class ThrottleGate implements ContainerRequestFilter {
    private static final int MOST_BUCKETS = 10_000;
    private static final int TOO_MANY_REQUESTS = 429;

    @Inject
    private Settings settings;

    @Inject
    private CurrentCaller callers;

    private final Map<Key, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true);

    private record Key(int tenant, int connection, String name) {}

    @Override
    public void filter(ContainerRequestContext request) {
        if (settings.rateLimit() == 0 || !callers.known()) {
            return;
        }
        Caller caller = callers.scim();
        ConsumptionProbe probe = bucket(new Key(caller.tenant().number(), caller.connection(), caller.name()))
                .tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            long seconds = Duration.ofNanos(probe.getNanosToWaitForRefill())
                    .plusMillis(999)
                    .toSeconds();
            var error = ScimException.tooManyRequests("more than " + settings.rateLimit()
                    + " requests a second; try again in " + Math.max(1, seconds) + " s");
            request.abortWith(Response.status(TOO_MANY_REQUESTS)
                    .header(HttpHeaders.RETRY_AFTER, Math.max(1, seconds))
                    .entity(ScimErrorMessage.json(error).toString().getBytes(StandardCharsets.UTF_8))
                    .build());
        }
    }

    private Bucket bucket(Key key) {
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
