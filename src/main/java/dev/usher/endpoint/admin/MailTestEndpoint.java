package dev.usher.endpoint.admin;

import dev.usher.endpoint.security.CurrentCaller;
import dev.usher.notification.MailTrial;
import dev.usher.notification.TrialMail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** A test mail, for whoever sets mail up. */
@Path("/tenants/{tenant}/mail-test")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class MailTestEndpoint {
    @Inject
    private CurrentCaller current;

    @Inject
    private MailTrial trial;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Sends a test mail at once, and shows what the mail server said",
            request = "MailTest",
            answer = "MailTested")
    public JsonObject send(@PathParam("tenant") String tenant, Body body) {
        TrialMail mail = trial.send(current.governs(tenant), body.only("to").text("to"));
        var dialogue = Json.createArrayBuilder();
        mail.dialogue().forEach(dialogue::add);
        return Json.createObjectBuilder()
                .add("delivered", mail.delivered())
                .add("answer", mail.words())
                .add("dialogue", dialogue)
                .build();
    }
}
