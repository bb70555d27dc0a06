package dev.usher.administrator;

import dev.usher.administrator.store.SessionStore;
import dev.usher.platform.BearerSecret;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Administrators' sessions, in the database, so that any node answers the next request. The browser holds a random
 * secret, the row its SHA-256. A session ends after 30 minutes without a request, after 12 hours, and with every change
 * of the credential.
 */
@Stateless
public class Sessions {
    private static final String PREFIX = "uss_";
    private static final int CHUNK = 1000;
    private static final Duration NOTED_AFTER = Duration.ofMinutes(1);

    @Inject
    private SessionStore store;

    @Inject
    private Clock clock;

    /** Begins one for somebody who has just shown the password; the secret is for the browser's cookie alone. */
    public BearerSecret begin(SignInAnswer.Known who) {
        return begin(who, clock.instant());
    }

    /** The same for somebody who showed a credential elsewhere, at {@code provedAt}. */
    public BearerSecret begin(SignInAnswer.Known who, Instant provedAt) {
        Instant now = clock.instant();
        // Whoever signs in clears up after everybody, so that nobody else need.
        store.deleteEnded(now.minus(Session.IDLE), now);
        var secret = BearerSecret.create(PREFIX);
        store.insert(secret.sha256(), who, now, now.plus(Session.LONGEST), provedAt.isBefore(now) ? provedAt : now);
        return secret;
    }

    /** The session that the secret opens now; empty for an ended, unknown or mistyped one. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Optional<Session> check(String text) {
        Instant now = clock.instant();
        Optional<BearerSecret> secret = BearerSecret.parse(PREFIX, text);
        Optional<Session> session = look(text);
        if (session.isPresent() && !now.isBefore(session.get().seenAt().plus(NOTED_AFTER))) {
            secret.ifPresent(known -> store.seen(known.sha256(), now));
        }
        return session;
    }

    /** The same for a page that only looks whether something happened: nobody need be there, so it keeps nothing alive. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Optional<Session> look(String text) {
        Instant now = clock.instant();
        return BearerSecret.parse(PREFIX, text)
                .flatMap(known -> store.find(known.sha256()))
                .filter(found -> found.live(now));
    }

    /** Notes that the password was shown again. */
    public void proved(String text) {
        BearerSecret.parse(PREFIX, text).ifPresent(secret -> store.proved(secret.sha256(), clock.instant()));
    }

    /** Ends this session. */
    public void end(String text) {
        BearerSecret.parse(PREFIX, text).ifPresent(secret -> store.delete(secret.sha256()));
    }

    /** Ends all sessions of the administrator, on every computer. */
    public void endAll(AdministratorId administrator) {
        store.deleteAll(administrator);
    }

    /** Deletes up to {@value #CHUNK} that have ended by themselves; how many. */
    public int expire(Instant now) {
        return store.expire(now.minus(Session.IDLE), now, CHUNK);
    }
}
