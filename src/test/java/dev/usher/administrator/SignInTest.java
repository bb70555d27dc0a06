package dev.usher.administrator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.it.AtOnce;
import dev.usher.platform.Database;
import dev.usher.platform.Secret;
import dev.usher.platform.store.EntityUnit;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTest {
    private static final Secret RIGHT = new Secret("correct horse");

    @AutoClose
    private static final EntityUnit UNIT = new EntityUnit();

    private static final String STORED = Password.hash(RIGHT);

    private final SignIn signIn = UNIT.bean(SignIn.class);
    private final String name = "ann-" + UUID.randomUUID();

    /** The slow hash runs for two at a time, so most of them wait for it, on a slow machine in vain; four failures are free. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void triesNoMoreGuessesAtOnceThanOneAfterTheOther(boolean known) throws Exception {
        if (known) {
            add();
        }

        var answers = AtOnce.calls(14, i -> signIn.verify(name, new Secret("guess " + i)));

        assertThat(answers)
                .hasOnlyElementsOfTypes(
                        SignInAnswer.Wrong.class, SignInAnswer.LockedOut.class, SignInAnswer.Busy.class);
        assertThat(answers).filteredOn(SignInAnswer.Wrong.class::isInstance).hasSizeBetween(1, 8);
        assertThat(answers)
                .filteredOn(answer -> !(answer instanceof SignInAnswer.LockedOut))
                .hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void countsEachFailureOfThoseThatComeAtOnce() throws Exception {
        add();

        AtOnce.calls(4, i -> signIn.verify(name, new Secret("guess " + i)));

        assertThat(UNIT.bean(Database.class).count("SELECT failed_sign_ins FROM administrator WHERE name = ?", name))
                .isEqualTo(4);
    }

    @Test
    void letsARememberedPairPassALockUntilItIsGuessedAt() {
        add();
        assertThat(signIn.verify(name, RIGHT)).isInstanceOf(SignInAnswer.Known.class);
        lock(Duration.ofHours(1));

        assertThat(signIn.verify(name, RIGHT)).isInstanceOf(SignInAnswer.Known.class);
        for (int i = 0; i < 10; i++) {
            assertThat(signIn.verify(name, new Secret("guess " + i))).isInstanceOf(SignInAnswer.LockedOut.class);
        }

        assertThat(signIn.verify(name, RIGHT)).isInstanceOf(SignInAnswer.LockedOut.class);
        lock(Duration.ZERO);
        assertThat(signIn.verify(name, RIGHT)).isInstanceOf(SignInAnswer.Known.class);
    }

    @Test
    void answersAtOnceWhereManyWaitAlready() throws Exception {
        var answers = AtOnce.calls(40, i -> signIn.verify(name + i, new Secret("guess")));

        assertThat(answers).hasOnlyElementsOfTypes(SignInAnswer.Wrong.class, SignInAnswer.Busy.class);
        assertThat(answers).hasAtLeastOneElementOfType(SignInAnswer.Busy.class);
        assertThat(signIn.verify(name, new Secret("guess"))).isInstanceOf(SignInAnswer.Wrong.class);
    }

    /** They hash like others, lest the time tell who exists, and never match. */
    @Test
    void knowsNobodyByAnEndlessPassword() {
        add();

        assertThat(signIn.verify(name, new Secret("x".repeat(10_000)))).isInstanceOf(SignInAnswer.Wrong.class);
        assertThat(signIn.verify("x".repeat(10_000), new Secret("x"))).isInstanceOf(SignInAnswer.Wrong.class);
    }

    private void add() {
        UNIT.bean(Database.class)
                .update(
                        "INSERT INTO administrator (id, name_key, name, role, password, disabled, credential_version,"
                                + " failed_sign_ins, created_at, version) VALUES (?, ?, ?, 0, ?, 0, 1, 0, ?, 1)",
                        UUID.randomUUID(),
                        AdministratorName.key(name).bytes(),
                        name,
                        STORED,
                        Instant.now());
    }

    private void lock(Duration time) {
        UNIT.bean(Database.class)
                .update(
                        "UPDATE administrator SET locked_until = ? WHERE name = ?",
                        Instant.now().plus(time),
                        name);
    }
}
