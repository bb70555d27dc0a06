package dev.usher.endpoint.admin;

import static dev.usher.platform.Contention.retried;

import dev.usher.administrator.Sessions;
import dev.usher.administrator.SingleSignOn;
import dev.usher.endpoint.scim.Locations;
import dev.usher.endpoint.security.SessionCookie;
import dev.usher.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Signing in at the console by an OpenID provider. The browser itself goes these ways, so what went wrong is told by the
 * sign-in page, which learns a code and no more.
 */
@Path("/oidc")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class SingleSignOnEndpoint {
    private static final String PAGE = "/ui/login.html";
    private static final int LONGEST = 2_000;

    @Inject
    private SingleSignOn signOn;

    @Inject
    private Sessions sessions;

    @Inject
    private Locations locations;

    @Inject
    private HttpServletRequest request;

    @GET
    @Operation(summary = "Names the OpenID provider by which administrators can sign in", answer = "SingleSignOn")
    public JsonObject options() {
        return Json.createObjectBuilder()
                .add("name", signOn.name().<JsonValue>map(Json::createValue).orElse(JsonValue.NULL))
                .build();
    }

    @GET
    @Path("/start")
    @Operation(
            summary = "Sends the browser to the OpenID provider",
            parameters = {RequestParameter.PAGE_AFTER, RequestParameter.FRESHLY},
            status = 303)
    public Response start(@Context UriInfo uri) {
        configured();
        String to = RequestParameter.PAGE_AFTER
                .of(uri)
                .filter(page -> page.length() <= LONGEST)
                .orElse("");
        boolean freshly = RequestParameter.FRESHLY.of(uri).map(Boolean::valueOf).orElse(false);
        return signOn.leave(to, callback(), freshly)
                .map(leave -> Response.seeOther(leave.to())
                        .header(HttpHeaders.SET_COOKIE, SessionCookie.attempt(leave.sealed()))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build())
                .orElseGet(() -> refused(SingleSignOn.Refusal.PROVIDER));
    }

    @GET
    @Path("/callback")
    @Operation(
            summary = "Takes the browser back from the OpenID provider and begins a session",
            parameters = {RequestParameter.SIGN_IN_STATE, RequestParameter.SIGN_IN_CODE},
            status = 303)
    public Response back(@Context UriInfo uri) {
        configured();
        String state = RequestParameter.SIGN_IN_STATE.of(uri).orElse("");
        String code = RequestParameter.SIGN_IN_CODE.of(uri).orElse("");
        SingleSignOn.Return back = SessionCookie.readAttempt(request)
                .filter(cookie -> !code.isEmpty() && code.length() <= LONGEST)
                .map(cookie -> signOn.back(cookie, state, code, callback()))
                .orElseGet(() -> new SingleSignOn.Refused(SingleSignOn.Refusal.ATTEMPT));
        return back instanceof SingleSignOn.Entry entry ? entered(entry) : refused(((SingleSignOn.Refused) back).why());
    }

    private Response entered(SingleSignOn.Entry person) {
        // A new secret at each sign-in; what the browser had before is of no use any more.
        SessionCookie.read(request).ifPresent(sessions::end);
        String secret = SessionCookie.begin(retried(() -> sessions.begin(person.known(), person.provedAt())));
        return Response.fromResponse(page("in&to=" + URLEncoder.encode(person.to(), StandardCharsets.UTF_8)))
                .header(HttpHeaders.SET_COOKIE, secret)
                .build();
    }

    private void configured() {
        if (signOn.name().isEmpty()) {
            throw Problem.notFound("An OpenID provider");
        }
    }

    private String callback() {
        return locations.root() + "/api/v1/oidc/callback";
    }

    private Response refused(SingleSignOn.Refusal why) {
        return page("refused=" + why.code());
    }

    /** To the sign-in page; the attempt is over. */
    private Response page(String query) {
        return Response.seeOther(URI.create(locations.root() + PAGE + "?" + query))
                .header(HttpHeaders.SET_COOKIE, SessionCookie.endAttempt())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
