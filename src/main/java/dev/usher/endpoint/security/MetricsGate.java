package dev.usher.endpoint.security;

import dev.usher.administrator.AdminIdentity;
import dev.usher.administrator.Role;
import dev.usher.platform.Secret;
import dev.usher.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** Who reads the node's numbers: the token that the settings name, and platform administrators. */
@ApplicationScoped
class MetricsGate {
    static final Refusal REFUSAL =
            Refusal.forbidden("forbidden", "Metrics are for platform administrators and for USHER_METRICS_TOKEN.");

    /** The request attribute without which the endpoint answers nothing. */
    private static final String ADMITTED = "dev.usher.monitoring.admitted";

    @Inject
    private Settings settings;

    /** Whether the request shows the token of the settings. */
    boolean opens(HttpServletRequest request) {
        Optional<Secret> token = settings.metricsToken();
        String shown = Optional.ofNullable(request.getHeader("Authorization")).orElse("");
        boolean right = token.isPresent() && same("Bearer " + token.get().reveal(), shown);
        if (right) {
            request.setAttribute(ADMITTED, true);
        }
        return right;
    }

    /** Whether somebody who was found may read. */
    boolean admits(HttpServletRequest request, Object who) {
        boolean right = who instanceof AdminIdentity identity && identity.role() == Role.PLATFORM_ADMINISTRATOR;
        if (right) {
            request.setAttribute(ADMITTED, true);
        }
        return right;
    }

    /** In a time that does not tell how far they agree. */
    private static boolean same(String wanted, String shown) {
        return MessageDigest.isEqual(wanted.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
    }
}
