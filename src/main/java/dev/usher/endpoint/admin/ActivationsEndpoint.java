package dev.usher.endpoint.admin;

import static dev.usher.platform.Contention.retried;

import dev.usher.administrator.Role;
import dev.usher.endpoint.security.CurrentCaller;
import dev.usher.people.ActivationActs;
import dev.usher.people.ActivationActs.Activated;
import dev.usher.tenant.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** Where the product redeems the codes of activation mails, with its service key, which says the tenant. */
@Path("/activations")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ActivationsEndpoint {
    @Inject
    private CurrentCaller current;

    @Inject
    private ActivationActs activations;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Redeems a code, once, and tells whose it is; needs an API key of role service",
            request = "ActivationCode",
            answer = "Activated")
    public Response redeem(Body body) {
        current.requires(Role.SERVICE);
        Caller caller = current.ofOwnTenant();
        Activated done =
                retried(() -> activations.redeem(caller, body.only("code").text("code")));
        return Response.ok(json(done))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static JsonObject json(Activated done) {
        var facts = done.facts();
        JsonObjectBuilder json =
                Json.createObjectBuilder().add("userId", done.user().value().toString());
        Map.of(
                        "userName",
                        facts.userName(),
                        "externalId",
                        facts.externalId(),
                        "displayName",
                        facts.displayName(),
                        "email",
                        facts.email(),
                        "language",
                        facts.language())
                .forEach((name, value) -> {
                    if (!value.isEmpty()) {
                        json.add(name, value);
                    }
                });
        done.activation().redeemed().ifPresent(at -> json.add("redeemedAt", at.toString()));
        return json.build();
    }
}
