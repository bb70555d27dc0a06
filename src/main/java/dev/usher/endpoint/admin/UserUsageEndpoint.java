package dev.usher.endpoint.admin;

import dev.usher.endpoint.security.CurrentCaller;
import dev.usher.inventory.Inventory;
import dev.usher.people.AccountView;
import dev.usher.people.Accounts;
import dev.usher.people.UserId;
import dev.usher.platform.Problem;
import dev.usher.tenant.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What a user has stored, against the quota that holds. */
@Path("/tenants/{tenant}/users/{id}/usage")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class UserUsageEndpoint {
    private static final String WHAT = "This user";

    @Inject
    private CurrentCaller current;

    @Inject
    private Inventory inventory;

    @Inject
    private Accounts accounts;

    @GET
    @Operation(summary = "Shows what a user has stored, and the quota", answer = "UserUsage")
    public JsonObject read(@PathParam("tenant") String tenant, @PathParam("id") String id) {
        Caller caller = current.looks(tenant);
        var user = new UserId(Body.pathId(id, WHAT));
        AccountView view = accounts.find(caller, user).orElseThrow(() -> Problem.notFound(WHAT));
        return InventoryJson.of(
                inventory.usage(caller.tenant(), user.value()), view.assigned().quotaBytes());
    }
}
