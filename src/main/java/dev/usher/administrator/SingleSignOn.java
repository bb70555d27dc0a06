package dev.usher.administrator;

import static java.util.Objects.requireNonNull;

import dev.usher.administrator.oidc.Attempt;
import dev.usher.administrator.oidc.Disbelieved;
import dev.usher.administrator.oidc.IdToken;
import dev.usher.administrator.oidc.ProviderDesk;
import dev.usher.administrator.oidc.Unreachable;
import dev.usher.platform.SecretBox;
import dev.usher.platform.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
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

    @Inject
    private Settings settings;

    @Inject
    private SecretBox box;

    @Inject
    private Subjects subjects;

    @Inject
    private Clock clock;

    /** Null where signing in so is not configured. */
    private @Nullable ProviderDesk desk;

    /** Where the browser goes, and what it brings back. */
    public record Leave(URI to, String sealed) {
        public Leave {
            requireNonNull(to, "to");
            requireNonNull(sealed, "sealed");
        }
    }

    /** Why nobody is signed in, as the sign-in page is told it. */
    public enum Refusal {
        /** The provider cannot be asked now. */
        PROVIDER,
        /** The attempt is none of ours or too old, or the provider's word cannot be believed. */
        ATTEMPT,
        /** The provider vouches for nobody who is an administrator. */
        UNKNOWN,
        /** Several administrators have the address, and none of them goes before the others. */
        SEVERAL;

        /** In small letters. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What became of an attempt. */
    public sealed interface Return {}

    /** Somebody came back who is an administrator; {@code provedAt} is when a credential was shown at the provider. */
    public record Entry(SignInAnswer.Known known, Instant provedAt, String to) implements Return {
        public Entry {
            requireNonNull(known, "known");
            requireNonNull(provedAt, "provedAt");
            requireNonNull(to, "to");
        }
    }

    /** Nobody is let in. */
    public record Refused(Refusal why) implements Return {
        public Refused {
            requireNonNull(why, "why");
        }
    }

    @PostConstruct
    void begin() {
        settings.oidcIssuer().ifPresent(issuer -> desk = new ProviderDesk(issuer, clock));
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
            URI authorization = desk().provider()
                    .authorization(attempt, settings.oidcClientId().orElseThrow(), callback, freshly);
            return Optional.of(new Leave(authorization, attempt.sealed(box)));
        } catch (Disbelieved e) {
            LOG.log(level(e), "nobody can sign in by OpenID Connect", e);
            return Optional.empty();
        }
    }

    /** Ends an attempt. */
    public Return back(String sealed, String state, String code, String callback) {
        Optional<Attempt> attempt = Attempt.open(box, sealed, state, clock.instant());
        if (attempt.isEmpty()) {
            return new Refused(Refusal.ATTEMPT);
        }
        try {
            IdToken token = desk().exchange(
                            attempt.get(),
                            code,
                            settings.oidcClientId().orElseThrow(),
                            settings.oidcClientSecret().orElseThrow(),
                            callback);
            return entry(token, attempt.get().to());
        } catch (Disbelieved e) {
            LOG.log(level(e), "an attempt to sign in by OpenID Connect was refused", e);
            return new Refused(e instanceof Unreachable ? Refusal.PROVIDER : Refusal.ATTEMPT);
        }
    }

    private Return entry(IdToken token, String to) {
        Subjects.Match match = subjects.match(token, settings.oidcIssuer().orElseThrow());
        if (match.several()) {
            LOG.log(
                    Level.WARNING,
                    "several administrators have the address of one whom the OpenID provider vouches for");
            return new Refused(Refusal.SEVERAL);
        }
        // What the provider does not tell was not shown lately: acts that want a proof will ask.
        Instant provedAt = token.authenticatedAt().orElse(Instant.EPOCH);
        return match.known()
                .<Return>map(known -> new Entry(known, provedAt, to))
                .orElseGet(() -> new Refused(Refusal.UNKNOWN));
    }

    /** What anybody can bring about as often as he likes does not fill the log. */
    private static Level level(Disbelieved why) {
        return why instanceof Unreachable unreachable && !unreachable.asked() ? Level.DEBUG : Level.WARNING;
    }

    private ProviderDesk desk() {
        return requireNonNull(desk, "asked only where it is configured");
    }
}
