package dev.usher.notification.mail;

import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Looks for due mail every second on each node; who sends a letter is its claim's matter. The timer has no transaction,
 * so that none is open while a mail server is waited for.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class MailTimer {
    private static final Logger LOG = System.getLogger(MailTimer.class.getName());

    private final AtomicBoolean busy = new AtomicBoolean();
    private final AtomicBoolean stopping = new AtomicBoolean();

    @Inject
    private MailRound round;

    /** Sends what is due. */
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    public void send() {
        once(() -> round.work(stopping::get));
    }

    /** Forgets what was over a month ago. */
    @Schedule(hour = "*", minute = "23", second = "41", persistent = false)
    public void forget() {
        once(() -> round.forget(stopping::get));
    }

    /** Lets the letter at hand end, and begins no other. */
    @PreDestroy
    void stop() {
        stopping.set(true);
    }

    private void once(Runnable work) {
        if (stopping.get() || !busy.compareAndSet(false, true)) {
            return;
        }
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "mail could not be looked for; the next second tries again", e);
        } finally {
            busy.set(false);
        }
    }
}
