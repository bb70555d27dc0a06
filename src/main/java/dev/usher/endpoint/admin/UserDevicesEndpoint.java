package dev.usher.endpoint.admin;

import static dev.usher.platform.Contention.retried;

import dev.usher.endpoint.security.CurrentCaller;
import dev.usher.inventory.Device;
import dev.usher.inventory.Inventory;
import dev.usher.inventory.ProductId;
import dev.usher.inventory.Registered;
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
import java.util.UUID;

/** A user's devices, which the product registers by its own ids. */
@Path("/tenants/{tenant}/users/{id}/devices")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class UserDevicesEndpoint {
    @Inject
    private CurrentCaller current;

    @Inject
    private Inventory inventory;

    @GET
    @Operation(summary = "Lists a user's devices, oldest registration first", answer = "Device", list = true)
    public JsonObject list(@PathParam("tenant") String tenant, @PathParam("id") String user, @Context UriInfo uri) {
        Caller caller = current.looks(tenant);
        var paging = Paging.of(uri);
        return paging.answer(
                inventory.devices(caller.tenant(), user(user), paging.afterId(), paging.fetch()),
                device -> device.key().toString(),
                InventoryJson::of);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Registers a device by the product's id, or renames it",
            request = "NewDevice",
            answer = "Device",
            status = {201, 200})
    public Response register(@PathParam("tenant") String tenant, @PathParam("id") String user, Body body) {
        Caller caller = current.serves(tenant);
        body.only("id", "name");
        return answer(caller, user, body.text("id"), body.text("name"));
    }

    @PUT
    @Path("/{device}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Registers a device by the product's id, or renames it",
            request = "DeviceName",
            answer = "Device",
            status = {201, 200})
    public Response put(
            @PathParam("tenant") String tenant,
            @PathParam("id") String user,
            @PathParam("device") String device,
            Body body) {
        Caller caller = current.serves(tenant);
        body.only("name");
        return answer(caller, user, device, body.text("name"));
    }

    @DELETE
    @Path("/{device}")
    @Operation(summary = "Forgets a device and its snapshots", status = 204)
    public void delete(
            @PathParam("tenant") String tenant, @PathParam("id") String user, @PathParam("device") String device) {
        retried(() -> inventory.deleteDevice(current.serves(tenant), user(user), new ProductId(device)));
    }

    private Response answer(Caller caller, String user, String id, String name) {
        Registered<Device> done = retried(() -> inventory.registerDevice(caller, user(user), new ProductId(id), name));
        return Response.status(done.created() ? Response.Status.CREATED : Response.Status.OK)
                .entity(InventoryJson.of(done.thing()))
                .build();
    }

    private static UUID user(String text) {
        return Body.pathId(text, "This user");
    }
}
