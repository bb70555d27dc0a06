package dev.usher.endpoint.admin;

import dev.usher.assignment.Assignments;
import dev.usher.catalog.Profiles;
import dev.usher.catalog.StorageRegions;
import dev.usher.endpoint.security.CurrentCaller;
import dev.usher.tenant.TenantId;
import dev.usher.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;

/** How a tenant's users are spread over states, profiles and storage regions. */
@Path("/tenants/{tenant}/overview")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class OverviewEndpoint {
    @Inject
    private CurrentCaller current;

    @Inject
    private Assignments assignments;

    @Inject
    private Profiles profiles;

    @Inject
    private StorageRegions regions;

    @Inject
    private Tenants tenants;

    @GET
    @Operation(summary = "Counts users by state, profile and storage region", answer = "Overview")
    public JsonObject read(@PathParam("tenant") String name) {
        TenantId tenant = current.reads(name).tenant();
        var byProfile = assignments.usersByProfile(tenant);
        var byRegion = assignments.usersByRegion(tenant);
        var profileCounts = Json.createArrayBuilder();
        profiles.list(tenant, "", Profiles.MOST)
                .forEach(profile -> profileCounts.add(
                        named(profile.id().value(), profile.name(), byProfile.getOrDefault(profile.id(), 0L))));
        var regionCounts = Json.createArrayBuilder();
        regions.list(tenant, "", StorageRegions.MOST)
                .forEach(region -> regionCounts.add(
                        named(region.id().value(), region.name(), byRegion.getOrDefault(region.id(), 0L))));
        // Everybody has one assignment until purge, so that its sum is all accounts.
        long everybody = byProfile.values().stream().mapToLong(Long::longValue).sum();
        long preserved = tenants.counts(tenant).preserved();
        return Json.createObjectBuilder()
                .add("active", Math.max(0, everybody - preserved))
                .add("preserved", preserved)
                .add("byProfile", profileCounts)
                .add("byRegion", regionCounts)
                .build();
    }

    private static JsonObjectBuilder named(UUID id, String name, long users) {
        return Json.createObjectBuilder()
                .add("id", id.toString())
                .add("name", name)
                .add("users", users);
    }
}
