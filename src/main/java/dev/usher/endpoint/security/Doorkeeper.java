package dev.usher.endpoint.security;

import dev.usher.platform.BrokenStatement;
import dev.usher.platform.DatabaseFault;
import dev.usher.platform.SqlCount;
import dev.usher.token.TokenAnswer;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The application's one authentication mechanism. It asks for a token under {@code /scim}, for a password, an API key or
 * a session under {@code /api} and for metrics, and for nothing elsewhere; who was found lies at the request for {@link CurrentCaller}.
 *
 * <p>It also begins the count of SQL statements, since it is the first of ours that sees a request.
 */
@ApplicationScoped
@Alternative
@Priority(100)
public class Doorkeeper implements HttpAuthenticationMechanism {
    /** The request attribute with the {@code AdminIdentity} or {@code TokenAnswer.Use} that came in. */
    static final String WHO = "dev.usher.endpoint.security.who";

    private static final Pattern DISCOVERY =
            Pattern.compile("/scim/+(v2/+)?(ServiceProviderConfig|Schemas|ResourceTypes)(/.*)?");
    private static final Set<String> SINGLE_SIGN_ON =
            Set.of("/api/v1/oidc", "/api/v1/oidc/start", "/api/v1/oidc/callback");
    private static final Logger LOG = System.getLogger(Doorkeeper.class.getName());

    @Inject
    private IdentityStoreHandler stores;

    @Inject
    private RefusalWriter refusals;

    @Inject
    private SameSite sameSite;

    @Inject
    private Arrival arrival;

    @Inject
    private MetricsGate metrics;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        SqlCount.start();
        arrival.begin(request, response);
        Door door = Door.of(request);
        if (door == Door.METRICS && metrics.opens(request)) {
            return context.doNothing();
        }
        if (door == Door.OPEN || openAtApi(door, request) || openAtScim(door, request)) {
            return context.doNothing();
        }
        if (severalCredentials(request)) {
            return refuse(door, request, response, Refusal.unauthorized("Several Authorization headers are sent."));
        }
        Optional<PresentedCredential> shown = shown(door, request);
        if (shown.filter(credential -> !sameSite.trusts(credential.sort(), request))
                .isPresent()) {
            return refuse(door, request, response, SameSite.REFUSAL);
        }
        if (shown.isEmpty()) {
            return refuse(door, request, response, Refusal.unauthorized("Credentials are needed."));
        }
        return checked(door, shown.get(), request, response, context);
    }

    private AuthenticationStatus checked(
            Door door,
            PresentedCredential shown,
            HttpServletRequest request,
            HttpServletResponse response,
            HttpMessageContext context) {
        CredentialValidationResult result;
        try {
            result = stores.validate(shown);
        } catch (RuntimeException e) {
            // Nothing above us would answer in JSON.
            Optional<DatabaseFault> fault = DatabaseFault.within(e).filter(each -> !(each instanceof BrokenStatement));
            if (fault.isPresent()) {
                LOG.log(
                        Level.WARNING,
                        "credentials could not be checked: {0}",
                        fault.get().getMessage());
                return refuse(door, request, response, Refusal.unavailable());
            }
            // The reference leads from the answer to this line.
            String reference = UUID.randomUUID().toString();
            LOG.log(Level.ERROR, "credentials could not be checked, reference " + reference, e);
            return refuse(door, request, response, Refusal.broken(reference));
        }
        if (result.getStatus() != CredentialValidationResult.Status.VALID
                || shown.found().isEmpty()) {
            return refuse(door, request, response, shown.refusal());
        }
        if (door == Door.METRICS && !metrics.admits(request, shown.found().get())) {
            return refuse(door, request, response, MetricsGate.REFUSAL);
        }
        request.setAttribute(WHO, shown.found().get());
        if (shown.found().get() instanceof TokenAnswer.Use use) {
            Arrival.visit(request)
                    .ifPresent(visit -> visit.of(use.caller().tenant().number()));
        }
        return context.notifyContainerAboutLogin(result);
    }

    /** Discovery is for everybody (RFC 7644 §4); who shows a token is checked all the same. */
    private static boolean openAtScim(Door door, HttpServletRequest request) {
        return door == Door.SCIM
                && request.getHeader("Authorization") == null
                && DISCOVERY.matcher(Door.path(request)).matches();
    }

    /** The description of the API, and signing in, which is what gives credentials. */
    private static boolean openAtApi(Door door, HttpServletRequest request) {
        if (door != Door.API) {
            return false;
        }
        String path = Door.path(request);
        return path.equals("/api/v1/openapi")
                || (SINGLE_SIGN_ON.contains(path) && request.getMethod().equals("GET"))
                || (path.equals("/api/v1/session") && request.getMethod().equals("POST"));
    }

    /** Whoever sends two hopes that we and a gateway before us take different ones; a proxy may repeat one. */
    private static boolean severalCredentials(HttpServletRequest request) {
        return Collections.list(request.getHeaders("Authorization")).stream()
                        .distinct()
                        .count()
                > 1;
    }

    private static Optional<PresentedCredential> shown(Door door, HttpServletRequest request) {
        Optional<String> header = Optional.ofNullable(request.getHeader("Authorization"));
        if (door == Door.SCIM) {
            return header.flatMap(Credentials::scim); // a session's cookie must not open SCIM
        }
        Optional<PresentedCredential> session = SessionCookie.read(request).map(Credentials::session);
        // A browser adds a password that it keeps to the console's own requests, which mean the session or nobody.
        boolean console = "1".equals(request.getHeader(SameSite.CONSOLE));
        return header.isPresent() && !console ? header.flatMap(Credentials::api) : session;
    }

    private AuthenticationStatus refuse(
            Door door, HttpServletRequest request, HttpServletResponse response, Refusal refusal) {
        try {
            refusals.write(door, refusal, request, response);
        } finally {
            arrival.end(request, refusal.status()); // also where the client has gone
        }
        return AuthenticationStatus.SEND_FAILURE;
    }
}
