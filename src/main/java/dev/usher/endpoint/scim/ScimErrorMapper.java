package dev.usher.endpoint.scim;

import dev.usher.platform.BrokenStatement;
import dev.usher.platform.DatabaseFault;
import dev.usher.platform.DuplicateRow;
import dev.usher.platform.Problem;
import dev.usher.platform.StatementTimeout;
import dev.usher.scim.error.ScimErrorMessage;
import dev.usher.scim.error.ScimException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/**
 * Turns everything that goes wrong under {@code /scim} into a SCIM error (RFC 7644 §3.12). What nobody foresaw is a 500
 * with a random reference, which stands with the stack trace in the log.
 */
@Provider
public class ScimErrorMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = System.getLogger(ScimErrorMapper.class.getName());
    private static final int DEEPEST = 20;
    private static final int UNAUTHORIZED = 401;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;
    private static final int UNAVAILABLE = 503;

    @Override
    public Response toResponse(Throwable error) {
        ScimException answer = answer(error);
        var response = Response.status(answer.status())
                .entity(ScimErrorMessage.json(answer).toString().getBytes(StandardCharsets.UTF_8));
        if (answer.status() == UNAVAILABLE || answer.status() == TOO_MANY_REQUESTS) {
            response.header(HttpHeaders.RETRY_AFTER, 1);
        }
        if (answer.status() == UNAUTHORIZED) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Usher SCIM\"");
        }
        if (error instanceof WebApplicationException web) {
            Optional.ofNullable(web.getResponse().getHeaderString(HttpHeaders.ALLOW))
                    .ifPresent(allowed -> response.header(HttpHeaders.ALLOW, allowed));
        }
        return response.build();
    }

    /** EJBs wrap what is no application exception, so the telling one may lie deeper. */
    static ScimException answer(Throwable error) {
        Throwable at = error;
        for (int depth = 0; at != null && depth < DEEPEST; depth++) {
            if (at instanceof ScimException scim) {
                return scim;
            }
            if (at instanceof Problem problem) {
                return ScimException.plain(problem.status(), problem.detail()).withCode(problem.code());
            }
            if (at instanceof WebApplicationException web) {
                return ofWeb(web);
            }
            at = at.getCause();
        }
        return DatabaseFault.within(error)
                .filter(fault -> !(fault instanceof BrokenStatement))
                .map(ScimErrorMapper::ofDatabase)
                .orElseGet(() -> unexpected(error));
    }

    private static ScimException ofWeb(WebApplicationException error) {
        int status = error.getResponse().getStatus();
        if (status >= SERVER_ERROR) {
            return unexpected(error);
        }
        return switch (status) {
            case 404 -> ScimException.notFound("there is nothing at this address");
            case 405 -> ScimException.methodNotAllowed("this method is not allowed here");
            default -> ScimException.plain(status, "the request cannot be understood");
        };
    }

    private static ScimException ofDatabase(DatabaseFault fault) {
        if (fault instanceof DuplicateRow duplicate) {
            return ScimException.uniqueness("a value that must be unique is taken", duplicate);
        }
        if (fault instanceof StatementTimeout) {
            return ScimException.tooMany("the request asks for too much at once");
        }
        LOG.log(Level.WARNING, "the database could not answer", fault);
        return ScimException.serviceUnavailable("the database is busy or away; try again");
    }

    private static ScimException unexpected(Throwable error) {
        String reference = UUID.randomUUID().toString();
        LOG.log(Level.ERROR, "unexpected failure, reference " + reference, error);
        return ScimException.plain(SERVER_ERROR, "something failed that should not; reference " + reference);
    }
}
