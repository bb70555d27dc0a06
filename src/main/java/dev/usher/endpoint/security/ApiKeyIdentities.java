package dev.usher.endpoint.security;

import dev.usher.administrator.ApiKey;
import dev.usher.administrator.ApiKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Optional;
import java.util.Set;

/** Scripts and the product, by their API key. */
@ApplicationScoped
class ApiKeyIdentities implements IdentityStore {
    @Inject
    private ApiKeys keys;

    @Override
    public CredentialValidationResult validate(Credential credential) {
        if (!(credential instanceof PresentedCredential shown) || shown.sort() != PresentedCredential.Sort.API_KEY) {
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
        Optional<ApiKey> key = keys.authenticate(shown.secret().reveal());
        if (key.isEmpty()) {
            shown.refuses(Refusal.unauthorized("The API key is mistyped, not known, ended or expired."));
            return CredentialValidationResult.INVALID_RESULT;
        }
        var identity = key.get().identity();
        shown.admits(identity);
        return new CredentialValidationResult(
                identity.actor(), Set.of(identity.role().name()));
    }
}
