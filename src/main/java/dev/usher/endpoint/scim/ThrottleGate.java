package dev.usher.endpoint.scim;

import dev.usher.endpoint.security.CurrentCaller;
import dev.usher.endpoint.security.RateLimit;
import dev.usher.platform.Settings;
import dev.usher.scim.error.ScimErrorMessage;
import dev.usher.scim.error.ScimException;
import dev.usher.tenant.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/** So many requests a second for each connection on this node, with a burst; over it 429 and when to come back. */
@Provider
@ApplicationScoped
public class ThrottleGate implements ContainerRequestFilter {
    private static final int TOO_MANY_REQUESTS = 429;

    @Inject
    private Settings settings;

    @Inject
    private CurrentCaller callers;

    @Inject
    private RateLimit limit;

    private record Key(int tenant, int connection, String name) {}

    @Override
    public void filter(ContainerRequestContext request) {
        if (!callers.known()) {
            return;
        }
        Caller caller = callers.scim();
        OptionalLong wait = limit.secondsToWait(new Key(caller.tenant().number(), caller.connection(), caller.name()));
        if (wait.isPresent()) {
            var error = ScimException.tooManyRequests("more than " + settings.rateLimit()
                    + " requests a second; try again in " + wait.getAsLong() + " s");
            request.abortWith(Response.status(TOO_MANY_REQUESTS)
                    .header(HttpHeaders.RETRY_AFTER, wait.getAsLong())
                    .entity(ScimErrorMessage.json(error).toString().getBytes(StandardCharsets.UTF_8))
                    .build());
        }
    }
}
