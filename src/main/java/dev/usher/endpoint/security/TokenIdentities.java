package dev.usher.endpoint.security;

import dev.usher.tenant.Caller;
import dev.usher.token.TokenAnswer;
import dev.usher.token.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Locale;
import java.util.Set;

/** Identity providers, by their token. */
@ApplicationScoped
class TokenIdentities implements IdentityStore {
    @Inject
    private Tokens tokens;

    @Override
    public CredentialValidationResult validate(Credential credential) {
        if (!(credential instanceof PresentedCredential shown) || shown.sort() != PresentedCredential.Sort.TOKEN) {
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
        TokenAnswer answer = tokens.authenticate(shown.secret().reveal());
        if (answer.use().isPresent()) {
            shown.admits(answer.use().get());
            return new CredentialValidationResult(answer.use().get().caller().name(), Set.of(Caller.Kind.IDP.name()));
        }
        String code = answer.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-');
        shown.refuses(
                answer.verdict().status() == 401
                        ? Refusal.unauthorized(answer.detail())
                        : Refusal.forbidden("token-" + code, answer.detail()));
        return CredentialValidationResult.INVALID_RESULT;
    }
}
