package dev.usher.administrator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.platform.BearerSecret;
import dev.usher.platform.Database;
import dev.usher.platform.store.EntityUnit;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SessionsTest {
    private static final Instant QUITE_A_WHILE_AGO =
            Instant.now().minus(Duration.ofMinutes(29)).truncatedTo(ChronoUnit.SECONDS);

    @AutoClose
    private static final EntityUnit UNIT = new EntityUnit();

    @Test
    void anActKeepsASessionAliveAndALookDoesNot() {
        // given
        var sessions = UNIT.bean(Sessions.class);
        BearerSecret secret = sessions.begin(somebody());
        seen(secret, QUITE_A_WHILE_AGO);

        // when
        Optional<Session> looked = sessions.look(secret.reveal());

        // then
        assertThat(looked).map(Session::seenAt).contains(QUITE_A_WHILE_AGO);
        assertThat(sessions.look(secret.reveal())).map(Session::seenAt).contains(QUITE_A_WHILE_AGO);
        assertThat(sessions.check(secret.reveal())).isPresent();
        assertThat(sessions.look(secret.reveal()))
                .map(Session::seenAt)
                .hasValueSatisfying(seen -> assertThat(seen).isAfter(QUITE_A_WHILE_AGO.plusSeconds(60)));
    }

    @Test
    void whatNobodyTouchedForHalfAnHourIsNoSession() {
        // given
        var sessions = UNIT.bean(Sessions.class);
        BearerSecret secret = sessions.begin(somebody());

        // when
        seen(secret, QUITE_A_WHILE_AGO.minus(Duration.ofMinutes(1)));

        // then
        assertThat(sessions.look(secret.reveal())).isEmpty();
        assertThat(sessions.check(secret.reveal())).isEmpty();
    }

    private static void seen(BearerSecret secret, Instant at) {
        UNIT.bean(Database.class).update("UPDATE admin_session SET seen_at = ? WHERE hash = ?", at, secret.sha256());
    }

    private static SignInAnswer.Known somebody() {
        var id = UUID.randomUUID();
        UNIT.bean(Database.class)
                .update(
                        "INSERT INTO administrator (id, name_key, name, role, disabled, credential_version,"
                                + " failed_sign_ins, created_at, version) VALUES (?, ?, ?, 0, 0, 1, 0, ?, 1)",
                        id,
                        id.toString().getBytes(StandardCharsets.UTF_8),
                        id.toString(),
                        Instant.now());
        return new SignInAnswer.Known(
                new AdministratorId(id),
                1,
                new AdminIdentity(id.toString(), Role.PLATFORM_ADMINISTRATOR, Optional.empty(), false));
    }
}
