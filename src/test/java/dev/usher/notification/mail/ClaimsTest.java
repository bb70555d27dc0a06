package dev.usher.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.notification.Activation;
import dev.usher.notification.Letter;
import dev.usher.notification.LetterState;
import dev.usher.notification.Topic;
import dev.usher.notification.store.ActivationStore;
import dev.usher.notification.store.LetterStore;
import dev.usher.notification.store.OutboxStore;
import dev.usher.platform.store.EntityUnit;
import dev.usher.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ClaimsTest {
    private static final TenantId TENANT = new TenantId(1_000_000);
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Instant LONG_AGO = Instant.now().minus(Duration.ofDays(60));

    @AutoClose
    private static final EntityUnit UNIT = new EntityUnit();

    private final Claims claims = UNIT.bean(Claims.class);
    private final UUID user = UUID.randomUUID();
    private final UUID claim = UUID.randomUUID();

    /** The server took the mail of a try that failed afterwards: the code in it was good. */
    @Test
    void sendsNoMoreOnceACodeOfAnEarlierTryWasRedeemed() {
        Letter letter = claimed();
        assertThat(claims.begin(letter, user, claim, LONG, Instant.now())).isPresent();
        UNIT.bean(ActivationStore.class).redeemed(TENANT, user, "product", Instant.now());

        assertThat(claims.begin(letter, user, claim, LONG, Instant.now())).isEmpty();

        Letter after = found(letter);
        assertThat(after.state()).isEqualTo(LetterState.DISCARDED);
        assertThat(after.reason()).isEqualTo(Activation.REDEEMED);
    }

    /** A letter may have waited for longer than one that is over is kept. */
    @Test
    void forgetsALetterByWhenItWasOver() {
        Letter sent = claimed();
        claims.end(sent, claim, LetterState.SENT, "");
        Letter discarded = claimed();
        UNIT.bean(LetterStore.class).discard(discarded, Instant.now(), "by hand");

        claims.forget(Duration.ofDays(30));
        assertThat(found(sent).state()).isEqualTo(LetterState.SENT);
        assertThat(found(discarded).state()).isEqualTo(LetterState.DISCARDED);
        claims.forget(Duration.ofDays(-1));

        assertThat(UNIT.bean(LetterStore.class).find(TENANT, sent.id(), "")).isEmpty();
        assertThat(UNIT.bean(LetterStore.class).find(TENANT, discarded.id(), ""))
                .isEmpty();
    }

    private Letter claimed() {
        UUID id = UUID.randomUUID();
        UNIT.bean(OutboxStore.class).insert(TENANT, id, Topic.ACTIVATION_MAIL, Optional.of(user), "{}", LONG_AGO);
        UNIT.bean(ActivationStore.class).delete(TENANT, user);
        UNIT.bean(ActivationStore.class).insert(TENANT, user, id, LONG_AGO);
        return claims.claim(claim, LONG).stream()
                .filter(letter -> letter.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Letter found(Letter letter) {
        return UNIT.bean(LetterStore.class).find(TENANT, letter.id(), "").orElseThrow();
    }
}
