package dev.usher.administrator;

import dev.usher.platform.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Passwords that this node verified within five minutes, so that a script pays PBKDF2 once. What is kept is an HMAC under
 * a key that lives as long as the process, over the administrator, the credential's version and the password: a changed
 * password is forgotten on every node at once, since the version is read with each request. A pair is forgotten too after
 * ten guesses at a locked name, since to compare with it is quick.
 *
 * <p><b>Threads:</b> safe; one short lock.
 */
@ApplicationScoped
class RememberedPasswords {
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final int MOST = 1000;
    private static final int MOST_GUESSES = 10;
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;
    private final Map<AdministratorId, Pair> pairs = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<AdministratorId, Pair> eldest) {
            return size() > MOST;
        }
    };
    private final Clock clock;

    @Inject
    RememberedPasswords(Clock clock) {
        this.clock = clock;
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, ALGORITHM);
    }

    /** For the container's proxy. */
    RememberedPasswords() {
        this(Clock.systemUTC());
    }

    boolean knows(AdministratorId id, long credentialVersion, Secret password) {
        byte[] tag = tag(id, credentialVersion, password);
        synchronized (pairs) {
            Pair pair = pairs.get(id);
            if (pair != null && !clock.instant().isBefore(pair.until)) {
                pairs.remove(id);
                return false;
            }
            return pair != null && MessageDigest.isEqual(pair.tag, tag);
        }
    }

    void remember(AdministratorId id, long credentialVersion, Secret password) {
        byte[] tag = tag(id, credentialVersion, password);
        synchronized (pairs) {
            pairs.put(id, new Pair(tag, clock.instant().plus(KEPT)));
        }
    }

    /** Somebody showed another password for the name while it was locked. */
    void guessed(AdministratorId id) {
        synchronized (pairs) {
            Pair pair = pairs.get(id);
            if (pair != null && ++pair.guesses >= MOST_GUESSES) {
                pairs.remove(id);
            }
        }
    }

    private byte[] tag(AdministratorId id, long credentialVersion, Secret password) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(ByteBuffer.allocate(24)
                    .putLong(id.value().getMostSignificantBits())
                    .putLong(id.value().getLeastSignificantBits())
                    .putLong(credentialVersion)
                    .array());
            return mac.doFinal(password.reveal().getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    private static final class Pair {
        private final byte[] tag;
        private final Instant until;
        private int guesses;

        Pair(byte[] tag, Instant until) {
            this.tag = tag;
            this.until = until;
        }
    }
}
