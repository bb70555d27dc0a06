package dev.usher.token;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;

/**
 * Notes the uses of tokens apart from the request that made them: at most once a minute for a token on this node, and at
 * once for a token's first successful write. A note that fails is lost; the next use makes another.
 *
 * <p><b>Threads:</b> safe; one short lock a request.
 */
@ApplicationScoped
public class TokenUses {
    private static final Logger LOG = System.getLogger(TokenUses.class.getName());
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int MOST = 10_000;

    private record Noted(Instant at, boolean wrote) {}

    private final Map<TokenId, Noted> noted = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<TokenId, Noted> eldest) {
            return size() > MOST;
        }
    };

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private Tokens tokens;

    @Inject
    private Clock clock;

    /** Returns at once. {@code wrote} tells of a successful write. */
    public void note(TokenAnswer.Use use, boolean wrote, String userAgent) {
        if (!due(use, wrote)) {
            return;
        }
        try {
            executor.execute(() -> write(use, wrote, userAgent));
        } catch (RejectedExecutionException e) {
            LOG.log(Level.WARNING, "the use of token " + use.token().value() + " was not noted", e);
        }
    }

    private boolean due(TokenAnswer.Use use, boolean wrote) {
        Instant now = clock.instant();
        boolean firstWrite = wrote && use.firstWriteAt().isEmpty();
        synchronized (noted) {
            Noted last = noted.get(use.token());
            boolean pause = last == null
                    ? use.lastUsedAt()
                            .filter(at -> now.isBefore(at.plus(PAUSE)))
                            .isPresent()
                    : now.isBefore(last.at().plus(PAUSE));
            boolean newWrite = firstWrite && (last == null || !last.wrote());
            if (pause && !newWrite) {
                return false;
            }
            noted.put(use.token(), new Noted(now, firstWrite || (last != null && last.wrote())));
            return true;
        }
    }

    private void write(TokenAnswer.Use use, boolean wrote, String userAgent) {
        try {
            tokens.noteUse(use, wrote, userAgent);
        } catch (RuntimeException e) {
            synchronized (noted) {
                noted.remove(use.token());
            }
            LOG.log(Level.WARNING, "the use of token " + use.token().value() + " was not noted", e);
        }
    }
}
