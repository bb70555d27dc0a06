package dev.usher.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.tenant.CacheVersions;
import dev.usher.tenant.Caller;
import dev.usher.tenant.TenantId;
import dev.usher.tenant.UserManagement;
import dev.usher.token.TokenAnswer.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KnownTokenTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant YEAR = NOW.plus(Duration.ofDays(365));

    @Test
    void opensWhileNothingStandsAgainstIt() {
        var answer =
                token(YEAR, Optional.empty(), UserManagement.SCIM, NOW, true).answer(NOW);

        assertThat(answer.verdict()).isEqualTo(Verdict.VALID);
        assertThat(answer.use()).isPresent();
    }

    @Test
    void expiresAtTheInstantItSays() {
        var token = token(YEAR, Optional.empty(), UserManagement.SCIM, NOW, true);

        assertThat(token.answer(YEAR.minusNanos(1)).verdict()).isEqualTo(Verdict.VALID);
        assertThat(token.answer(YEAR).verdict()).isEqualTo(Verdict.EXPIRED);
    }

    @Test
    void opensBesideItsSuccessorUntilTheOverlapIsOver() {
        Instant end = NOW.plus(Duration.ofDays(7));
        var token = token(YEAR, Optional.of(end), UserManagement.SCIM, NOW, true);

        assertThat(token.answer(end.minusNanos(1)).verdict()).isEqualTo(Verdict.VALID);
        assertThat(token.answer(end).verdict()).isEqualTo(Verdict.ENDED);
        assertThat(token.answer(end).verdict().status()).isEqualTo(401);
    }

    @Test
    void anEndAtOnceHoldsWhereTheClockIsBehind() {
        var token = token(YEAR, Optional.of(NOW.plusSeconds(90)), true, UserManagement.SCIM, NOW, true);

        assertThat(token.answer(NOW).verdict()).isEqualTo(Verdict.ENDED);
    }

    @Test
    void isSuspendedForThirtyDaysWhileAnotherManagementIsChosen() {
        var token = token(YEAR, Optional.empty(), UserManagement.MANUAL, NOW, true);
        Instant end = NOW.plus(Duration.ofDays(30));

        var suspended = token.answer(end.minusNanos(1));

        assertThat(suspended.verdict()).isEqualTo(Verdict.SUSPENDED);
        assertThat(suspended.verdict().status()).isEqualTo(403);
        assertThat(suspended.detail()).contains("MANUAL").contains(end.toString());
        assertThat(token.answer(end).verdict()).isEqualTo(Verdict.ENDED);
    }

    @Test
    void saysWhomToAskWhereTheApiIsOff() {
        var answer =
                token(YEAR, Optional.empty(), UserManagement.SCIM, NOW, false).answer(NOW);

        assertThat(answer.verdict()).isEqualTo(Verdict.API_OFF);
        assertThat(answer.verdict().status()).isEqualTo(403);
        assertThat(answer.detail()).contains("Contact support");
        assertThat(answer.use()).isEmpty();
    }

    private static KnownToken token(
            Instant expires, Optional<Instant> end, UserManagement management, Instant since, boolean api) {
        return token(expires, end, false, management, since, api);
    }

    private static KnownToken token(
            Instant expires,
            Optional<Instant> end,
            boolean ended,
            UserManagement management,
            Instant since,
            boolean api) {
        var caller = new Caller(new TenantId(1), 1, Caller.Kind.IDP, "Okta", new CacheVersions(0, 0, 0));
        var use = new TokenAnswer.Use(new TokenId(UUID.randomUUID()), caller, Optional.empty(), Optional.empty());
        return new KnownToken(use, expires, end, ended, management, since, api);
    }
}
