package dev.usher.endpoint.admin;

import static dev.usher.platform.Contention.retried;

import dev.usher.administrator.AdminIdentity;
import dev.usher.administrator.LicenceChange;
import dev.usher.administrator.Role;
import dev.usher.administrator.Tenancy;
import dev.usher.endpoint.security.CurrentCaller;
import dev.usher.platform.Problem;
import dev.usher.tenant.Reclassify;
import dev.usher.tenant.Tenant;
import dev.usher.tenant.TenantChange;
import dev.usher.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
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
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Tenants: made by platform administrators, seen and set by their own. */
@Path("/tenants")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class TenantsEndpoint {
    @Inject
    private CurrentCaller current;

    @Inject
    private Tenants tenants;

    @Inject
    private Tenancy tenancy;

    @Inject
    private TenantJson json;

    @GET
    @Operation(summary = "Lists the tenants that the caller may see", answer = "TenantHead", list = true)
    public JsonObject list(@Context UriInfo uri) {
        AdminIdentity identity = current.administrator();
        var paging = Paging.of(uri);
        List<Tenant> seen = identity.tenant().isPresent()
                ? List.of(tenants.read(identity.tenant().get()))
                : tenants.page(paging.after(), paging.fetch());
        return paging.answer(seen, Tenant::name, json::head);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Makes a tenant", request = "NewTenant", answer = "Tenant", status = 201)
    public Response create(Body body, @Context UriInfo uri) {
        String actor = current.requires(Role.PLATFORM_ADMINISTRATOR).actor();
        body.only("name", "displayName");
        String name = body.text("name");
        Tenant made = retried(
                () -> tenancy.create(name, body.optionalText("displayName").orElse(name), actor));
        return Response.created(uri.getAbsolutePathBuilder().path(name).build())
                .tag(Versions.tag(made.version()))
                .entity(json.whole(made))
                .build();
    }

    @GET
    @Path("/{tenant}")
    @Operation(summary = "Shows a tenant", answer = "Tenant")
    public Response read(@PathParam("tenant") String name) {
        return answer(current.tenant(name));
    }

    @PATCH
    @Path("/{tenant}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Changes a tenant's settings",
            parameters = RequestParameter.IF_MATCH,
            request = "TenantChange",
            answer = "Tenant")
    public Response change(@PathParam("tenant") String name, Body body, @Context HttpHeaders headers) {
        var tenant = current.governs(name).tenant();
        body.only("displayName", "provisioningApi", "reclassify", "licence");
        Optional<Body> licence = body.optionalBody("licence").map(object -> object.only("seats", "preservedLimit"));
        if (body.has("provisioningApi") || licence.isPresent()) {
            // What a customer has bought is not the customer's to set.
            current.requires(Role.PLATFORM_ADMINISTRATOR);
        }
        var change = new TenantChange(
                body.optionalText("displayName"),
                body.optionalFlag("provisioningApi"),
                body.optionalConstant("reclassify", Reclassify.class));
        Tenant changed = retried(() -> tenancy.change(
                tenant,
                change,
                new LicenceChange(limit(licence, "seats"), limit(licence, "preservedLimit")),
                Versions.expected(headers),
                current.administrator().actor()));
        return answer(changed);
    }

    private static Optional<OptionalLong> limit(Optional<Body> licence, String name) {
        return licence.filter(object -> object.has(name)).map(object -> {
            OptionalLong limit = object.optionalNumber(name);
            if (limit.orElse(0) < 0) {
                throw Problem.invalid("'licence." + name + "' must be null or a whole number from 0.");
            }
            return limit;
        });
    }

    private Response answer(Tenant tenant) {
        return Response.ok(json.whole(tenant))
                .tag(Versions.tag(tenant.version()))
                .build();
    }
}
