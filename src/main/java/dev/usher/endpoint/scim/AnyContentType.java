package dev.usher.endpoint.scim;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;

/**
 * A Content-Type that is none (blank, one word, two of them) would be refused by JAX-RS before {@link ScimTransport} can
 * say that any will do; what is behind this filter sees JSON instead.
 */
@WebFilter(filterName = "AnyContentType", urlPatterns = "/scim/*")
public class AnyContentType extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String JSON = "application/json";

    /** For the container. */
    public AnyContentType() {}

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(readable(request) ? request : new AsJson(request), response);
    }

    private static boolean readable(HttpServletRequest request) {
        List<String> types = Collections.list(request.getHeaders(HttpHeaders.CONTENT_TYPE));
        return types.isEmpty() || types.size() == 1 && readable(types.get(0));
    }

    private static boolean readable(String type) {
        if (type.isBlank() || type.indexOf(',') >= 0) {
            return false;
        }
        try {
            return !MediaType.valueOf(type).getSubtype().isEmpty();
        } catch (IllegalArgumentException e) {
            // It is no media type; whatever it was, the body decides.
            return false;
        }
    }

    /** The same request with another Content-Type. */
    private static final class AsJson extends HttpServletRequestWrapper {
        AsJson(HttpServletRequest request) {
            super(request);
        }

        private static boolean type(String name) {
            return name.toLowerCase(Locale.ROOT).equals("content-type");
        }

        @Override
        public String getContentType() {
            return JSON;
        }

        @Override
        public String getHeader(String name) {
            return type(name) ? JSON : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return type(name) ? Collections.enumeration(List.of(JSON)) : super.getHeaders(name);
        }
    }
}
