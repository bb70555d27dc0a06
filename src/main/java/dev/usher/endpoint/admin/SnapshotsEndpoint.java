package dev.usher.endpoint.admin;

import static dev.usher.platform.Contention.retried;

import dev.usher.endpoint.security.CurrentCaller;
import dev.usher.inventory.Inventory;
import dev.usher.inventory.ProductId;
import dev.usher.inventory.Registered;
import dev.usher.inventory.Snapshot;
import dev.usher.tenant.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** A device's snapshots, which the product registers by its own ids. */
@Path("/tenants/{tenant}/devices/{device}/snapshots")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class SnapshotsEndpoint {
    private static final String NAME = "name";
    private static final String SIZE = "sizeBytes";
    private static final String TIME = "takenAt";

    @Inject
    private CurrentCaller current;

    @Inject
    private Inventory inventory;

    @GET
    @Operation(summary = "Lists a device's snapshots, oldest registration first", answer = "Snapshot", list = true)
    public JsonObject list(
            @PathParam("tenant") String tenant, @PathParam("device") String device, @Context UriInfo uri) {
        Caller caller = current.looks(tenant);
        var paging = Paging.of(uri);
        return paging.answer(
                inventory.snapshots(caller.tenant(), new ProductId(device), paging.afterId(), paging.fetch()),
                snapshot -> snapshot.key().toString(),
                InventoryJson::of);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Registers a snapshot by the product's id, or corrects it",
            request = "NewSnapshot",
            answer = "Snapshot",
            status = {201, 200})
    public Response register(@PathParam("tenant") String tenant, @PathParam("device") String device, Body body) {
        Caller caller = current.serves(tenant);
        body.only("id", NAME, SIZE, TIME);
        return answer(caller, device, body.text("id"), body);
    }

    @PUT
    @Path("/{snapshot}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Registers a snapshot by the product's id, or corrects it",
            request = "SnapshotFacts",
            answer = "Snapshot",
            status = {201, 200})
    public Response put(
            @PathParam("tenant") String tenant,
            @PathParam("device") String device,
            @PathParam("snapshot") String snapshot,
            Body body) {
        Caller caller = current.serves(tenant);
        body.only(NAME, SIZE, TIME);
        return answer(caller, device, snapshot, body);
    }

    @DELETE
    @Path("/{snapshot}")
    @Operation(summary = "Forgets a snapshot", status = 204)
    public void delete(
            @PathParam("tenant") String tenant,
            @PathParam("device") String device,
            @PathParam("snapshot") String snapshot) {
        retried(() -> inventory.deleteSnapshot(current.serves(tenant), new ProductId(device), new ProductId(snapshot)));
    }

    private Response answer(Caller caller, String device, String id, Body body) {
        Registered<Snapshot> done = retried(() -> inventory.registerSnapshot(
                caller,
                new ProductId(device),
                new ProductId(id),
                body.text(NAME),
                body.number(SIZE),
                body.instant(TIME)));
        return Response.status(done.created() ? Response.Status.CREATED : Response.Status.OK)
                .entity(InventoryJson.of(done.thing()))
                .build();
    }
}
