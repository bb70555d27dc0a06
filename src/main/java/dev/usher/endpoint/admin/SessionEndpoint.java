package dev.usher.endpoint.admin;

import static dev.usher.platform.Contention.retried;

import dev.usher.administrator.AdminIdentity;
import dev.usher.administrator.Administrators;
import dev.usher.administrator.PasswordHash;
import dev.usher.administrator.Session;
import dev.usher.administrator.Sessions;
import dev.usher.administrator.SignIn;
import dev.usher.administrator.SignInAnswer;
import dev.usher.endpoint.security.CurrentCaller;
import dev.usher.endpoint.security.SameSite;
import dev.usher.endpoint.security.SessionCookie;
import dev.usher.platform.Problem;
import dev.usher.platform.Secret;
import dev.usher.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Map;

/** Signing in and out at the console, and who is signed in. */
@Path("/session")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class SessionEndpoint {
    @Inject
    private CurrentCaller current;

    @Inject
    private SignIn signIn;

    @Inject
    private Sessions sessions;

    @Inject
    private Administrators administrators;

    @Inject
    private Tenants tenants;

    @Inject
    private SameSite sameSite;

    @Inject
    private HttpServletRequest request;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Signs in; the session's cookie comes with the answer",
            parameters = RequestParameter.CONSOLE,
            request = "SignIn",
            answer = "WhoAmI")
    public Response begin(Body body) {
        if (!sameSite.trusts(request)) {
            throw new Problem(
                    403, "cross-site", "Not allowed", "Sign in from the console: send X-Usher-Console: 1.", Map.of());
        }
        body.only("name", "password");
        SignInAnswer.Known known = known(signIn.verify(body.text("name"), new Secret(body.text("password"))), 401);
        // A new secret at each sign-in; what the browser had before is of no use any more.
        SessionCookie.read(request).ifPresent(sessions::end);
        return Response.ok(json(known.identity()))
                .header(HttpHeaders.SET_COOKIE, SessionCookie.begin(retried(() -> sessions.begin(known))))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @GET
    @Operation(summary = "Shows who is signed in", answer = "WhoAmI")
    public Response read() {
        return Response.ok(json(current.administrator()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @DELETE
    @Operation(summary = "Signs out", parameters = RequestParameter.CONSOLE, status = 204)
    public Response end() {
        current.administrator();
        SessionCookie.read(request).ifPresent(sessions::end);
        return Response.noContent()
                .header(HttpHeaders.SET_COOKIE, SessionCookie.end())
                .build();
    }

    @POST
    @Path("/proof")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Shows the password again, for acts that want it",
            parameters = RequestParameter.CONSOLE,
            request = "Proof",
            status = 204)
    public void prove(Body body) {
        Session session = session();
        known(
                signIn.verify(
                        session.identity().name(),
                        new Secret(body.only("password").text("password"))),
                403);
        SessionCookie.read(request).ifPresent(sessions::proved);
    }

    @PUT
    @Path("/password")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Changes the own password; all other sessions end",
            parameters = RequestParameter.CONSOLE,
            request = "PasswordChange",
            status = 204)
    public Response changePassword(Body body) {
        Session session = session();
        body.only("current", "password");
        known(signIn.verify(session.identity().name(), new Secret(body.text("current"))), 403);
        var password = PasswordHash.of(new Secret(body.text("password")));
        var known =
                retried(() -> administrators.changeOwnPassword(session.administrator(), session.identity(), password));
        retried(() -> sessions.endAll(session.administrator()));
        return Response.noContent()
                .header(HttpHeaders.SET_COOKIE, SessionCookie.begin(retried(() -> sessions.begin(known))))
                .build();
    }

    private Session session() {
        return current.session()
                .orElseThrow(() -> Problem.conflict("no-session", "This belongs to a console session; sign in first."));
    }

    private static SignInAnswer.Known known(SignInAnswer answer, int wrong) {
        if (answer instanceof SignInAnswer.Known known) {
            return known;
        }
        if (answer instanceof SignInAnswer.LockedOut locked) {
            long seconds = Math.max(1, locked.delay().plusMillis(999).toSeconds());
            throw new Problem(
                    429,
                    "locked-out",
                    "Too many failed sign-ins",
                    "Too many failed sign-ins; try again in " + seconds + " s.",
                    Map.of(AdminErrors.RETRY_AFTER, seconds));
        }
        if (answer instanceof SignInAnswer.Busy) {
            throw new Problem(
                    503,
                    "busy",
                    "Busy",
                    "Too many are signing in at this moment; try again in a few seconds.",
                    Map.of(AdminErrors.RETRY_AFTER, 2L));
        }
        throw new Problem(
                wrong, "wrong-password", "Not signed in", "Name and password do not belong together.", Map.of());
    }

    private JsonObject json(AdminIdentity identity) {
        var json = Json.createObjectBuilder()
                .add("name", identity.name())
                .add("role", identity.role().name().toLowerCase(Locale.ROOT))
                .add("apiKey", identity.apiKey());
        identity.tenant()
                .ifPresentOrElse(
                        tenant -> json.add("tenant", tenants.read(tenant).name()),
                        () -> json.add("tenant", JsonValue.NULL));
        current.session()
                .ifPresent(session -> json.add("endsAt", session.endsAt().toString()));
        return json.build();
    }
}
