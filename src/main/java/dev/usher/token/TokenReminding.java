package dev.usher.token;

import dev.usher.notification.Outbox;
import dev.usher.notification.Topic;
import dev.usher.token.store.ReminderStore;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;

/** One reminder a transaction: that it went out, and the notice itself. */
@Stateless
public class TokenReminding {
    @Inject
    private ReminderStore store;

    @Inject
    private Outbox outbox;

    @Inject
    private Clock clock;

    /** Nothing where this one, or a later one, went out before. */
    public void remind(ReminderStore.Ending ending, int days) {
        if (store.reminded(ending.tenant(), ending.token().id(), days)) {
            return;
        }
        store.insert(ending.tenant(), ending.token().id(), days, clock.instant());
        outbox.add(ending.tenant(), Topic.NOTICE, TokenNotices.expires(ending.token(), days));
    }
}
