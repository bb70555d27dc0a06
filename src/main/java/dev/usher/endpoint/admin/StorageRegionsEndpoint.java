package dev.usher.endpoint.admin;

import static dev.usher.platform.Contention.retried;

import dev.usher.assignment.Assignments;
import dev.usher.catalog.Label;
import dev.usher.catalog.RegionId;
import dev.usher.catalog.StorageRegion;
import dev.usher.catalog.StorageRegions;
import dev.usher.endpoint.security.CurrentCaller;
import dev.usher.mapping.CatalogChanges;
import dev.usher.platform.Problem;
import dev.usher.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** The storage regions of a tenant. */
@Path("/tenants/{tenant}/storage-regions")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class StorageRegionsEndpoint {
    private static final String WHAT = "This storage region";

    @Inject
    private CurrentCaller current;

    @Inject
    private StorageRegions regions;

    @Inject
    private CatalogChanges changes;

    @Inject
    private Assignments assignments;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Makes a storage region", request = "NewStorageRegion", answer = "StorageRegion", status = 201)
    public Response create(@PathParam("tenant") String tenant, Body body, @Context UriInfo uri) {
        var caller = current.changes(tenant);
        StorageRegion made =
                retried(() -> regions.create(caller, new Label(body.only("name").text("name"))));
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(made.id().value().toString())
                        .build())
                .tag(Versions.tag(made.version()))
                .entity(CatalogView.of(made, 0))
                .build();
    }

    @GET
    @Operation(summary = "Lists the storage regions by name", answer = "StorageRegion", list = true)
    public JsonObject list(@PathParam("tenant") String name, @Context UriInfo uri) {
        TenantId tenant = current.reads(name).tenant();
        var paging = Paging.of(uri);
        var users = assignments.usersByRegion(tenant);
        return paging.answer(
                regions.list(tenant, paging.after().orElse(""), paging.fetch()),
                StorageRegion::name,
                region -> CatalogView.of(region, users.getOrDefault(region.id(), 0L)));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Shows a storage region", answer = "StorageRegion")
    public Response read(@PathParam("tenant") String name, @PathParam("id") String id) {
        TenantId tenant = current.reads(name).tenant();
        return answer(tenant, regions.find(tenant, id(id)).orElseThrow(() -> Problem.notFound(WHAT)));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Renames a storage region",
            parameters = RequestParameter.IF_MATCH,
            request = "NewStorageRegion",
            answer = "StorageRegion")
    public Response change(
            @PathParam("tenant") String tenant, @PathParam("id") String id, Body body, @Context HttpHeaders headers) {
        var caller = current.changes(tenant);
        var name = new Label(body.only("name").text("name"));
        return answer(
                caller.tenant(), retried(() -> changes.renameRegion(caller, id(id), Versions.admitted(headers), name)));
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            summary = "Deletes a storage region that nobody uses",
            parameters = RequestParameter.IF_MATCH,
            status = 204)
    public void delete(@PathParam("tenant") String tenant, @PathParam("id") String id, @Context HttpHeaders headers) {
        retried(() -> changes.deleteRegion(current.changes(tenant), id(id), Versions.admitted(headers)));
    }

    private Response answer(TenantId tenant, StorageRegion region) {
        return Response.ok(CatalogView.of(region, assignments.usersOf(tenant, region.id())))
                .tag(Versions.tag(region.version()))
                .build();
    }

    private static RegionId id(String text) {
        return new RegionId(Body.pathId(text, WHAT));
    }
}
