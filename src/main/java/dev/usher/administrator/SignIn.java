package dev.usher.administrator;

import dev.usher.administrator.store.AdministratorStore;
import dev.usher.platform.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Says whether a name and a password belong together. The slow hash runs for at most two at a time, once in five minutes
 * for the same pair, and for unknown names too, so that time does not tell who exists. A pair that was verified lately
 * passes a lock-out until ten guesses came during it: a guess or two must not keep an administrator's scripts from working.
 *
 * <p>Few may wait for the hash, and not for long: who has no name here must not take the threads that others need.
 *
 * <p><b>Transaction:</b> none is held while the hash runs; notes of success and failure are statements of their own.
 */
@ApplicationScoped
public class SignIn {
    private static final int AT_ONCE = 2;
    private static final int WAITING = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Semaphore places = new Semaphore(AT_ONCE + WAITING);
    private final Semaphore gate = new Semaphore(AT_ONCE, true);

    @Inject
    private AdministratorStore store;

    @Inject
    private RememberedPasswords remembered;

    @Inject
    private UnknownNames unknownNames;

    @Inject
    private Clock clock;

    /** Verifies the pair; failures in a row are counted and lock the name for a growing time. */
    public SignInAnswer verify(String name, Secret password) {
        var key = AdministratorName.key(name);
        return unhashed(key, store.credential(key.bytes()), password).orElseGet(() -> queued(key, password));
    }

    /** What can be said without the slow hash: that the pair is a remembered one, or the name locked. */
    private Optional<SignInAnswer> unhashed(AdministratorName name, Optional<Credential> found, Secret password) {
        if (found.isPresent() && remembers(found.get(), password)) {
            return Optional.of(found.get().known());
        }
        Instant now = clock.instant();
        Optional<Instant> locked = found.isPresent()
                ? found.get().lockedUntil().filter(now::isBefore)
                : unknownNames.lockedUntil(name, now);
        if (locked.isEmpty()) {
            return Optional.empty();
        }
        found.map(Credential::id).ifPresent(remembered::guessed);
        return Optional.of(new SignInAnswer.LockedOut(Duration.between(now, locked.get())));
    }

    private SignInAnswer queued(AdministratorName name, Secret password) {
        if (!places.tryAcquire()) {
            return new SignInAnswer.Busy();
        }
        try {
            return entered() ? behindTheGate(name, password) : new SignInAnswer.Busy();
        } finally {
            places.release();
        }
    }

    /**
     * Who came before may have shown the same pair, which need not be paid for again, or wrong guesses, which count: what is
     * sent at once must not be tried more often than what is sent one after the other.
     */
    private SignInAnswer behindTheGate(AdministratorName name, Secret password) {
        try {
            Optional<Credential> found = store.credential(name.bytes());
            return unhashed(name, found, password).orElseGet(() -> hashed(name, found, password));
        } finally {
            gate.release();
        }
    }

    private SignInAnswer hashed(AdministratorName name, Optional<Credential> found, Secret password) {
        boolean right =
                Password.matches(password, found.flatMap(Credential::password).orElse(Decoy.STORED));
        return found.isPresent() ? noted(found.get(), right, password) : notedUnknown(name);
    }

    private SignInAnswer noted(Credential credential, boolean right, Secret password) {
        Instant now = clock.instant();
        if (!right || credential.password().isEmpty() || credential.disabled()) {
            store.failed(credential.id(), failures -> now.plus(LockOut.after(failures)));
            return new SignInAnswer.Wrong();
        }
        store.succeeded(credential.id(), now);
        remembered.remember(credential.id(), credential.version(), password);
        return credential.known();
    }

    private SignInAnswer notedUnknown(AdministratorName name) {
        unknownNames.failed(name, clock.instant());
        return new SignInAnswer.Wrong();
    }

    private boolean remembers(Credential credential, Secret password) {
        return !credential.disabled() && remembered.knows(credential.id(), credential.version(), password);
    }

    private boolean entered() {
        try {
            return gate.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What an unknown name's password is compared with; made at the first need, since making it is slow. */
    private static final class Decoy {
        private static final String STORED = Password.hash(Password.generate());

        private Decoy() {}
    }
}
