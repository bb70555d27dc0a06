package dev.usher.notification;

import dev.usher.notification.mail.Trial;
import dev.usher.platform.Problem;
import dev.usher.tenant.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Sends a test mail at once, so that an administrator sees what the mail server says. No transaction. */
@ApplicationScoped
public class MailTrial {
    @Inject
    private Trial trial;

    @Inject
    private Letters letters;

    /** Waits for the mail server. <b>Errors:</b> 400 for no address, 409 {@code mail-not-configured}. */
    public TrialMail send(Caller caller, String to) {
        letters.stopped().ifPresent(reason -> {
            throw Problem.conflict("mail-not-configured", reason);
        });
        return trial.send(caller.tenant(), to);
    }
}
