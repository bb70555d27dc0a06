package dev.usher.endpoint.admin;

import dev.usher.endpoint.security.ProblemJson;
import dev.usher.platform.BrokenStatement;
import dev.usher.platform.DatabaseFault;
import dev.usher.platform.DuplicateRow;
import dev.usher.platform.Problem;
import dev.usher.scim.error.ScimException;
import dev.usher.scim.error.ScimType;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Turns everything that goes wrong under {@code /api} into {@code application/problem+json}. What nobody foresaw is a 500
 * with a random reference, which stands with the stack trace in the log.
 */
@Provider
public class AdminErrors implements ExceptionMapper<Throwable> {
    /** The further member that becomes the header of that name: seconds. */
    static final String RETRY_AFTER = "retryAfter";

    private static final Logger LOG = System.getLogger(AdminErrors.class.getName());
    private static final int DEEPEST = 20;
    private static final int SERVER_ERROR = 500;
    private static final int UNAVAILABLE = 503;
    private static final int UNAUTHORIZED = 401;

    @Override
    public Response toResponse(Throwable error) {
        Problem problem = problem(error);
        var response = Response.status(problem.status())
                .type(ProblemJson.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(ProblemJson.of(problem));
        if (problem.extra().containsKey(RETRY_AFTER)) {
            response.header(HttpHeaders.RETRY_AFTER, problem.extra().get(RETRY_AFTER));
        } else if (problem.status() == UNAVAILABLE) {
            response.header(HttpHeaders.RETRY_AFTER, 1);
        }
        if (problem.status() == UNAUTHORIZED) {
            // Basic's challenge comes from the door; what is refused here was typed into a form.
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Session realm=\"Usher\"");
        }
        if (error instanceof WebApplicationException web) {
            Optional.ofNullable(web.getResponse().getHeaderString(HttpHeaders.ALLOW))
                    .ifPresent(allowed -> response.header(HttpHeaders.ALLOW, allowed));
        }
        return response.build();
    }

    /** EJBs wrap what is no application exception, so the telling one may lie deeper. */
    private static Problem problem(Throwable error) {
        Throwable at = error;
        for (int depth = 0; at != null && depth < DEEPEST; depth++) {
            if (at instanceof Problem problem) {
                return problem;
            }
            if (at instanceof ScimException scim) {
                return ofScim(scim);
            }
            if (at instanceof WebApplicationException web) {
                return ofWeb(web);
            }
            at = at.getCause();
        }
        return DatabaseFault.within(error)
                .filter(fault -> !(fault instanceof BrokenStatement))
                .map(AdminErrors::ofDatabase)
                .orElseGet(() -> unexpected(error));
    }

    private static Problem ofScim(ScimException error) {
        String code =
                error.code().or(() -> error.scimType().map(ScimType::text)).orElse("refused");
        return new Problem(error.status(), code, "The request is not valid", error.detail(), Map.of());
    }

    private static Problem ofWeb(WebApplicationException error) {
        int status = error.getResponse().getStatus();
        if (status >= SERVER_ERROR) {
            return unexpected(error);
        }
        return switch (status) {
            case 404 -> Problem.notFound("This address");
            case 405 -> plain(status, "method-not-allowed", "This method is not allowed here.");
            case 406 -> plain(status, "not-acceptable", "This media type cannot be made here.");
            case 415 -> plain(status, "unsupported-media-type", "Send application/json.");
            default -> plain(status, "invalid-request", "The request cannot be understood.");
        };
    }

    private static Problem ofDatabase(DatabaseFault fault) {
        if (fault instanceof DuplicateRow) {
            return Problem.conflict("taken", "This exists already.");
        }
        LOG.log(Level.WARNING, "the database could not answer", fault);
        return plain(UNAVAILABLE, "busy", "The database is busy or away; try again.");
    }

    private static Problem plain(int status, String code, String detail) {
        return new Problem(status, code, Response.Status.fromStatusCode(status).getReasonPhrase(), detail, Map.of());
    }

    private static Problem unexpected(Throwable error) {
        String reference = UUID.randomUUID().toString();
        LOG.log(Level.ERROR, "unexpected failure, reference " + reference, error);
        return new Problem(
                SERVER_ERROR,
                "unexpected",
                "Unexpected failure",
                "Something failed that should not. Reference: " + reference,
                Map.of("reference", reference));
    }
}
