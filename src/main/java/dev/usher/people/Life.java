package dev.usher.people;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The three facts of a user's life, kept apart: its state, whether it holds a seat, and whether SCIM sees it. Pure: each
 * wish gives the life after it and, where the wish could not be granted in full, the code of the conflict. Whether the
 * profile is data-locked is asked only when it matters, because asking costs a statement.
 */
public record Life(AccountState state, boolean seatHeld, boolean visible) {
    /** The code of a wish against an administrator's decision. */
    public static final String PRESERVED_BY_ADMINISTRATOR = "preserved-by-administrator";
    /** The code of a wish that would release a data-locked user's seat. */
    public static final String DATA_LOCKED = "data-locked";

    /** Checks. */
    public Life {
        requireNonNull(state, "state");
    }

    /** A life after a wish; {@code conflict} is empty when the wish was granted in full. */
    public record Step(Life life, String conflict) {
        /** Checks. */
        public Step {
            requireNonNull(life, "life");
            requireNonNull(conflict, "conflict");
        }

        /** What stood against the wish. */
        public Optional<String> reason() {
            return Optional.of(conflict).filter(code -> !code.isEmpty());
        }
    }

    /** A new user's: one that arrives inactive is preserved from the start and takes no seat. */
    public static Life born(boolean active) {
        return new Life(active ? AccountState.ACTIVE : AccountState.PRESERVED_BY_IDP, active, true);
    }

    /** Nothing is wished. */
    public Step unchanged() {
        return new Step(this, "");
    }

    /** The identity provider says {@code active}. */
    public Step wished(boolean active, BooleanSupplier dataLocked) {
        if (active == state.active()) {
            return unchanged();
        }
        if (!active) {
            return ended(AccountState.PRESERVED_BY_IDP, visible, dataLocked);
        }
        if (state == AccountState.PRESERVED_BY_ADMIN) {
            return new Step(this, PRESERVED_BY_ADMINISTRATOR);
        }
        return restored();
    }

    /** The identity provider deletes: SCIM sees the user no more; an administrator's preservation outlives it. */
    public Step deleted(BooleanSupplier dataLocked) {
        AccountState next = state == AccountState.PRESERVED_BY_ADMIN ? state : AccountState.PRESERVED_BY_IDP_DELETE;
        return ended(next, false, dataLocked);
    }

    /** The identity provider creates a user again that it deleted; {@link #wished} follows. */
    public Life seenAgain() {
        AccountState next = state == AccountState.PRESERVED_BY_IDP_DELETE ? AccountState.PRESERVED_BY_IDP : state;
        return new Life(next, seatHeld, true);
    }

    /** An administrator preserves the user; the identity provider cannot bring it back. */
    public Step preservedByAdministrator(BooleanSupplier dataLocked) {
        return ended(AccountState.PRESERVED_BY_ADMIN, visible, dataLocked);
    }

    /** The user is active again, seen by SCIM and holds a seat. */
    public Step restored() {
        return new Step(new Life(AccountState.ACTIVE, true, true), "");
    }

    /** By how much the tenant's used seats change from here to there. */
    public int seatsTo(Life next) {
        return count(next.seatHeld) - count(seatHeld);
    }

    /** By how much the tenant's preserved users change from here to there. */
    public int preservedTo(Life next) {
        return count(state.active()) - count(next.state.active());
    }

    /** By how much the users that SCIM sees change from here to there. */
    public int visibleTo(Life next) {
        return count(next.visible) - count(visible);
    }

    private Step ended(AccountState next, boolean nextVisible, BooleanSupplier dataLocked) {
        boolean locked = seatHeld && dataLocked.getAsBoolean();
        return new Step(new Life(next, locked, nextVisible), locked ? DATA_LOCKED : "");
    }

    private static int count(boolean one) {
        return one ? 1 : 0;
    }
}
