package dev.usher.endpoint.security;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Ends the visit of each request that came in; that of one which was refused at the door ended there, for then a server
 * runs no filter.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class VisitFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final int SERVER_ERROR = 500;

    @Inject
    private transient Arrival arrival;

    /** For the container. */
    public VisitFilter() {}

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        arrival.begin(request, response);
        boolean answered = false;
        try {
            chain.doFilter(EscapedBraces.of(request), response);
            answered = true;
        } finally {
            arrival.end(request, answered ? response.getStatus() : SERVER_ERROR);
        }
    }
}
