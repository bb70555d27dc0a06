package dev.usher.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class LifeTest {
    private static final BooleanSupplier LOCKED = () -> true;
    private static final BooleanSupplier FREE = () -> false;
    private static final BooleanSupplier NOBODY_ASKS = () -> {
        throw new AssertionError("asking costs a statement");
    };

    @Test
    void takesASeatOnlyWhenBornActive() {
        assertThat(Life.born(true)).isEqualTo(new Life(AccountState.ACTIVE, true, true));
        assertThat(Life.born(false)).isEqualTo(new Life(AccountState.PRESERVED_BY_IDP, false, true));
    }

    @Test
    void givesTheSeatBackOnDeactivation() {
        Life active = Life.born(true);

        Life.Step step = active.wished(false, FREE);

        assertThat(step.life()).isEqualTo(new Life(AccountState.PRESERVED_BY_IDP, false, true));
        assertThat(step.reason()).isEmpty();
        assertThat(active.seatsTo(step.life())).isEqualTo(-1);
        assertThat(active.preservedTo(step.life())).isEqualTo(1);
        assertThat(active.visibleTo(step.life())).isZero();
    }

    @Test
    void keepsTheSeatOfADataLockedUserButEndsAccess() {
        Life.Step step = Life.born(true).wished(false, LOCKED);

        assertThat(step.life()).isEqualTo(new Life(AccountState.PRESERVED_BY_IDP, true, true));
        assertThat(step.reason()).contains(Life.DATA_LOCKED);
    }

    @Test
    void takesNoSecondSeatForALockedUserWhoComesBack() {
        Life preserved = Life.born(true).wished(false, LOCKED).life();

        Life.Step step = preserved.wished(true, NOBODY_ASKS);

        assertThat(step.life().state()).isEqualTo(AccountState.ACTIVE);
        assertThat(preserved.seatsTo(step.life())).isZero();
    }

    @Test
    void changesNothingWhenTheWishIsTheState() {
        assertThat(Life.born(true).wished(true, NOBODY_ASKS))
                .isEqualTo(Life.born(true).unchanged());
        assertThat(Life.born(false).wished(false, NOBODY_ASKS))
                .isEqualTo(Life.born(false).unchanged());
    }

    @Test
    void doesNotLetTheIdpUndoAnAdministrator() {
        Life held = Life.born(true).preservedByAdministrator(FREE).life();

        Life.Step step = held.wished(true, NOBODY_ASKS);

        assertThat(step.life()).isEqualTo(held);
        assertThat(step.reason()).contains(Life.PRESERVED_BY_ADMINISTRATOR);
    }

    @Test
    void keepsAnAdministratorsDecisionThroughDeletionAndReturn() {
        Life deleted = Life.born(true)
                .preservedByAdministrator(FREE)
                .life()
                .deleted(FREE)
                .life();

        Life.Step back = deleted.seenAgain().wished(true, NOBODY_ASKS);

        assertThat(deleted).isEqualTo(new Life(AccountState.PRESERVED_BY_ADMIN, false, false));
        assertThat(back.life()).isEqualTo(new Life(AccountState.PRESERVED_BY_ADMIN, false, true));
        assertThat(back.reason()).contains(Life.PRESERVED_BY_ADMINISTRATOR);
    }

    @Test
    void hidesADeletedUserAndCountsItOut() {
        Life active = Life.born(true);

        Life.Step step = active.deleted(FREE);

        assertThat(step.life()).isEqualTo(new Life(AccountState.PRESERVED_BY_IDP_DELETE, false, false));
        assertThat(active.visibleTo(step.life())).isEqualTo(-1);
        assertThat(active.seatsTo(step.life())).isEqualTo(-1);
    }

    @Test
    void stillDeletesADataLockedUserForScimAndHoldsItsSeat() {
        Life.Step step = Life.born(true).deleted(LOCKED);

        assertThat(step.life()).isEqualTo(new Life(AccountState.PRESERVED_BY_IDP_DELETE, true, false));
        assertThat(step.reason()).contains(Life.DATA_LOCKED);
    }

    @Test
    void countsNobodyTwiceOverAWholeLife() {
        Life born = Life.born(true);
        Life away = born.wished(false, FREE).life();
        Life gone = away.deleted(FREE).life();
        Life back = gone.seenAgain().wished(true, FREE).life();

        assertThat(born.seatsTo(away) + away.seatsTo(gone) + gone.seatsTo(back)).isZero();
        assertThat(born.preservedTo(away) + away.preservedTo(gone) + gone.preservedTo(back))
                .isZero();
        assertThat(born.visibleTo(away) + away.visibleTo(gone) + gone.visibleTo(back))
                .isZero();
        assertThat(back).isEqualTo(born);
    }
}
