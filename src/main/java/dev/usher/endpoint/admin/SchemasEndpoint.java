package dev.usher.endpoint.admin;

import static dev.usher.platform.Contention.retried;

import dev.usher.endpoint.security.CurrentCaller;
import dev.usher.extension.Extensions;
import dev.usher.extension.RegisteredSchema;
import dev.usher.people.SchemaIndexing;
import dev.usher.platform.Problem;
import dev.usher.scim.JsonParts;
import dev.usher.scim.schema.ResourceType;
import dev.usher.scim.schema.SchemaJson;
import dev.usher.tenant.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** The schema extensions that a tenant registered (RFC 7643 §7 definitions, with the resource type that they extend). */
@Path("/tenants/{tenant}/schemas")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class SchemasEndpoint {
    private static final String TYPE = "resourceType";

    @Inject
    private CurrentCaller current;

    @Inject
    private Extensions extensions;

    @Inject
    private SchemaIndexing indexing;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Registers a schema extension of users, or of groups by resourceType",
            request = "NewSchema",
            answer = "Schema",
            status = 201)
    public Response register(@PathParam("tenant") String tenant, Body body, @Context UriInfo uri) {
        Caller caller = current.changes(tenant);
        ResourceType type = body.optionalConstant(TYPE, ResourceType.class).orElse(ResourceType.USER);
        JsonObject definition = JsonParts.object(body.object()).remove(TYPE).build();
        RegisteredSchema made = retried(() -> extensions.register(caller, type, definition));
        indexing.begin(caller);
        return Response.created(
                        uri.getAbsolutePathBuilder().path(made.schema().id()).build())
                .entity(json(made))
                .build();
    }

    @GET
    @Operation(summary = "Lists the registered schema extensions", answer = "Schemas")
    public JsonObject list(@PathParam("tenant") String tenant) {
        var items = JsonParts.array();
        extensions.list(current.reads(tenant).tenant()).forEach(each -> items.add(json(each)));
        return JsonParts.object().add("items", items).build();
    }

    @GET
    @Path("/{urn}")
    @Operation(summary = "Shows a registered schema extension", answer = "Schema")
    public JsonObject read(@PathParam("tenant") String tenant, @PathParam("urn") String urn) {
        return extensions
                .find(current.reads(tenant).tenant(), urn)
                .map(SchemasEndpoint::json)
                .orElseThrow(() -> Problem.notFound("This schema"));
    }

    @DELETE
    @Path("/{urn}")
    @Operation(summary = "Forgets a schema extension; stored users keep its values", status = 204)
    public void delete(@PathParam("tenant") String tenant, @PathParam("urn") String urn) {
        retried(() -> extensions.delete(current.changes(tenant), urn));
    }

    private static JsonObject json(RegisteredSchema registered) {
        return JsonParts.object(SchemaJson.json(registered.schema()))
                .add(TYPE, registered.type().id())
                .add("indexed", registered.indexed())
                .add("createdAt", registered.createdAt().toString())
                .build();
    }
}
