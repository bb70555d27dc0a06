package dev.usher.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.notification.Activation;
import dev.usher.notification.Letter;
import dev.usher.notification.LetterState;
import dev.usher.notification.Outbox;
import dev.usher.notification.Topic;
import dev.usher.notification.store.ActivationStore;
import dev.usher.notification.store.LetterStore;
import dev.usher.notification.store.OutboxStore;
import dev.usher.platform.Database;
import dev.usher.platform.store.EntityUnit;
import dev.usher.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

    /** Nothing reads them yet, and they would grow for ever. */
    @Test
    void forgetsAFactByWhenItWasNoted() {
        UUID old = fact(LONG_AGO);
        UUID young = fact(Instant.now());

        assertThat(UNIT.bean(Outbox.class).expire(LONG_AGO.plus(LONG))).isEqualTo(1);

        assertThat(facts()).contains(young).doesNotContain(old);
    }

    @Test
    void givesBackOnlyWhatWasNotBegun() {
        Letter begun = claimed();
        Letter waiting = claimed();

        claims.release(claim, List.of(waiting.id()));

        assertThat(claims.begin(begun, claim, LONG)).isTrue();
        assertThat(claims.begin(waiting, claim, LONG)).isFalse();
    }

    /** A try moves the time of the next one ahead, and the mail would never look late by that. */
    @Test
    void tellsTheAgeOfAMailThatIsTriedAgain() {
        UUID id = new UUID(
                LONG_AGO.toEpochMilli() << 16 | 0x7000L, UUID.randomUUID().getLeastSignificantBits());
        UNIT.bean(OutboxStore.class).insert(TENANT, id, Topic.NOTICE, Optional.empty(), "{}", Instant.now());
        Letter late = claims.claim(claim, LONG).stream()
                .filter(letter -> letter.id().equals(id))
                .findFirst()
                .orElseThrow();

        claims.putOff(late, claim, Instant.now().plus(LONG), "452 4.2.2 mailbox full");
        assertThat(UNIT.bean(OutboxStore.class).depth().oldest().filter(LONG_AGO.plus(LONG)::isAfter))
                .isEmpty();
        UNIT.bean(LetterStore.class).waitAnew(late, Instant.now());
        Letter unsent = claims.claim(claim, LONG).stream()
                .filter(letter -> letter.id().equals(id))
                .findFirst()
                .orElseThrow();
        claims.putOff(unsent, claim, Instant.now().plus(LONG), "452 4.3.1 no room");

        assertThat(UNIT.bean(OutboxStore.class).depth().oldest())
                .hasValueSatisfying(since -> assertThat(since).isBefore(LONG_AGO.plus(LONG)));
    }

    private static UUID fact(Instant when) {
        UUID id = UUID.randomUUID();
        UNIT.bean(OutboxStore.class).insert(TENANT, id, Topic.USER_CREATED, Optional.empty(), "{}", when);
        return id;
    }

    private static List<UUID> facts() {
        return UNIT.bean(Database.class)
                .query("SELECT id FROM outbox WHERE topic = ?", row -> row.uuid(1), Topic.USER_CREATED);
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
