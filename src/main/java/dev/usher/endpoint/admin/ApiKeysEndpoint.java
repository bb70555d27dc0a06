package dev.usher.endpoint.admin;

import static dev.usher.platform.Contention.retried;

import dev.usher.administrator.ApiKey;
import dev.usher.administrator.ApiKeyId;
import dev.usher.administrator.ApiKeys;
import dev.usher.administrator.Role;
import dev.usher.endpoint.security.CurrentCaller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.Locale;

/** The keys of scripts and of the product behind a tenant. */
@Path("/tenants/{tenant}/api-keys")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ApiKeysEndpoint {
    @Inject
    private CurrentCaller current;

    @Inject
    private ApiKeys keys;

    @Inject
    private Clock clock;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Makes an API key; its secret is shown in this answer only",
            request = "NewApiKey",
            answer = "MadeApiKey",
            status = 201)
    public Response create(@PathParam("tenant") String name, Body body, @Context UriInfo uri) {
        var tenant = current.governs(name).tenant();
        current.proved();
        body.only("name", "role", "expiresAt");
        var made = retried(() -> keys.create(
                tenant,
                body.text("name"),
                body.constant("role", Role.class),
                body.optionalInstant("expiresAt"),
                current.administrator().actor()));
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(made.key().id().value().toString())
                        .build())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(json(made.key()).add("secret", made.secret().reveal()).build())
                .build();
    }

    @GET
    @Operation(summary = "Lists the API keys, newest first", answer = "ApiKey", list = true)
    public JsonObject list(@PathParam("tenant") String name, @Context UriInfo uri) {
        var tenant = current.governs(name).tenant();
        var paging = Paging.of(uri);
        return paging.answer(
                keys.page(tenant, paging.afterId().map(ApiKeyId::new), paging.fetch()),
                key -> key.id().value().toString(),
                key -> json(key).build());
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Ends an API key at once", status = 204)
    public void end(@PathParam("tenant") String name, @PathParam("id") String id) {
        var tenant = current.governs(name).tenant();
        retried(() -> keys.end(
                tenant,
                new ApiKeyId(Body.pathId(id, "This API key")),
                current.administrator().actor()));
    }

    private JsonObjectBuilder json(ApiKey key) {
        var json = Json.createObjectBuilder()
                .add("id", key.id().value().toString())
                .add("name", key.name())
                .add("hint", key.hint())
                .add("role", key.role().name().toLowerCase(Locale.ROOT))
                .add("live", key.live(clock.instant()))
                .add("createdBy", key.createdBy())
                .add("createdAt", key.createdAt().toString());
        key.expiresAt().ifPresent(at -> json.add("expiresAt", at.toString()));
        key.endedAt().ifPresent(at -> json.add("endedAt", at.toString()));
        key.lastUsedAt().ifPresent(at -> json.add("lastUsedAt", at.toString()));
        return json;
    }
}
