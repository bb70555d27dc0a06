package dev.usher.endpoint.security;

import dev.usher.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps other sites from using a browser's session (CSRF). A change needs the console's own header, which no foreign page
 * can send without asking first, and an {@code Origin} that is ours where the browser names one; that bodies are JSON the
 * endpoints see to.
 */
@ApplicationScoped
public class SameSite {
    static final Refusal REFUSAL = Refusal.forbidden(
            "cross-site",
            "A session changes things only from the console: send X-Usher-Console: 1 from its own origin.");

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN = Set.of("same-origin", "none");

    @Inject
    private Settings settings;

    @Inject
    private Outside outside;

    /** Whether the request may use a session. */
    public boolean trusts(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !OWN.contains(site)) {
            return false;
        }
        return READS.contains(request.getMethod())
                || ("1".equals(request.getHeader("X-Usher-Console")) && ownOrigin(request));
    }

    private boolean ownOrigin(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        if (origin == null) {
            return true; // not a browser, or one too old to say: the header above decides
        }
        String here = "://" + request.getHeader("Host");
        return origin.equalsIgnoreCase("http" + here)
                || origin.equalsIgnoreCase("https" + here)
                || outside.address(request)
                        .map(URI::toString)
                        .filter(origin::equalsIgnoreCase)
                        .isPresent()
                || settings.publicUrl()
                        .flatMap(SameSite::origin)
                        .filter(origin::equalsIgnoreCase)
                        .isPresent();
    }

    private static Optional<String> origin(URI url) {
        return Optional.ofNullable(url.getRawAuthority()).map(authority -> url.getScheme() + "://" + authority);
    }
}
