package dev.usher.endpoint.admin;

import static dev.usher.platform.Contention.retried;

import dev.usher.endpoint.security.CurrentCaller;
import dev.usher.notification.FilledMail;
import dev.usher.notification.MailKind;
import dev.usher.notification.MailPreview;
import dev.usher.notification.MailTemplate;
import dev.usher.notification.MailTemplates;
import dev.usher.platform.Problem;
import dev.usher.tenant.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;

/** The texts of mails by kind and language: built-in ones, and the tenant's own in their place. */
@Path("/tenants/{tenant}/mail-templates")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class MailTemplatesEndpoint {
    @Inject
    private CurrentCaller current;

    @Inject
    private MailTemplates templates;

    @Inject
    private MailPreview preview;

    @GET
    @Operation(summary = "Lists the templates that hold", answer = "MailTemplates")
    public JsonObject list(@PathParam("tenant") String tenant) {
        Caller caller = current.reads(tenant);
        var items = Json.createArrayBuilder();
        templates.all(caller.tenant()).forEach(one -> items.add(json(one)));
        return Json.createObjectBuilder().add("items", items).build();
    }

    @GET
    @Path("/{kind}/{language}")
    @Operation(summary = "Shows the template that holds", answer = "MailTemplate")
    public Response read(
            @PathParam("tenant") String tenant,
            @PathParam("kind") String kind,
            @PathParam("language") String language) {
        Caller caller = current.reads(tenant);
        return answer(templates.read(caller.tenant(), kind(kind), language));
    }

    @PUT
    @Path("/{kind}/{language}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Writes the tenant's own template; without html the mail is plain text",
            parameters = RequestParameter.IF_MATCH,
            request = "NewMailTemplate",
            answer = "MailTemplate")
    public Response write(
            @PathParam("tenant") String tenant,
            @PathParam("kind") String kind,
            @PathParam("language") String language,
            Body body,
            @Context HttpHeaders headers) {
        MailKind of = kind(kind);
        Caller caller = writer(tenant, of);
        if (of == MailKind.ACTIVATION) {
            current.proved();
        }
        MailTemplate wanted = given(of, language, body.only("subject", "text", "html"));
        return answer(retried(() -> templates.write(caller, wanted, Versions.admitted(headers))));
    }

    @DELETE
    @Path("/{kind}/{language}")
    @Operation(
            summary = "Takes the tenant's own template away: the built-in one holds again",
            parameters = RequestParameter.IF_MATCH,
            status = 204)
    public void reset(
            @PathParam("tenant") String tenant,
            @PathParam("kind") String kind,
            @PathParam("language") String language,
            @Context HttpHeaders headers) {
        retried(() -> templates.reset(writer(tenant, kind(kind)), kind(kind), language, Versions.admitted(headers)));
    }

    /** An activation's link holds its code, which a text could carry elsewhere: as the link, only governors choose it. */
    private Caller writer(String tenant, MailKind kind) {
        return kind == MailKind.ACTIVATION ? current.governs(tenant) : current.changes(tenant);
    }

    @POST
    @Path("/{kind}/{language}/preview")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Fills a template that is not saved, or with {} the one that holds, for a user or with samples",
            request = "MailTemplateTrial",
            answer = "FilledMail")
    public JsonObject preview(
            @PathParam("tenant") String tenant,
            @PathParam("kind") String kind,
            @PathParam("language") String language,
            Body body) {
        Caller caller = current.reads(tenant);
        body.only("subject", "text", "html", "userId");
        MailKind of = kind(kind);
        boolean unsaved = body.has("subject") || body.has("text") || body.has("html");
        MailTemplate template = unsaved ? given(of, language, body) : templates.read(caller.tenant(), of, language);
        Optional<UUID> user = body.optionalId("userId");
        return filled(preview.of(caller.tenant(), template, user));
    }

    private static MailTemplate given(MailKind kind, String language, Body body) {
        return new MailTemplate(
                kind,
                language,
                body.text("subject"),
                body.text("text"),
                body.optionalText("html").filter(html -> !html.isBlank()),
                0);
    }

    private static MailKind kind(String code) {
        return MailKind.of(code).orElseThrow(() -> Problem.notFound("This kind of mail"));
    }

    private static Response answer(MailTemplate template) {
        return Response.ok(json(template)).tag(Versions.tag(template.version())).build();
    }

    private static JsonObject json(MailTemplate template) {
        var placeholders = Json.createArrayBuilder();
        template.kind().placeholders().stream().sorted().forEach(placeholders::add);
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("kind", template.kind().code())
                .add("language", template.language())
                .add("custom", template.custom())
                .add("subject", template.subject())
                .add("text", template.text())
                .add("placeholders", placeholders);
        template.html().ifPresent(html -> json.add("html", html));
        return json.build();
    }

    private static JsonObject filled(FilledMail mail) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("language", mail.language())
                .add("subject", mail.subject())
                .add("text", mail.text());
        mail.html().ifPresent(html -> json.add("html", html));
        return json.build();
    }
}
