package dev.usher.endpoint.admin;

import dev.usher.endpoint.security.CurrentCaller;
import dev.usher.inventory.Inventory;
import dev.usher.inventory.UsageOf;
import dev.usher.tenant.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** What a tenant has stored, by profile and by storage region. */
@Path("/tenants/{tenant}/usage")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class UsageEndpoint {
    @Inject
    private CurrentCaller current;

    @Inject
    private Inventory inventory;

    @GET
    @Operation(summary = "Shows what is stored, by profile and by storage region", answer = "Usage")
    public JsonObject read(@PathParam("tenant") String tenant) {
        Caller caller = current.looks(tenant);
        return Json.createObjectBuilder()
                .add("profiles", lines(inventory.usageByProfile(caller.tenant())))
                .add("storageRegions", lines(inventory.usageByRegion(caller.tenant())))
                .build();
    }

    private static JsonArrayBuilder lines(List<UsageOf> lines) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        for (UsageOf line : lines) {
            array.add(InventoryJson.of(line.usage())
                    .add("id", line.id().toString())
                    .add("name", line.name())
                    .add("users", line.usage().users()));
        }
        return array;
    }
}
