package dev.usher.monitoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** The node's numbers for a scraper, in OpenMetrics or in Prometheus' older text, as it accepts. The door checked who asks. */
@Path("/metrics")
@ApplicationScoped
public class MetricsEndpoint {
    private static final String OPEN_METRICS = "application/openmetrics-text; version=1.0.0; charset=utf-8";
    private static final String PLAIN = "text/plain; version=0.0.4; charset=utf-8";
    private static final int FORBIDDEN = 403;

    @Inject
    private Metrics metrics;

    @Inject
    private HttpServletRequest request;

    @GET
    public Response scrape() {
        if (!Boolean.TRUE.equals(request.getAttribute("dev.usher.monitoring.admitted"))) {
            return Response.status(FORBIDDEN).build();
        }
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        boolean plain = accept != null && accept.startsWith("text/plain");
        String type = plain ? PLAIN : OPEN_METRICS;
        return Response.ok(metrics.scrape(type))
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
