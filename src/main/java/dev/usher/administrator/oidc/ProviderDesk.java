package dev.usher.administrator.oidc;

import static java.util.Objects.requireNonNull;

import dev.usher.platform.Secret;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Where requests wait for the one provider. Anybody may make them, without a credential, so however slow it is, only
 * {@value #MOST_WAITING} of the server's threads are spent on it; its description is asked for by one at a time, is kept,
 * and where it could not be had that is remembered too. <b>Errors:</b> {@link Unreachable} at once where there is no place.
 * <b>Threads:</b> safe.
 */
public final class ProviderDesk {
    /** How many may wait at once. */
    static final int MOST_WAITING = 8;

    /** How long it is not asked again after it could not be. */
    static final Duration SPARED = Duration.ofSeconds(5);

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final URI issuer;
    private final Clock clock;
    private final Duration patience;
    private final HttpClient http;
    private final Semaphore places = new Semaphore(MOST_WAITING);
    private final Object asking = new Object();
    private volatile @Nullable Known known;
    private volatile @Nullable Failed failed;

    private record Known(Provider provider, Instant until) {}

    private record Failed(Disbelieved why, Instant until) {}

    /** What is asked of the provider. */
    private interface Question<T> {
        T ask() throws Disbelieved;
    }

    /** For this issuer; nothing is asked yet. */
    public ProviderDesk(URI issuer, Clock clock) {
        this(issuer, clock, PATIENCE);
    }

    ProviderDesk(URI issuer, Clock clock, Duration patience) {
        this.issuer = requireNonNull(issuer, "issuer");
        this.clock = requireNonNull(clock, "clock");
        this.patience = patience;
        this.http = HttpClient.newBuilder().connectTimeout(patience).build();
    }

    /** The provider, which takes no place where it is known. */
    public Provider provider() throws Disbelieved {
        Optional<Provider> present = present();
        return present.isPresent() ? present.get() : placed(this::described);
    }

    /** Gives the code for what the provider says of who signed in, and checks it. */
    public IdToken exchange(Attempt attempt, String code, String clientId, Secret secret, String callback)
            throws Disbelieved {
        return placed(() -> described().exchange(attempt, code, clientId, secret, callback));
    }

    private <T> T placed(Question<T> question) throws Disbelieved {
        if (!places.tryAcquire()) {
            throw Unreachable.spared(MOST_WAITING + " wait for the provider already", null);
        }
        try {
            return question.ask();
        } finally {
            places.release();
        }
    }

    /** Nobody waits here longer than one question takes: then the answer is there, or the failure. */
    private Provider described() throws Disbelieved {
        synchronized (asking) {
            Optional<Provider> present = present();
            if (present.isPresent()) {
                return present.get();
            }
            Failed last = failed;
            if (last != null && clock.instant().isBefore(last.until())) {
                throw Unreachable.spared("the provider could not be asked a moment ago", last.why());
            }
            return discovered();
        }
    }

    private Provider discovered() throws Disbelieved {
        try {
            Provider found = Provider.discover(http, patience, issuer);
            known = new Known(found, clock.instant().plus(KEPT));
            return found;
        } catch (Disbelieved e) {
            failed = new Failed(e, clock.instant().plus(SPARED));
            throw e;
        }
    }

    private Optional<Provider> present() {
        Known present = known;
        return present != null && clock.instant().isBefore(present.until())
                ? Optional.of(present.provider())
                : Optional.empty();
    }
}
