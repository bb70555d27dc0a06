package dev.usher.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TokenRemindersTest {
    private static final Instant MADE = Instant.parse("2026-01-01T00:00:00Z");

    /** Hour by hour over a token's whole life: each reminder comes due once, at its day, and stays until the next. */
    @Test
    void comeSixtyThirtyFourteenSevenThreeAndOneDayBefore() {
        Token token = token(Duration.ofDays(365));
        var came = new ArrayList<Long>();
        int last = 0;
        for (Instant now = MADE; now.isBefore(token.expiresAt()); now = now.plus(Duration.ofHours(1))) {
            int due = TokenReminders.due(token, now).orElse(0);
            if (due != last) {
                assertThat(Duration.between(now, token.expiresAt())).isEqualTo(Duration.ofDays(due));
                came.add((long) due);
                last = due;
            }
        }

        assertThat(came).isEqualTo(List.of(60L, 30L, 14L, 7L, 3L, 1L));
    }

    @Test
    void leaveOutDaysThatATokenNeverHad() {
        Token token = token(Duration.ofDays(10));

        assertThat(TokenReminders.due(token, MADE)).isEmpty();
        assertThat(TokenReminders.due(token, MADE.plus(Duration.ofDays(4)))).hasValue(7);
    }

    private static Token token(Duration life) {
        return new Token(
                new TokenId(UUID.randomUUID()),
                1,
                "Okta",
                "ush_abc",
                "admin",
                MADE,
                MADE.plus(life),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
