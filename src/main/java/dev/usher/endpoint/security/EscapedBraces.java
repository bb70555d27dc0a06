package dev.usher.endpoint.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** A request whose path has its braces escaped: JAX-RS takes literal ones for a template, and refuses the request. */
final class EscapedBraces extends HttpServletRequestWrapper {
    private EscapedBraces(HttpServletRequest request) {
        super(request);
    }

    /** The request itself where there is nothing to escape. */
    static HttpServletRequest of(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.indexOf('{') < 0 && path.indexOf('}') < 0 ? request : new EscapedBraces(request);
    }

    @Override
    public String getRequestURI() {
        return escaped(super.getRequestURI());
    }

    @Override
    public StringBuffer getRequestURL() {
        return new StringBuffer(escaped(super.getRequestURL().toString()));
    }

    private static String escaped(String path) {
        return path.replace("{", "%7B").replace("}", "%7D");
    }
}
