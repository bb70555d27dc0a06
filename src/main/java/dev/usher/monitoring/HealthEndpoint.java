package dev.usher.monitoring;

import dev.usher.platform.Database;
import dev.usher.platform.DatabaseFault;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/**
 * Health for probes: {@code started} once the application runs, {@code live} while it answers at all, {@code ready} while
 * the database answers too. Open to everybody, so it says no more than up or down.
 */
@Path("/health")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class HealthEndpoint {
    private static final Logger LOG = System.getLogger(HealthEndpoint.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @Inject
    private Database database;

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
        try {
            return answer(database.within(PATIENCE).count("SELECT COUNT(*) FROM job_lease WHERE name = ''") == 0);
        } catch (DatabaseFault e) {
            LOG.log(Level.WARNING, "not ready: the database does not answer", e);
            return answer(false);
        }
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
