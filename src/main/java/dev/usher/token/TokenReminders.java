package dev.usher.token;

import dev.usher.job.Recurrence;
import dev.usher.token.store.ReminderStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/** Reminds administrators 60, 30, 14, 7, 3 and 1 days before a token ends, each once. */
@ApplicationScoped
class TokenReminders implements Recurrence {
    private static final List<Integer> DAYS = List.of(1, 3, 7, 14, 30, 60);
    private static final int CHUNK = 500;

    @Inject
    private ReminderStore store;

    @Inject
    private TokenReminding reminding;

    @Inject
    private Clock clock;

    @Override
    public String name() {
        return "token-reminders";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void begin() {
        Instant now = clock.instant();
        Instant horizon = now.plus(Duration.ofDays(60));
        Instant after = now;
        List<ReminderStore.Ending> chunk = store.ending(after, horizon, CHUNK);
        while (!chunk.isEmpty()) {
            for (ReminderStore.Ending ending : chunk) {
                due(ending.token(), now).ifPresent(days -> reminding.remind(ending, days));
            }
            after = chunk.get(chunk.size() - 1).token().expiresAt();
            chunk = chunk.size() < CHUNK ? List.of() : store.ending(after, horizon, CHUNK);
        }
    }

    /** The nearest day that has come; a token that never lived so long before its end is not reminded of it. */
    static OptionalInt due(Token token, Instant now) {
        return DAYS.stream()
                .filter(days -> !now.isBefore(token.expiresAt().minus(Duration.ofDays(days))))
                .filter(days -> token.createdAt().isBefore(token.expiresAt().minus(Duration.ofDays(days))))
                .mapToInt(Integer::intValue)
                .findFirst();
    }
}
