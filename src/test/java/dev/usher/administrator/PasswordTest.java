package dev.usher.administrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.platform.Problem;
import dev.usher.platform.Secret;
import dev.usher.platform.SettableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PasswordTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void matchesOnlyItselfAndHidesItself() {
        var password = new Secret("correct horse");

        String stored = Password.hash(password);

        assertThat(stored)
                .startsWith("pbkdf2-sha512:210000:")
                .doesNotContain("horse")
                .hasSizeLessThan(300);
        assertThat(Password.matches(password, stored)).isTrue();
        assertThat(Password.matches(new Secret("Correct horse"), stored)).isFalse();
        assertThat(Password.matches(password, "plain:correct horse")).isFalse();
    }

    @Test
    void comparesWhatLooksTheSameAsTheSame() {
        String stored = Password.hash(new Secret("caf\u00e9 caf\u00e9"));

        assertThat(Password.matches(new Secret("cafe\u0301 cafe\u0301"), stored))
                .isTrue();
    }

    @Test
    void refusesShortAndEndlessOnes() {
        assertThatThrownBy(() -> Password.check(new Secret("short"))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> Password.check(new Secret(" ".repeat(20)))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> Password.check(new Secret("x".repeat(257)))).isInstanceOf(Problem.class);
    }

    @Test
    void waitsLongerWithEachFailure() {
        assertThat(LockOut.after(4)).isZero();
        assertThat(LockOut.after(5)).isEqualTo(Duration.ofSeconds(1));
        assertThat(LockOut.after(8)).isEqualTo(Duration.ofSeconds(8));
        assertThat(LockOut.after(1_000_000)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void remembersAPasswordForItsVersionOnly() {
        var remembered = new RememberedPasswords(Clock.fixed(NOW, ZoneOffset.UTC));
        var id = new AdministratorId(UUID.randomUUID());
        var password = new Secret("correct horse");

        remembered.remember(id, 3, password);

        assertThat(remembered.knows(id, 3, password)).isTrue();
        assertThat(remembered.knows(id, 4, password)).isFalse();
        assertThat(remembered.knows(id, 3, new Secret("wrong horse"))).isFalse();
        assertThat(remembered.knows(new AdministratorId(UUID.randomUUID()), 3, password))
                .isFalse();
    }

    @Test
    void forgetsAPasswordAfterFiveMinutes() {
        var clock = new SettableClock(NOW);
        var remembered = new RememberedPasswords(clock);
        var id = new AdministratorId(UUID.randomUUID());
        remembered.remember(id, 0, new Secret("correct horse"));

        clock.set(NOW.plus(Duration.ofMinutes(5)));

        assertThat(remembered.knows(id, 0, new Secret("correct horse"))).isFalse();
    }

    @Test
    void forgetsAPasswordAfterTenGuesses() {
        var remembered = new RememberedPasswords(Clock.fixed(NOW, ZoneOffset.UTC));
        var id = new AdministratorId(UUID.randomUUID());
        var password = new Secret("correct horse");
        remembered.remember(id, 0, password);

        for (int i = 0; i < 9; i++) {
            remembered.guessed(id);
        }
        assertThat(remembered.knows(id, 0, password)).isTrue();
        remembered.guessed(id);

        assertThat(remembered.knows(id, 0, password)).isFalse();
    }

    @Test
    void locksUnknownNamesAsKnownOnes() {
        var names = new UnknownNames();
        var nobody = AdministratorName.key("nobody");

        for (int i = 0; i < 6; i++) {
            names.failed(nobody, NOW);
        }

        assertThat(names.lockedUntil(AdministratorName.key("NoBody "), NOW)).contains(NOW.plus(LockOut.after(6)));
        assertThat(names.lockedUntil(nobody, NOW.plusSeconds(60))).isEmpty();
        assertThat(names.lockedUntil(AdministratorName.key("somebody"), NOW)).isEmpty();
    }
}
