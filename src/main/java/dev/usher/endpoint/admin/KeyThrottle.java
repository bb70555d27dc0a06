package dev.usher.endpoint.admin;

import dev.usher.endpoint.security.CurrentCaller;
import dev.usher.endpoint.security.RateLimit;
import dev.usher.platform.Problem;
import dev.usher.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;
import java.util.OptionalLong;

/**
 * As many requests a second for each API key on this node as for an identity provider's token; over it 429 and when to
 * come back. Keys of one name in a tenant share. People are few and slow, so passwords and sessions have no limit here.
 */
@Provider
@ApplicationScoped
public class KeyThrottle implements ContainerRequestFilter {
    @Inject
    private Settings settings;

    @Inject
    private CurrentCaller callers;

    @Inject
    private RateLimit limit;

    @Override
    public void filter(ContainerRequestContext request) {
        OptionalLong wait = callers.apiKey().map(limit::secondsToWait).orElseGet(OptionalLong::empty);
        if (wait.isPresent()) {
            throw new Problem(
                    429,
                    "too-many-requests",
                    "Too many requests",
                    "This API key sends more than " + settings.rateLimit() + " requests a second.",
                    Map.of(AdminErrors.RETRY_AFTER, wait.getAsLong()));
        }
    }
}
