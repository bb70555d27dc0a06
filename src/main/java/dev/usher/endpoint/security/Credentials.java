package dev.usher.endpoint.security;

import dev.usher.administrator.ApiKeys;
import dev.usher.endpoint.security.PresentedCredential.Sort;
import dev.usher.platform.Secret;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Reads the Authorization header (RFC 9110 §11.4, RFC 6750 §2.1, RFC 7617 §2). */
final class Credentials {
    private static final String BEARER = "Bearer";
    private static final String BASIC = "Basic";

    private Credentials() {}

    /** A SCIM caller's token; the scheme's case does not count, as for every scheme. */
    static Optional<PresentedCredential> scim(String header) {
        return after(BEARER, header).map(text -> new PresentedCredential(Sort.TOKEN, "", new Secret(text)));
    }

    /** A password, or an API key as Bearer or as the password of Basic. */
    static Optional<PresentedCredential> api(String header) {
        Optional<String> bearer = after(BEARER, header);
        if (bearer.isPresent()) {
            return bearer.map(text -> new PresentedCredential(Sort.API_KEY, "", new Secret(text)));
        }
        return after(BASIC, header).flatMap(Credentials::basic);
    }

    /** Whether it came as a name and a password, whatever they are. */
    static boolean basic(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .flatMap(header -> after(BASIC, header))
                .isPresent();
    }

    /** A console session's secret. */
    static PresentedCredential session(String secret) {
        return new PresentedCredential(Sort.SESSION, "", new Secret(secret));
    }

    private static Optional<PresentedCredential> basic(String encoded) {
        String pair;
        try {
            pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // no Base64: as good as no credentials, and answered so
        }
        int colon = pair.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        String password = pair.substring(colon + 1);
        return Optional.of(
                password.startsWith(ApiKeys.PREFIX)
                        ? new PresentedCredential(Sort.API_KEY, "", new Secret(password))
                        : new PresentedCredential(Sort.PASSWORD, pair.substring(0, colon), new Secret(password)));
    }

    private static Optional<String> after(String scheme, String header) {
        boolean right = header.length() > scheme.length()
                && header.regionMatches(true, 0, scheme, 0, scheme.length())
                && header.charAt(scheme.length()) == ' ';
        return right ? Optional.of(header.substring(scheme.length()).strip()) : Optional.empty();
    }
}
