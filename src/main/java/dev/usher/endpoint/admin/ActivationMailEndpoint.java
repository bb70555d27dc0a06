package dev.usher.endpoint.admin;

import static dev.usher.platform.Contention.retried;

import dev.usher.endpoint.security.CurrentCaller;
import dev.usher.notification.Activation;
import dev.usher.notification.Letters;
import dev.usher.people.ActivationActs;
import dev.usher.people.UserId;
import dev.usher.platform.Problem;
import dev.usher.tenant.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** A user's activation mail: how it stands, and sending it again. */
@Path("/tenants/{tenant}/users/{id}/activation-mail")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ActivationMailEndpoint {
    @Inject
    private CurrentCaller current;

    @Inject
    private ActivationActs activations;

    @Inject
    private Letters letters;

    @Inject
    private LetterJson json;

    @GET
    @Operation(summary = "Shows a user's newest activation mail; 404 where none was asked for", answer = "Activation")
    public JsonObject read(@PathParam("tenant") String tenant, @PathParam("id") String id) {
        Caller caller = current.reads(tenant);
        return answer(
                caller, activations.find(caller, user(id)).orElseThrow(() -> Problem.notFound("An activation mail")));
    }

    @POST
    @Operation(
            summary = "Sends the activation mail, again or for the first time; the codes of the one before end",
            answer = "Activation",
            status = 202)
    public Response send(@PathParam("tenant") String tenant, @PathParam("id") String id) {
        Caller caller = current.changes(tenant);
        return Response.accepted(answer(caller, retried(() -> activations.send(caller, user(id)))))
                .build();
    }

    private JsonObject answer(Caller caller, Activation activation) {
        var answer = Json.createObjectBuilder()
                .add("askedAt", activation.asked().toString())
                .add("mailId", activation.letter().toString());
        // What was sent long ago is forgotten.
        letters.find(caller.tenant(), activation.letter()).ifPresent(letter -> answer.add("mail", json.of(letter)));
        activation.redeemed().ifPresent(at -> answer.add("redeemedAt", at.toString()));
        activation.redeemedBy().ifPresent(by -> answer.add("redeemedBy", by));
        return answer.build();
    }

    private static UserId user(String text) {
        return new UserId(Body.pathId(text, "This user"));
    }
}
