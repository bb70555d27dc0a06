package dev.usher.endpoint.security;

import dev.usher.administrator.SingleSignOn;
import dev.usher.platform.BearerSecret;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The console's cookie. Its prefix makes browsers refuse it without {@code Secure}, with a domain, or for another path,
 * so that no neighbour can plant one; on loopback browsers take it over plain HTTP too.
 */
public final class SessionCookie {
    private static final String NAME = "__Host-usher";
    private static final String FLAGS = "; Path=/; Secure; HttpOnly; SameSite=Strict";
    private static final String ATTEMPT = "__Host-usher-sign-in";
    private static final String ATTEMPT_FLAGS = "; Path=/; Secure; HttpOnly; SameSite=Lax";

    private SessionCookie() {}

    /** What {@code Set-Cookie} says for a new session; the server's own limits end it, the browser's end it sooner. */
    public static String begin(BearerSecret secret) {
        return NAME + "=" + secret.reveal() + FLAGS;
    }

    /** What {@code Set-Cookie} says to make the browser forget. */
    public static String end() {
        return NAME + "=" + FLAGS + "; Max-Age=0";
    }

    /** What {@code Set-Cookie} says for an attempt to sign in elsewhere; lax, since the way back begins at another site. */
    public static String attempt(String sealed) {
        return ATTEMPT + "=" + sealed + ATTEMPT_FLAGS + "; Max-Age=" + SingleSignOn.PATIENCE.toSeconds();
    }

    /** What {@code Set-Cookie} says when the attempt is over. */
    public static String endAttempt() {
        return ATTEMPT + "=" + ATTEMPT_FLAGS + "; Max-Age=0";
    }

    /** The attempt that the request carries. */
    public static Optional<String> readAttempt(HttpServletRequest request) {
        return read(request, ATTEMPT);
    }

    /** The secret that the request carries. */
    public static Optional<String> read(HttpServletRequest request) {
        return read(request, NAME);
    }

    private static Optional<String> read(HttpServletRequest request, String name) {
        return Stream.of(Optional.ofNullable(request.getCookies()).orElse(new Cookie[0]))
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }
}
