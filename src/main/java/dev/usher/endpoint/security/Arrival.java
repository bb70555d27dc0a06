package dev.usher.endpoint.security;

import dev.usher.platform.Drain;
import dev.usher.platform.Settings;
import dev.usher.platform.Traffic;
import dev.usher.platform.Visit;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/**
 * What every request meets first and leaves last: it gets an id, answers get the headers that keep browsers from guessing
 * and framing, and its end is counted. An endpoint that needs other headers sets its own over them.
 */
@ApplicationScoped
class Arrival {
    private static final String REQUEST_ID = "X-Request-Id";
    private static final String TRACE_PARENT = "traceparent";

    @Inject
    private Settings settings;

    @Inject
    private Traffic traffic;

    @Inject
    private Drain drain;

    private boolean tls;

    @PostConstruct
    void read() {
        tls = settings.publicUrl()
                .filter(url -> "https".equalsIgnoreCase(url.getScheme()))
                .isPresent();
    }

    /** Begins the visit, once for each request. */
    void begin(HttpServletRequest request, HttpServletResponse response) {
        if (visit(request).isPresent()) {
            return;
        }
        var visit = Visit.begin(
                request.getMethod(),
                Door.path(request),
                Optional.ofNullable(request.getHeader(REQUEST_ID)),
                Optional.ofNullable(request.getHeader(TRACE_PARENT)));
        request.setAttribute(Visit.class.getName(), visit);
        traffic.began();
        response.setHeader(REQUEST_ID, visit.requestId());
        visit.traceParent().ifPresent(trace -> response.setHeader(TRACE_PARENT, trace));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        if (drain.active()) {
            response.setHeader("Connection", "close");
        }
        if (tls) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
    }

    /** Ends it; later calls change nothing. */
    void end(HttpServletRequest request, int status) {
        visit(request).ifPresent(visit -> traffic.ended(visit, status));
    }

    static Optional<Visit> visit(HttpServletRequest request) {
        return Optional.ofNullable(request.getAttribute(Visit.class.getName()))
                .filter(Visit.class::isInstance)
                .map(Visit.class::cast);
    }
}
