package dev.usher.endpoint.admin;

import static dev.usher.platform.Contention.retried;

import dev.usher.administrator.Backups;
import dev.usher.administrator.Role;
import dev.usher.endpoint.security.CurrentCaller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Saves the embedded database while it serves. */
@Path("/backups")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class BackupsEndpoint {
    private static final int CREATED = 201;

    @Inject
    private CurrentCaller current;

    @Inject
    private Backups backups;

    @POST
    @Operation(
            summary = "Writes a backup of the embedded database below the data folder, while it serves",
            answer = "Backup",
            status = 201)
    public Response write() {
        String actor = current.requires(Role.PLATFORM_ADMINISTRATOR).actor();
        current.proved();
        var folder = backups.write();
        retried(() -> backups.written(folder, actor));
        return Response.status(CREATED)
                .entity(Json.createObjectBuilder()
                        .add("folder", folder.toString())
                        .build())
                .build();
    }
}
