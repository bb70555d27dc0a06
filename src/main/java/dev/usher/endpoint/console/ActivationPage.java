package dev.usher.endpoint.console;

import dev.usher.notification.Activations;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/**
 * Where activation mail leads in a tenant without an {@code activationUrl}: says that the account is ready. Redeems nothing,
 * since mail scanners open links too, and tells nothing about the user.
 */
@WebServlet(urlPatterns = "/activation")
public class ActivationPage extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>%s</title></head><body><main><h1>%s</h1><p>%s</p></main></body></html>
            """;

    @Inject
    private transient Activations activations;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String code = Optional.ofNullable(request.getParameter("code")).orElse("");
        boolean german = Locale.GERMAN.getLanguage().equals(request.getLocale().getLanguage());
        boolean holds = activations.holds(code);
        response.setStatus(holds ? HttpServletResponse.SC_OK : HttpServletResponse.SC_GONE);
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(page(holds, german));
    }

    private static String page(boolean holds, boolean german) {
        if (german) {
            return holds
                    ? PAGE.formatted("de", "Konto bereit", "Ihr Konto ist bereit", "Sie können diese Seite schließen.")
                    : PAGE.formatted(
                            "de",
                            "Link ungültig",
                            "Dieser Link gilt nicht mehr",
                            "Bitten Sie Ihren Administrator um eine neue Nachricht.");
        }
        return holds
                ? PAGE.formatted("en", "Account ready", "Your account is ready", "You can close this page.")
                : PAGE.formatted(
                        "en",
                        "Link not valid",
                        "This link is no longer valid",
                        "Ask your administrator for a new message.");
    }
}
