package dev.usher.monitoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * Health for probes: {@code started} once the application runs, {@code live} while it answers at all, {@code ready} while
 * the database answers too. Open to everybody, so it says no more than up or down.
 */
@Path("/health")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class HealthEndpoint {
    @Inject
    private Readiness readiness;

    /** The application is deployed only after its migrations, so whoever can ask may go on. */
    @GET
    @Path("/started")
    public Response started() {
        return answer(true);
    }

    @GET
    @Path("/live")
    public Response live() {
        return answer(true);
    }

    @GET
    @Path("/ready")
    public Response ready() {
        return answer(readiness.check());
    }

    private static Response answer(boolean up) {
        JsonObject body =
                Json.createObjectBuilder().add("status", up ? "UP" : "DOWN").build();
        return Response.status(up ? 200 : 503)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(body.toString())
                .build();
    }
}
