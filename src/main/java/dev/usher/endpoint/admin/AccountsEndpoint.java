package dev.usher.endpoint.admin;

import dev.usher.assignment.MappingId;
import dev.usher.catalog.ProfileId;
import dev.usher.endpoint.security.CurrentCaller;
import dev.usher.extension.Extensions;
import dev.usher.people.AccountQuery;
import dev.usher.people.AccountState;
import dev.usher.people.AccountView;
import dev.usher.people.Accounts;
import dev.usher.people.LegalHolds;
import dev.usher.people.UserId;
import dev.usher.platform.Problem;
import dev.usher.scim.resource.JsonLimits;
import dev.usher.scim.resource.JsonText;
import dev.usher.scim.resource.ResourceReader;
import dev.usher.scim.schema.ResourceType;
import dev.usher.tenant.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
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
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A tenant's people: those that SCIM sees, and those it deleted, until they are purged. */
@Path("/tenants/{tenant}/users")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class AccountsEndpoint {
    private static final String WHAT = "This user";
    private static final int MOST_BYTES = 10_000;

    @Inject
    private CurrentCaller current;

    @Inject
    private Accounts accounts;

    @Inject
    private UserTable table;

    @Inject
    private LegalHolds holds;

    @Inject
    private Extensions extensions;

    @GET
    @Operation(
            summary = "Lists people, newest first",
            parameters = {
                RequestParameter.USER_QUERY,
                RequestParameter.USER_STATE,
                RequestParameter.PROFILE,
                RequestParameter.MAPPING
            },
            answer = "Account",
            list = true)
    public JsonObject list(@PathParam("tenant") String tenant, @Context UriInfo uri) {
        Caller caller = current.reads(tenant);
        var paging = Paging.of(uri);
        return paging.answer(
                accounts.page(caller, query(uri), paging.afterId(), paging.fetch()),
                view -> view.id().toString(),
                AccountJson::head);
    }

    @POST
    @Consumes({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE})
    @Operation(
            summary =
                    "Makes a manual user from a SCIM user, or many from a table whose header names SCIM paths; the same"
                            + " mappings classify them",
            parameters = RequestParameter.DRY_RUN,
            request = "ScimUser",
            answer = "WholeAccount",
            csv = "UserImport",
            status = 201)
    public Response create(
            @PathParam("tenant") String tenant, InputStream entity, @Context HttpHeaders headers, @Context UriInfo uri)
            throws IOException {
        Caller caller = current.changes(tenant);
        boolean dryRun = RequestParameter.DRY_RUN.flag(uri);
        MediaType type = headers.getMediaType();
        if (type != null && type.getSubtype().equalsIgnoreCase("csv")) {
            return Response.ok(table.answer(caller, entity, dryRun)).build();
        }
        if (dryRun) {
            throw Problem.field("dryRun", "Only a table has a dry run; POST /mappings/preview judges one user.");
        }
        var reader = new ResourceReader(extensions.registry(caller));
        AccountView made = accounts.create(
                caller, reader.read(ResourceType.USER, BodyReader.read(entity).object()));
        return Response.created(
                        uri.getAbsolutePathBuilder().path(made.id().toString()).build())
                .tag(Versions.tag(made.version()))
                .entity(whole(caller, made))
                .build();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Shows a person, what was assigned, and why", answer = "WholeAccount")
    public Response read(@PathParam("tenant") String tenant, @PathParam("id") String id) {
        Caller caller = current.reads(tenant);
        return answer(caller, accounts.find(caller, id(id)).orElseThrow(() -> Problem.notFound(WHAT)));
    }

    @POST
    @Path("/{id}/preserve")
    @Operation(
            summary = "Ends the person's access; the data stays",
            parameters = RequestParameter.IF_MATCH,
            answer = "WholeAccount")
    public Response preserve(
            @PathParam("tenant") String tenant, @PathParam("id") String id, @Context HttpHeaders headers) {
        Caller caller = current.changes(tenant);
        return answer(caller, accounts.preserve(caller, id(id), Versions.admitted(headers)));
    }

    @POST
    @Path("/{id}/restore")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Gives access back, also to a deleted user; under another userName where the own one is taken",
            parameters = RequestParameter.IF_MATCH,
            request = "RestoredAs",
            bodyOptional = true,
            answer = "WholeAccount")
    public Response restore(
            @PathParam("tenant") String tenant,
            @PathParam("id") String id,
            InputStream entity,
            @Context HttpHeaders headers)
            throws IOException {
        Caller caller = current.changes(tenant);
        return answer(caller, accounts.restore(caller, id(id), newName(entity), Versions.admitted(headers)));
    }

    @PUT
    @Path("/{id}/profile")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Gives the person another profile in the same storage region",
            parameters = RequestParameter.IF_MATCH,
            request = "NewProfileOfUser",
            answer = "WholeAccount")
    public Response assign(
            @PathParam("tenant") String tenant, @PathParam("id") String id, Body body, @Context HttpHeaders headers) {
        Caller caller = current.changes(tenant);
        body.only("profileId", "quotaBytes");
        var quotaBytes = body.optionalNumber("quotaBytes");
        if (quotaBytes.orElse(0) < 0) {
            throw Problem.field("quotaBytes", "A quota is not negative.");
        }
        var profile = new ProfileId(body.id("profileId"));
        return answer(caller, accounts.assign(caller, id(id), profile, quotaBytes, Versions.admitted(headers)));
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            summary = "Purges the person: everything is forgotten for ever",
            parameters = RequestParameter.IF_MATCH,
            status = 204)
    public void purge(@PathParam("tenant") String tenant, @PathParam("id") String id, @Context HttpHeaders headers) {
        accounts.purge(current.changes(tenant), id(id), Versions.admitted(headers));
    }

    private Response answer(Caller caller, AccountView view) {
        return Response.ok(whole(caller, view))
                .tag(Versions.tag(view.version()))
                .build();
    }

    private JsonObject whole(Caller caller, AccountView view) {
        JsonObject told = AccountJson.whole(
                view, accounts.why(caller, view), caller.versions().order());
        return Json.createObjectBuilder(told)
                .add("legalHold", orNull(holds.find(caller.tenant(), view.id()).map(LegalHoldEndpoint::json)))
                .add("suggestion", orNull(accounts.suggestion(caller, view.id()).map(SuggestionsEndpoint::json)))
                .build();
    }

    private static JsonValue orNull(Optional<JsonObject> found) {
        return found.<JsonValue>map(object -> object).orElse(JsonValue.NULL);
    }

    /** The body may be left out, which a typed parameter would refuse. */
    private static Optional<String> newName(InputStream entity) throws IOException {
        byte[] bytes = entity.readNBytes(MOST_BYTES + 1);
        if (bytes.length == 0) {
            return Optional.empty();
        }
        var body = new Body(JsonText.read(bytes, new JsonLimits(MOST_BYTES, 4, 10)));
        return body.only("userName").optionalText("userName").filter(name -> !name.isBlank());
    }

    private static UserId id(String text) {
        return new UserId(Body.pathId(text, WHAT));
    }

    private static AccountQuery query(UriInfo uri) {
        return new AccountQuery(
                RequestParameter.USER_QUERY.filled(uri).orElse(""),
                RequestParameter.USER_STATE
                        .filled(uri)
                        .map(AccountsEndpoint::states)
                        .orElse(Set.of()),
                RequestParameter.PROFILE.id(uri).map(ProfileId::new),
                RequestParameter.MAPPING.id(uri).map(MappingId::new));
    }

    private static Set<AccountState> states(String text) {
        return switch (text.strip().toUpperCase(Locale.ROOT)) {
            case "ACTIVE" -> EnumSet.of(AccountState.ACTIVE);
            case "PRESERVED" -> EnumSet.complementOf(EnumSet.of(AccountState.ACTIVE));
            case "DELETED" -> EnumSet.of(AccountState.PRESERVED_BY_IDP_DELETE);
            default -> EnumSet.of(Body.constant(RequestParameter.USER_STATE.word(), text, AccountState.class));
        };
    }
}
