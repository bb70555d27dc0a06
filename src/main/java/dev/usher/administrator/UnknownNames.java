package dev.usher.administrator;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Locks out names that nobody has exactly as it happens to names that somebody has, so that a 429 does not tell who
 * exists. One node's memory is enough: there is nothing behind such a name to protect.
 */
@ApplicationScoped
class UnknownNames {
    private static final int MOST = 10_000;

    private record Tries(int failures, Instant lockedUntil) {}

    private final Map<String, Tries> tried = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
            return size() > MOST;
        }
    };

    /** The end of the lock that stands on the name at that time. */
    Optional<Instant> lockedUntil(String name, Instant now) {
        synchronized (tried) {
            return Optional.ofNullable(tried.get(name)).map(Tries::lockedUntil).filter(now::isBefore);
        }
    }

    void failed(String name, Instant now) {
        synchronized (tried) {
            int failures =
                    Optional.ofNullable(tried.get(name)).map(Tries::failures).orElse(0) + 1;
            Duration delay = LockOut.after(failures);
            tried.put(name, new Tries(failures, now.plus(delay)));
        }
    }
}
