package dev.usher.endpoint.security;

import dev.usher.administrator.Session;
import dev.usher.administrator.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;

/** Administrators at the console, by their session. */
@ApplicationScoped
class SessionIdentities implements IdentityStore {
    /** What the console sends where nobody did anything: it looks whether something happened. */
    private static final String POLL = "X-Usher-Poll";

    @Inject
    private Sessions sessions;

    @Inject
    private HttpServletRequest request;

    @Override
    public CredentialValidationResult validate(Credential credential) {
        if (!(credential instanceof PresentedCredential shown) || shown.sort() != PresentedCredential.Sort.SESSION) {
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
        String secret = shown.secret().reveal();
        Optional<Session> session = request.getHeader(POLL) == null ? sessions.check(secret) : sessions.look(secret);
        if (session.isEmpty()) {
            shown.refuses(Refusal.unauthorized("The session has ended."));
            return CredentialValidationResult.INVALID_RESULT;
        }
        shown.admits(session.get());
        var identity = session.get().identity();
        return new CredentialValidationResult(
                identity.actor(), Set.of(identity.role().name()));
    }
}
