package dev.usher.administrator;

import static java.util.Objects.requireNonNull;

import dev.usher.administrator.oidc.Attempt;
import dev.usher.administrator.oidc.Disbelieved;
import dev.usher.administrator.oidc.IdToken;
import dev.usher.administrator.oidc.Provider;
import dev.usher.platform.SecretBox;
import dev.usher.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Signing in at the console by an OpenID provider, where one is configured: authorization code, PKCE, state and nonce, an
 * ID token whose signature is checked by the provider's keys. <b>Transaction:</b> none is held while the provider is asked.
 */
@ApplicationScoped
public class SingleSignOn {
    /** So long may somebody take at the provider. */
    public static final Duration PATIENCE = Attempt.PATIENCE;

    private static final Logger LOG = System.getLogger(SingleSignOn.class.getName());
    private static final Duration KEPT = Duration.ofMinutes(10);

    @Inject
    private Settings settings;

    @Inject
    private SecretBox box;

    @Inject
    private Subjects subjects;

    @Inject
    private Clock clock;

    /** So that visits to the sign-in page do not become requests to the provider. */
    private volatile @Nullable Known known;

    private record Known(Provider provider, Instant until) {}

    /** Where the browser goes, and what it brings back. */
    public record Leave(URI to, String sealed) {
        public Leave {
            requireNonNull(to, "to");
            requireNonNull(sealed, "sealed");
        }
    }

    /** Who came back. <b>Shape:</b> {@code known} is empty where the provider vouches for nobody who is an administrator. */
    public record Return(Optional<SignInAnswer.Known> known, Instant provedAt, String to) {
        public Return {
            requireNonNull(known, "known");
            requireNonNull(provedAt, "provedAt");
            requireNonNull(to, "to");
        }
    }

    /** What the provider is called at the sign-in page; empty where signing in so is not configured. */
    public Optional<String> name() {
        boolean configured = settings.oidcIssuer().isPresent()
                && settings.oidcClientId().isPresent()
                && settings.oidcClientSecret().isPresent();
        return Optional.of(settings.oidcName()).filter(name -> configured);
    }

    /** Begins an attempt; empty where the provider cannot be asked now, which the log tells. */
    public Optional<Leave> leave(String to, String callback, boolean freshly) {
        try {
            Attempt attempt = Attempt.begin(to, clock.instant());
            URI authorization =
                    provider().authorization(attempt, settings.oidcClientId().orElseThrow(), callback, freshly);
            return Optional.of(new Leave(authorization, attempt.sealed(box)));
        } catch (Disbelieved e) {
            LOG.log(Level.WARNING, "nobody can sign in by OpenID Connect", e);
            return Optional.empty();
        }
    }

    /** Ends an attempt; empty where it is none of ours, too old, or the provider's word cannot be believed. */
    public Optional<Return> back(String sealed, String state, String code, String callback) {
        Optional<Attempt> attempt = Attempt.open(box, sealed, state, clock.instant());
        if (attempt.isEmpty()) {
            return Optional.empty();
        }
        try {
            IdToken token = provider()
                    .exchange(
                            attempt.get(),
                            code,
                            settings.oidcClientId().orElseThrow(),
                            settings.oidcClientSecret().orElseThrow(),
                            callback);
            // What the provider does not tell was not shown lately: acts that want a proof will ask.
            return Optional.of(new Return(
                    subjects.match(token),
                    token.authenticatedAt().orElse(Instant.EPOCH),
                    attempt.get().to()));
        } catch (Disbelieved e) {
            LOG.log(Level.WARNING, "an attempt to sign in by OpenID Connect was refused", e);
            return Optional.empty();
        }
    }

    private Provider provider() throws Disbelieved {
        Instant now = clock.instant();
        Known present = known;
        if (present != null && now.isBefore(present.until())) {
            return present.provider();
        }
        Provider found = Provider.discover(settings.oidcIssuer().orElseThrow());
        known = new Known(found, now.plus(KEPT));
        return found;
    }
}
