package dev.usher.endpoint.admin;

import dev.usher.administrator.Role;
import dev.usher.endpoint.security.CurrentCaller;
import dev.usher.platform.Drain;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

/** Prepares the node that is asked for its stop; the runnable jar does it by itself at SIGTERM. */
@Path("/drain")
@ApplicationScoped
public class DrainEndpoint {
    @Inject
    private CurrentCaller current;

    @Inject
    private Drain drain;

    @PUT
    @Operation(summary = "Makes this node unready, while it goes on serving, so that it can be stopped", status = 204)
    public void begin() {
        current.requires(Role.PLATFORM_ADMINISTRATOR);
        drain.begin();
    }

    @DELETE
    @Operation(summary = "Makes this node ready again", status = 204)
    public void end() {
        current.requires(Role.PLATFORM_ADMINISTRATOR);
        drain.end();
    }
}
