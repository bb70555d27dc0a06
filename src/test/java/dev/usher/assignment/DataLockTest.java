package dev.usher.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.usher.catalog.Profile;
import dev.usher.catalog.ProfileId;
import dev.usher.platform.Problem;
import dev.usher.tenant.CacheVersions;
import dev.usher.tenant.Caller;
import dev.usher.tenant.TenantId;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DataLockTest {
    private static final Profile LOCKED = profile(true);
    private static final Profile OPEN = profile(false);

    @ParameterizedTest
    @EnumSource
    void forbidsEveryActOnUsersOfALockedProfile(LockedAct act) {
        var problem = catchThrowableOfType(Problem.class, () -> DataLock.permit(LOCKED, act));

        assertThat(problem.status()).isEqualTo(409);
        assertThat(problem.code()).isEqualTo("data-locked");
        assertThat(problem.detail()).contains("'Vault'");
        assertThatCode(() -> DataLock.permit(OPEN, act)).doesNotThrowAnyException();
    }

    @Test
    void aLockIsPutOnButNeverTakenOff() {
        assertThatCode(() -> DataLock.permitChange(OPEN, true)).doesNotThrowAnyException();
        assertThatCode(() -> DataLock.permitChange(LOCKED, true)).doesNotThrowAnyException();

        assertThat(catchThrowableOfType(Problem.class, () -> DataLock.permitChange(LOCKED, false))
                        .code())
                .isEqualTo("data-locked");
    }

    @Test
    void aLockedProfileIsNotDeleted() {
        assertThat(catchThrowableOfType(Problem.class, () -> DataLock.permitDeletion(LOCKED))
                        .code())
                .isEqualTo("data-locked");
    }

    @Test
    void onlyWhoMaySetTheLockPlacesAUserUnderIt() {
        var refused = catchThrowableOfType(
                Problem.class, () -> DataLock.permitEntry(LOCKED, caller(Caller.Kind.ADMINISTRATOR)));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("forbidden");
        assertThat(refused.detail()).contains("'Vault'");
        assertThatCode(() -> DataLock.permitEntry(OPEN, caller(Caller.Kind.ADMINISTRATOR)))
                .doesNotThrowAnyException();
        assertThatCode(() -> DataLock.permitEntry(LOCKED, caller(Caller.Kind.CLOUD_ADMINISTRATOR)))
                .doesNotThrowAnyException();
        assertThatCode(() -> DataLock.permitEntry(LOCKED, caller(Caller.Kind.JOB)))
                .doesNotThrowAnyException();
    }

    private static Caller caller(Caller.Kind kind) {
        return new Caller(new TenantId(1), Caller.FIRST_CONNECTION, kind, "ann", new CacheVersions(0, 0, 0));
    }

    private static Profile profile(boolean locked) {
        return new Profile(
                new ProfileId(new UUID(1, 1)), "Vault", locked, OptionalLong.empty(), OptionalLong.empty(), 1);
    }
}
