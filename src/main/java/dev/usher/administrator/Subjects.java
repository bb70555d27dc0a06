package dev.usher.administrator;

import static java.util.Objects.requireNonNull;

import dev.usher.administrator.oidc.IdToken;
import dev.usher.administrator.store.AdministratorStore;
import dev.usher.audit.AuditTrail;
import dev.usher.tenant.TenantId;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Which administrator somebody is whom an OpenID provider vouches for. Nobody is created here: the first time a verified
 * e-mail address must be that of exactly one administrator, and binds the provider's subject to it; from then on only the
 * subject counts, so that an address given to another person later opens nothing.
 *
 * <p>Who may add administrators to a tenant can write anybody's address there. So a platform administrator goes before all
 * tenants' with the same address, also before one that the subject is bound to already; among tenants nobody goes first.
 */
@Stateless
public class Subjects {
    @Inject
    private AdministratorStore store;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** Who it is; {@code several} where more than one could be meant. */
    public record Match(Optional<SignInAnswer.Known> known, boolean several) {
        public Match {
            requireNonNull(known, "known");
        }
    }

    /** The administrator, noted as signed in; nobody where there is none, or it is disabled. */
    public Match match(IdToken token, URI issuer) {
        Optional<Credential> bound = store.bySubject(issuer, token.subject());
        if (bound.filter(Subjects::ofPlatform).isPresent()) {
            return admitted(bound);
        }
        List<Credential> named =
                token.verifiedEmail().map(email -> store.byEmail(issuer, email)).orElse(List.of());
        long first = named.stream().filter(Subjects::ofPlatform).count();
        if (bound.isPresent() && first != 1) {
            return admitted(bound);
        }
        if (first != 1 && named.size() > 1) {
            return new Match(Optional.empty(), true);
        }
        return moved(bound, named.stream().findFirst(), token, issuer);
    }

    /** Binds the subject to whom it is meant for instead of to whom it is bound. The acts come last, as everywhere. */
    private Match moved(Optional<Credential> from, Optional<Credential> to, IdToken token, URI issuer) {
        Optional<Credential> freed = from.filter(one -> store.unbind(one.id(), token.subject()));
        Optional<Credential> bound =
                from.equals(freed) ? to.filter(one -> store.bind(one.id(), issuer, token.subject())) : Optional.empty();
        // Whoever comes back in two windows at once is bound by one of them, and known to the other then.
        Match match = admitted(bound.or(() -> store.bySubject(issuer, token.subject())));
        freed.ifPresent(one ->
                record(one, "administrator.subject-unbound", json(one, token, issuer), JsonValue.EMPTY_JSON_OBJECT));
        bound.ifPresent(one ->
                record(one, "administrator.subject-bound", JsonValue.EMPTY_JSON_OBJECT, json(one, token, issuer)));
        return match;
    }

    private static boolean ofPlatform(Credential credential) {
        return credential.identity().tenant().isEmpty();
    }

    private Match admitted(Optional<Credential> found) {
        Optional<Credential> admitted = found.filter(each -> !each.disabled());
        admitted.ifPresent(each -> store.succeeded(each.id(), clock.instant()));
        return new Match(admitted.map(Credential::known), false);
    }

    private void record(Credential one, String action, JsonObject before, JsonObject after) {
        AdminIdentity identity = one.identity();
        Optional<UUID> target = Optional.of(one.id().value());
        audit.record(identity.tenant().orElse(TenantId.PLATFORM), identity.actor(), action, target, before, after);
    }

    private static JsonObject json(Credential one, IdToken token, URI issuer) {
        return Json.createObjectBuilder()
                .add("name", one.identity().name())
                .add("issuer", issuer.toString())
                .add("subject", token.subject())
                .build();
    }
}
