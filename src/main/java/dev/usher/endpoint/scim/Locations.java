package dev.usher.endpoint.scim;

import dev.usher.endpoint.security.Outside;
import dev.usher.platform.Settings;
import dev.usher.scim.schema.ResourceType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/**
 * Absolute addresses in answers. The public URL is the operator's word; without it the Host header is believed only
 * where it names this machine, since anybody can send another, and a trusted proxy's forwarded headers are.
 */
@ApplicationScoped
public class Locations {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
    private static final String SCIM = "/scim/v2";
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    @Inject
    private Settings settings;

    @Inject
    private Outside outside;

    @Inject
    private HttpServletRequest request;

    /** Where Usher is, without a slash at its end. */
    public String root() {
        return settings.publicUrl()
                .map(Object::toString)
                .or(() -> outside.address(request).map(url -> url + request.getContextPath()))
                .orElseGet(this::here);
    }

    /** The SCIM base, without a slash at its end. */
    String base() {
        return root() + SCIM;
    }

    /** Where a resource is. */
    String of(ResourceType type, String id) {
        return base() + type.endpoint() + "/" + id;
    }

    private String here() {
        String scheme = request.isSecure() ? "https" : "http";
        boolean believed = LOOPBACK.contains(request.getServerName());
        String host = believed ? request.getServerName() : "localhost";
        int port = believed ? request.getServerPort() : request.getLocalPort();
        boolean usual = port == (request.isSecure() ? HTTPS : HTTP);
        String bracketed = host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
        return scheme + "://" + bracketed + (usual ? "" : ":" + port) + request.getContextPath();
    }
}
