package dev.usher.endpoint.security;

import dev.usher.platform.Settings;
import dev.usher.platform.SqlCount;
import dev.usher.token.TokenAnswer;
import dev.usher.token.TokenUses;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.util.HashMap;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is noted when an answer leaves: the use of the token, and, where the setting asks for it, how many SQL statements
 * the request took. Each JAX-RS application lists it.
 */
@Provider
@ApplicationScoped
public class AnswerNotes implements ContainerResponseFilter {
    static final String SERVER_TIMING = "Server-Timing";

    private static final String NOTHING_WRITTEN = AnswerNotes.class.getName() + ".nothing";

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    private static final int SUCCESS = 200;
    private static final int REDIRECT = 300;

    @Inject
    private Settings settings;

    @Inject
    private TokenUses uses;

    @Inject
    private HttpServletRequest request;

    /** Says of a request that it wrote nothing, though its answer is a success. */
    public static void nothingWritten(HttpServletRequest request) {
        request.setAttribute(NOTHING_WRITTEN, true);
    }

    @Override
    public void filter(ContainerRequestContext asked, ContainerResponseContext answer) {
        if (settings.serverTiming()) {
            answer.getHeaders().putSingle(SERVER_TIMING, timing(SqlCount.count()));
        }
        Arrival.visit(request).ifPresent(visit -> visit.matched(address(asked.getUriInfo())));
        if (request.getAttribute(Doorkeeper.WHO) instanceof TokenAnswer.Use use) {
            boolean wrote = !READS.contains(asked.getMethod())
                    && answer.getStatus() >= SUCCESS
                    && answer.getStatus() < REDIRECT
                    && !asked.getUriInfo().getPath().endsWith(".search")
                    && request.getAttribute(NOTHING_WRITTEN) == null;
            uses.note(
                    use,
                    wrote,
                    Optional.ofNullable(asked.getHeaderString(HttpHeaders.USER_AGENT))
                            .orElse(""));
        }
    }

    /** The path with names in the place of values; what matched nothing is not repeated. */
    private static String address(UriInfo uri) {
        if (uri.getMatchedResources().isEmpty()) {
            return "unmatched";
        }
        var names = new HashMap<String, String>();
        uri.getPathParameters().forEach((name, values) -> values.forEach(value -> names.put(value, "{" + name + "}")));
        return uri.getBaseUri().getPath()
                + uri.getPathSegments().stream()
                        .map(segment -> names.getOrDefault(segment.getPath(), segment.getPath()))
                        .collect(Collectors.joining("/"));
    }

    static String timing(int statements) {
        return "sql;desc=\"" + statements + "\"";
    }
}
