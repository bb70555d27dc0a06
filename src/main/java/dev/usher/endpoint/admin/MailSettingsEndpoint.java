package dev.usher.endpoint.admin;

import static dev.usher.platform.Contention.retried;

import dev.usher.endpoint.security.CurrentCaller;
import dev.usher.notification.LetterState;
import dev.usher.notification.Letters;
import dev.usher.notification.TenantMail;
import dev.usher.notification.TenantMails;
import dev.usher.platform.Problem;
import dev.usher.tenant.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;

/** What a tenant chose for its mail. Codes travel to the activationUrl, so only cloud administrators set it. */
@Path("/tenants/{tenant}/mail-settings")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class MailSettingsEndpoint {
    @Inject
    private CurrentCaller current;

    @Inject
    private TenantMails mails;

    @Inject
    private Letters letters;

    @GET
    @Operation(summary = "Shows the mail settings, and whether mail leaves", answer = "MailSettings")
    public Response read(@PathParam("tenant") String tenant) {
        Caller caller = current.reads(tenant);
        return answer(caller, mails.read(caller.tenant()));
    }

    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Changes the mail settings; activationUrl null takes it away",
            parameters = RequestParameter.IF_MATCH,
            request = "MailSettingsChange",
            answer = "MailSettings")
    public Response change(@PathParam("tenant") String tenant, Body body, @Context HttpHeaders headers) {
        Caller caller = current.governs(tenant);
        body.only("activationUrl", "language", "noticeAddresses");
        if (body.has("activationUrl")) {
            current.proved();
        }
        return answer(
                caller,
                retried(() -> mails.change(caller, before -> edited(before, body), Versions.admitted(headers))));
    }

    private static TenantMail edited(TenantMail before, Body body) {
        return new TenantMail(
                body.has("activationUrl")
                        ? body.optionalText("activationUrl")
                                .filter(url -> !url.isBlank())
                                .map(MailSettingsEndpoint::url)
                        : before.activationUrl(),
                body.optionalText("language").orElse(before.language()),
                body.has("noticeAddresses") ? body.texts("noticeAddresses") : before.noticeAddresses(),
                before.version());
    }

    private Response answer(Caller caller, TenantMail mail) {
        Optional<String> stopped = letters.stopped();
        var json = Json.createObjectBuilder(TenantMails.json(mail))
                .add("leaves", stopped.isEmpty())
                .add(
                        "counts",
                        Json.createObjectBuilder()
                                .add("waiting", letters.count(caller.tenant(), LetterState.WAITING))
                                .add("dead", letters.count(caller.tenant(), LetterState.DEAD)));
        stopped.ifPresent(reason -> json.add("reason", reason));
        return Response.ok(json.build()).tag(Versions.tag(mail.version())).build();
    }

    private static URI url(String text) {
        try {
            return URI.create(text.strip());
        } catch (IllegalArgumentException e) {
            throw Problem.field("activationUrl", "activationUrl is no URL.");
        }
    }
}
