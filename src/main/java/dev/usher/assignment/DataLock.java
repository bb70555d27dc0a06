package dev.usher.assignment;

import dev.usher.assignment.store.AssignmentStore;
import dev.usher.catalog.Profile;
import dev.usher.platform.Problem;
import dev.usher.tenant.Caller;
import dev.usher.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The rule for data-locked profiles, in one place and without exceptions for anybody: their users, devices and
 * snapshots are not deleted, the users keep profile and seat, the lock stays, and the profile is not deleted.
 *
 * <p><b>Errors:</b> 409 {@code data-locked}, naming the profile. Who must not answer an error (SCIM) asks
 * {@link #holds} first. <b>Transaction:</b> joins the caller's.
 */
@ApplicationScoped
public class DataLock {
    @Inject
    private AssignmentStore store;

    /** Whether the user's profile is data-locked; false for one without an assignment. One statement. */
    public boolean holds(TenantId tenant, UUID user) {
        return lockedProfile(tenant, user).isPresent();
    }

    /** The profile that locks the user, if one does. One statement. */
    public Optional<Profile> lockedProfile(TenantId tenant, UUID user) {
        return store.profile(tenant, user).filter(Profile::dataLocked);
    }

    /** Refuses the act where the user's profile is locked. One statement. */
    public void permit(TenantId tenant, UUID user, LockedAct act) {
        store.profile(tenant, user).ifPresent(profile -> permit(profile, act));
    }

    /** Refuses the act on a user of this profile where it is locked. */
    public static void permit(Profile profile, LockedAct act) {
        if (profile.dataLocked()) {
            throw refusal(
                    profile, "The user cannot " + act.words() + ": profile '" + profile.name() + "' is data-locked.");
        }
    }

    /**
     * Refuses to place a user into a locked profile, which it could not leave again, where the caller could not set the
     * lock either: 403. Mappings place users by themselves, whoever made them.
     */
    static void permitEntry(Profile profile, Caller caller) {
        if (profile.dataLocked() && caller.kind() == Caller.Kind.ADMINISTRATOR) {
            throw Problem.forbidden("Profile '" + profile.name() + "' is data-locked: only a cloud or platform"
                    + " administrator can place a user into it.");
        }
    }

    /** Refuses to take the lock off. */
    public static void permitChange(Profile profile, boolean dataLocked) {
        if (profile.dataLocked() && !dataLocked) {
            throw refusal(profile, "The data lock of profile '" + profile.name() + "' cannot be taken off.");
        }
    }

    /** Refuses to delete a locked profile. */
    public static void permitDeletion(Profile profile) {
        if (profile.dataLocked()) {
            throw refusal(profile, "Profile '" + profile.name() + "' is data-locked and cannot be deleted.");
        }
    }

    private static Problem refusal(Profile profile, String detail) {
        return new Problem(
                409,
                "data-locked",
                "Data-locked",
                detail,
                Map.of("profileId", profile.id().value().toString(), "profileName", profile.name()));
    }
}
