package dev.usher.endpoint.admin;

import static dev.usher.platform.Contention.retried;

import dev.usher.endpoint.security.CurrentCaller;
import dev.usher.platform.Problem;
import dev.usher.tenant.Caller;
import dev.usher.tenant.Tenant;
import dev.usher.tenant.Tenants;
import dev.usher.token.Previous;
import dev.usher.token.Token;
import dev.usher.token.TokenId;
import dev.usher.token.TokenRequest;
import dev.usher.token.Tokens;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The identity providers' tokens of a tenant. */
@Path("/tenants/{tenant}/tokens")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class TokensEndpoint {
    private static final String WHAT = "This token";
    private static final long MOST_DAYS = 10_000;

    @Inject
    private CurrentCaller current;

    @Inject
    private Tokens tokens;

    @Inject
    private Tenants tenants;

    @Inject
    private Clock clock;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Makes a token; its secret is shown in this answer only",
            request = "NewToken",
            answer = "MadeToken",
            status = 201)
    public Response create(@PathParam("tenant") String name, Body body, @Context UriInfo uri) {
        Caller caller = current.governs(name);
        current.proved();
        var made = retried(() -> tokens.create(
                caller.tenant(), request(body), current.administrator().actor()));
        Tenant tenant = tenants.read(caller.tenant());
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(made.token().id().value().toString())
                        .build())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(TokenView.of(made.token(), tenant, clock.instant())
                        .add("secret", made.secret().reveal())
                        .build())
                .build();
    }

    @GET
    @Operation(summary = "Lists the tokens, newest first", answer = "Token", list = true)
    public JsonObject list(@PathParam("tenant") String name, @Context UriInfo uri) {
        current.reads(name);
        Tenant tenant = current.tenant(name);
        Instant now = clock.instant();
        var paging = Paging.of(uri);
        return paging.answer(
                tokens.page(tenant.id(), paging.afterId().map(TokenId::new), paging.fetch()),
                token -> token.id().value().toString(),
                token -> TokenView.of(token, tenant, now).build());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Shows a token", answer = "Token")
    public JsonObject read(@PathParam("tenant") String name, @PathParam("id") String id) {
        current.reads(name);
        Tenant tenant = current.tenant(name);
        Token token =
                tokens.find(tenant.id(), new TokenId(Body.pathId(id, WHAT))).orElseThrow(() -> Problem.notFound(WHAT));
        return TokenView.of(token, tenant, clock.instant()).build();
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Ends a token at once", status = 204)
    public void end(@PathParam("tenant") String name, @PathParam("id") String id) {
        var tenant = current.governs(name).tenant();
        retried(() -> tokens.end(
                tenant,
                new TokenId(Body.pathId(id, WHAT)),
                current.administrator().actor()));
    }

    private static TokenRequest request(Body body) {
        body.only("name", "previous", "overlapDays", "connection");
        long days = body.optionalNumber("overlapDays").orElse(TokenRequest.USUAL_OVERLAP.toDays());
        long connection = body.optionalNumber("connection").orElse(Caller.FIRST_CONNECTION);
        if (days < 0 || days > MOST_DAYS || connection < 1 || connection > Integer.MAX_VALUE) {
            throw Problem.invalid("'overlapDays' and 'connection' must be small whole numbers.");
        }
        return new TokenRequest(
                body.text("name"),
                (int) connection,
                body.optionalConstant("previous", Previous.class).orElse(Previous.END),
                Duration.ofDays(days));
    }
}
