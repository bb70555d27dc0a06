package dev.usher.administrator;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Locks out names that nobody has exactly as it happens to names that somebody has, so that a 429 does not tell who
 * exists. One node's memory is enough, since there is nothing behind such a name to protect; who can choose among several
 * nodes can tell, and so can who waits for a restart. Names are kept in their shortened form: who makes them up has no
 * say in how much memory they take.
 */
@ApplicationScoped
class UnknownNames {
    private static final int MOST = 10_000;

    private record Tries(int failures, Instant lockedUntil) {}

    private final Map<ByteBuffer, Tries> tried = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Tries> eldest) {
            return size() > MOST;
        }
    };

    /** The end of the lock that stands on the name at that time. */
    Optional<Instant> lockedUntil(AdministratorName name, Instant now) {
        synchronized (tried) {
            return Optional.ofNullable(tried.get(key(name)))
                    .map(Tries::lockedUntil)
                    .filter(now::isBefore);
        }
    }

    void failed(AdministratorName name, Instant now) {
        synchronized (tried) {
            ByteBuffer key = key(name);
            int failures =
                    Optional.ofNullable(tried.get(key)).map(Tries::failures).orElse(0) + 1;
            Duration delay = LockOut.after(failures);
            tried.put(key, new Tries(failures, now.plus(delay)));
        }
    }

    private static ByteBuffer key(AdministratorName name) {
        return ByteBuffer.wrap(name.bytes());
    }
}
