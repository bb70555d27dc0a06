package dev.usher.notification.mail;

import dev.usher.notification.Letter;
import dev.usher.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** Takes what is due, some at a time, over one line to the mail server. For one thread of each node. */
@ApplicationScoped
class MailRound {
    private static final Logger LOG = System.getLogger(MailRound.class.getName());
    private static final Duration KEPT = Duration.ofDays(30);

    private volatile Instant pausedUntil = Instant.MIN;
    private volatile boolean troubled;

    @Inject
    private Claims claims;

    @Inject
    private Postman postman;

    @Inject
    private Smtp smtp;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    /** Until nothing is due, the server cannot be reached, or the node stops. */
    void work(BooleanSupplier stopping) {
        if (!smtp.configured() || clock.instant().isBefore(pausedUntil)) {
            return;
        }
        boolean left = true;
        while (left && !stopping.getAsBoolean()) {
            UUID claim = UUID.randomUUID();
            List<Letter> claimed = claims.claim(claim, postman.claimLength());
            left = !claimed.isEmpty() && delivered(claimed, claim, stopping);
        }
    }

    /** Forgets what was over long ago. */
    void forget(BooleanSupplier stopping) {
        boolean more = true;
        while (more && !stopping.getAsBoolean()) {
            more = claims.forget(KEPT);
        }
    }

    private boolean delivered(List<Letter> claimed, UUID claim, BooleanSupplier stopping) {
        var waiting = new ArrayDeque<>(claimed);
        try (SmtpLine line = smtp.line(Optional.empty())) {
            while (!waiting.isEmpty() && !stopping.getAsBoolean()) {
                // What is begun keeps the claim, whatever happens: the server may have it when the database fails.
                if (!reached(postman.deliver(waiting.remove(), claim, line))) {
                    return false;
                }
            }
            return true;
        } finally {
            if (!waiting.isEmpty()) {
                claims.release(claim, waiting.stream().map(Letter::id).toList());
            }
        }
    }

    /** Tells the log when the server goes and when it is back, and nothing between. */
    private boolean reached(boolean yes) {
        if (!yes) {
            pausedUntil = clock.instant().plus(settings.mailRetry());
        }
        if (yes == troubled) {
            troubled = !yes;
            LOG.log(
                    yes ? Level.INFO : Level.WARNING,
                    yes
                            ? "mail leaves again"
                            : "the mail server cannot be reached, or takes nothing from this sender; mail waits, and the admin API"
                                    + " says why");
        }
        return yes;
    }
}
