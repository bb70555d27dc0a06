package dev.usher.endpoint.admin;

import static dev.usher.platform.Contention.retried;

import dev.usher.administrator.Session;
import dev.usher.administrator.Sessions;
import dev.usher.endpoint.security.CurrentCaller;
import dev.usher.endpoint.security.SessionCookie;
import dev.usher.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** All sessions of whoever asks. */
@Path("/sessions")
@ApplicationScoped
public class SessionsEndpoint {
    @Inject
    private CurrentCaller current;

    @Inject
    private Sessions sessions;

    @DELETE
    @Operation(summary = "Signs out everywhere", parameters = RequestParameter.CONSOLE, status = 204)
    public Response end() {
        Session session = current.session()
                .orElseThrow(() -> Problem.conflict("no-session", "This belongs to a console session; sign in first."));
        retried(() -> sessions.endAll(session.administrator()));
        return Response.noContent()
                .header(HttpHeaders.SET_COOKIE, SessionCookie.end())
                .build();
    }
}
