package dev.usher.administrator;

import dev.usher.administrator.oidc.IdToken;
import dev.usher.administrator.store.AdministratorStore;
import dev.usher.audit.AuditTrail;
import dev.usher.tenant.TenantId;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Which administrator somebody is whom an OpenID provider vouches for. Nobody is created here: the first time a verified
 * e-mail address must be that of exactly one administrator, and binds the provider's subject to it; from then on only the
 * subject counts, so that an address given to another person later opens nothing.
 */
@Stateless
public class Subjects {
    @Inject
    private AdministratorStore store;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** The administrator, noted as signed in; empty where there is none, or it is disabled. */
    public Optional<SignInAnswer.Known> match(IdToken token) {
        Optional<Credential> found = store.bySubject(token.subject()).or(() -> bound(token));
        Optional<Credential> admitted = found.filter(each -> !each.disabled());
        admitted.ifPresent(each -> store.succeeded(each.id(), clock.instant()));
        return admitted.map(Credential::known);
    }

    private Optional<Credential> bound(IdToken token) {
        List<Credential> named = token.verifiedEmail().map(store::byEmail).orElse(List.of());
        if (named.size() != 1
                || named.get(0).disabled()
                || !store.bind(named.get(0).id(), token.subject())) {
            return Optional.empty();
        }
        Credential one = named.get(0);
        audit.record(
                one.identity().tenant().orElse(TenantId.PLATFORM),
                one.identity().actor(),
                "administrator.subject-bound",
                Optional.of(one.id().value()),
                JsonValue.EMPTY_JSON_OBJECT,
                Json.createObjectBuilder()
                        .add("name", one.identity().name())
                        .add("subject", token.subject())
                        .build());
        return Optional.of(one);
    }
}
