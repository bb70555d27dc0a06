package dev.usher.endpoint.security;

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

    private SessionCookie() {}

    /** What {@code Set-Cookie} says for a new session; the server's own limits end it, the browser's end it sooner. */
    public static String begin(BearerSecret secret) {
        return NAME + "=" + secret.reveal() + FLAGS;
    }

    /** What {@code Set-Cookie} says to make the browser forget. */
    public static String end() {
        return NAME + "=" + FLAGS + "; Max-Age=0";
    }

    /** The secret that the request carries. */
    public static Optional<String> read(HttpServletRequest request) {
        return Stream.of(Optional.ofNullable(request.getCookies()).orElse(new Cookie[0]))
                .filter(cookie -> cookie.getName().equals(NAME))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }
}
