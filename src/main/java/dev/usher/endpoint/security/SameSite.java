package dev.usher.endpoint.security;

import dev.usher.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps other sites from using a browser's session or the password that it keeps (CSRF). A change needs an {@code Origin}
 * that is ours where the browser names one, with a session also the console's own header, which no foreign page can send
 * without asking first; that bodies are JSON the endpoints see to.
 */
@ApplicationScoped
public class SameSite {
    /** What the console sends with each request, and no page of another site can. */
    public static final String CONSOLE = "X-Usher-Console";

    static final Refusal REFUSAL = Refusal.forbidden(
            "cross-site", "A browser changes things only from this site; with a session send X-Usher-Console: 1 too.");

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN = Set.of("same-origin", "none");

    @Inject
    private Settings settings;

    @Inject
    private Outside outside;

    /** Whether the request may use a session's cookie. */
    public boolean trusts(HttpServletRequest request) {
        return own(request)
                && (READS.contains(request.getMethod())
                        || ("1".equals(request.getHeader(CONSOLE)) && ownOrigin(request)));
    }

    /** Whether the request may use a credential of this sort: what was typed into a browser's own box it sends by itself. */
    boolean trusts(PresentedCredential.Sort sort, HttpServletRequest request) {
        if (sort == PresentedCredential.Sort.SESSION) {
            return trusts(request);
        }
        boolean kept = Credentials.basic(request);
        return !kept || READS.contains(request.getMethod()) || (own(request) && ownOrigin(request));
    }

    private static boolean own(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Sec-Fetch-Site"))
                .map(OWN::contains)
                .orElse(true); // not a browser
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
