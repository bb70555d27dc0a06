package dev.usher.endpoint.security;

import dev.usher.administrator.SignIn;
import dev.usher.administrator.SignInAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;

/** Administrators, by name and password. */
@ApplicationScoped
class PasswordIdentities implements IdentityStore {
    @Inject
    private SignIn signIn;

    @Override
    public CredentialValidationResult validate(Credential credential) {
        if (!(credential instanceof PresentedCredential shown) || shown.sort() != PresentedCredential.Sort.PASSWORD) {
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
        SignInAnswer answer = signIn.verify(shown.name(), shown.secret());
        if (answer instanceof SignInAnswer.Known known) {
            shown.admits(known.identity());
            return new CredentialValidationResult(
                    known.identity().actor(), Set.of(known.identity().role().name()));
        }
        shown.refuses(refusal(answer));
        return CredentialValidationResult.INVALID_RESULT;
    }

    private static Refusal refusal(SignInAnswer answer) {
        if (answer instanceof SignInAnswer.LockedOut locked) {
            return Refusal.lockedOut(locked.delay());
        }
        if (answer instanceof SignInAnswer.Busy) {
            return Refusal.busy();
        }
        return Refusal.unauthorized("Name and password do not belong together.");
    }
}
