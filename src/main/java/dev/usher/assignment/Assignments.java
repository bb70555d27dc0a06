package dev.usher.assignment;

import dev.usher.assignment.store.AssignmentStore;
import dev.usher.catalog.ProfileId;
import dev.usher.catalog.Profiles;
import dev.usher.catalog.RegionId;
import dev.usher.tenant.Caller;
import dev.usher.tenant.TenantId;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The assignment of each user. Users are named by their id's UUID, since they belong to a component above. */
@Stateless
public class Assignments {
    @Inject
    private AssignmentStore store;

    @Inject
    private DataLock lock;

    @Inject
    private Profiles profiles;

    /** What the user has; empty for one that is unknown or purged. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<Assignment> find(TenantId tenant, UUID user) {
        return store.find(tenant, user);
    }

    /** Locks the user's assignment until the transaction ends, so that no purge comes between; false for an unknown user. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public boolean hold(TenantId tenant, UUID user) {
        return store.lock(tenant, user);
    }

    /** Gives a new user its assignment. One statement. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void assign(TenantId tenant, UUID user, Assignment assignment) {
        store.insert(tenant, user, assignment);
    }

    /**
     * Gives a user another assignment, under the lock of the user's head row. A data-locked profile is not left: 409; nor
     * does the role administrator place anybody into one: 403.
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void move(Caller caller, UUID user, Assignment to) {
        TenantId tenant = caller.tenant();
        if (caller.kind() == Caller.Kind.ADMINISTRATOR) {
            profiles.find(tenant, to.profile()).ifPresent(profile -> DataLock.permitEntry(profile, caller));
        }
        lock.lockedProfile(tenant, user)
                .filter(profile -> !profile.id().equals(to.profile()))
                .ifPresent(profile -> DataLock.permit(profile, LockedAct.CHANGE_PROFILE));
        store.update(tenant, user, to);
    }

    /** Forgets a purged user's assignment; 409 where its profile is data-locked. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void remove(TenantId tenant, UUID user) {
        lock.permit(tenant, user, LockedAct.DELETE_USER);
        store.delete(tenant, user);
    }

    /** How many users each mapping gave its assignment to; mappings without any are absent. One statement. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Map<MappingId, Long> usersByMapping(TenantId tenant) {
        return store.countByMapping(tenant);
    }

    /** How many users each profile has; profiles without any are absent. One statement. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Map<ProfileId, Long> usersByProfile(TenantId tenant) {
        return store.countByProfile(tenant);
    }

    /** How many users each region has; regions without any are absent. One statement. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Map<RegionId, Long> usersByRegion(TenantId tenant) {
        return store.countByRegion(tenant);
    }

    /** How many users have the profile. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public long usersOf(TenantId tenant, ProfileId profile) {
        return store.count(tenant, profile);
    }

    /** How many users have the region. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public long usersOf(TenantId tenant, RegionId region) {
        return store.count(tenant, region);
    }
}
