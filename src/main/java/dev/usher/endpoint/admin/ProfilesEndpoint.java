package dev.usher.endpoint.admin;

import static dev.usher.platform.Contention.retried;

import dev.usher.assignment.Assignments;
import dev.usher.catalog.Label;
import dev.usher.catalog.Profile;
import dev.usher.catalog.ProfileDraft;
import dev.usher.catalog.ProfileId;
import dev.usher.catalog.Profiles;
import dev.usher.endpoint.security.CurrentCaller;
import dev.usher.mapping.CatalogChanges;
import dev.usher.platform.Problem;
import dev.usher.tenant.Caller;
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

/** The profiles of a tenant. An administrator manages them; putting a data lock on takes a cloud administrator. */
@Path("/tenants/{tenant}/profiles")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ProfilesEndpoint {
    private static final String WHAT = "This profile";
    private static final String LOCK = "dataLocked";
    private static final String QUOTA = "quotaBytes";
    private static final String PURGE = "purgeAfterDays";

    @Inject
    private CurrentCaller current;

    @Inject
    private Profiles profiles;

    @Inject
    private CatalogChanges changes;

    @Inject
    private Assignments assignments;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Makes a profile", request = "NewProfile", answer = "Profile", status = 201)
    public Response create(@PathParam("tenant") String tenant, Body body, @Context UriInfo uri) {
        boolean locked =
                body.only("name", LOCK, QUOTA, PURGE).optionalFlag(LOCK).orElse(false);
        Caller caller = locked ? current.governs(tenant) : current.changes(tenant);
        var draft = new ProfileDraft(
                new Label(body.text("name")), locked, body.optionalNumber(QUOTA), body.optionalNumber(PURGE));
        Profile made = retried(() -> profiles.create(caller, draft));
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(made.id().value().toString())
                        .build())
                .tag(Versions.tag(made.version()))
                .entity(CatalogView.of(made, 0))
                .build();
    }

    @GET
    @Operation(summary = "Lists the profiles by name", answer = "Profile", list = true)
    public JsonObject list(@PathParam("tenant") String name, @Context UriInfo uri) {
        TenantId tenant = current.reads(name).tenant();
        var paging = Paging.of(uri);
        var users = assignments.usersByProfile(tenant);
        return paging.answer(
                profiles.list(tenant, paging.after().orElse(""), paging.fetch()),
                Profile::name,
                profile -> CatalogView.of(profile, users.getOrDefault(profile.id(), 0L)));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Shows a profile", answer = "Profile")
    public Response read(@PathParam("tenant") String name, @PathParam("id") String id) {
        TenantId tenant = current.reads(name).tenant();
        return answer(tenant, profiles.find(tenant, id(id)).orElseThrow(() -> Problem.notFound(WHAT)));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Changes a profile; a data lock is put on, never taken off",
            parameters = RequestParameter.IF_MATCH,
            request = "ProfileChange",
            answer = "Profile")
    public Response change(
            @PathParam("tenant") String tenant, @PathParam("id") String id, Body body, @Context HttpHeaders headers) {
        body.only("name", LOCK, QUOTA, PURGE);
        Caller caller = body.has(LOCK) ? current.governs(tenant) : current.changes(tenant);
        Profile changed = retried(() -> changes.changeProfile(
                caller,
                id(id),
                Versions.admitted(headers),
                present -> new ProfileDraft(
                        body.has("name") ? new Label(body.text("name")) : present.name(),
                        body.optionalFlag(LOCK).orElse(present.dataLocked()),
                        body.has(QUOTA) ? body.optionalNumber(QUOTA) : present.quotaBytes(),
                        body.has(PURGE) ? body.optionalNumber(PURGE) : present.purgeAfterDays())));
        return answer(caller.tenant(), changed);
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Deletes a profile that nobody uses", parameters = RequestParameter.IF_MATCH, status = 204)
    public void delete(@PathParam("tenant") String tenant, @PathParam("id") String id, @Context HttpHeaders headers) {
        retried(() -> changes.deleteProfile(current.changes(tenant), id(id), Versions.admitted(headers)));
    }

    private Response answer(TenantId tenant, Profile profile) {
        return Response.ok(CatalogView.of(profile, assignments.usersOf(tenant, profile.id())))
                .tag(Versions.tag(profile.version()))
                .build();
    }

    private static ProfileId id(String text) {
        return new ProfileId(Body.pathId(text, WHAT));
    }
}
