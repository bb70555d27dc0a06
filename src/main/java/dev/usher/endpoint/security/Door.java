package dev.usher.endpoint.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Which interface a request calls; each has its own credentials and its own words for errors. */
enum Door {
    SCIM,
    API,
    /** Numbers about the whole node. */
    METRICS,
    /** Static files, health: nobody is asked. */
    OPEN;

    /** By the path as the container decoded it, so that an encoded letter does not walk around the check. */
    static Door of(HttpServletRequest request) {
        return ofPath(path(request));
    }

    /** By a path within the application. */
    static Door ofPath(String path) {
        if (under(path, "/scim")) {
            return SCIM;
        }
        if (under(path, "/ops/metrics")) {
            return METRICS;
        }
        return under(path, "/api") ? API : OPEN;
    }

    /** The decoded path within the application. */
    static String path(HttpServletRequest request) {
        return request.getServletPath()
                + Optional.ofNullable(request.getPathInfo()).orElse("");
    }

    private static boolean under(String path, String root) {
        return path.equals(root) || path.startsWith(root + "/");
    }
}
