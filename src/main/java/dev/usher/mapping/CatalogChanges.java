package dev.usher.mapping;

import dev.usher.assignment.Assignments;
import dev.usher.assignment.DataLock;
import dev.usher.catalog.Label;
import dev.usher.catalog.Profile;
import dev.usher.catalog.ProfileDraft;
import dev.usher.catalog.ProfileId;
import dev.usher.catalog.Profiles;
import dev.usher.catalog.RegionId;
import dev.usher.catalog.StorageRegion;
import dev.usher.catalog.StorageRegions;
import dev.usher.mapping.store.MappingStore;
import dev.usher.platform.Problem;
import dev.usher.tenant.Caller;
import dev.usher.tenant.TenantId;
import dev.usher.tenant.Tenants;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import java.util.function.UnaryOperator;

/**
 * Changes and deletions in the catalog, which mappings and users depend on. <b>Errors:</b> {@link Problem}s: 404, 412,
 * 409 {@code data-locked}, 409 {@code profile-in-use} or {@code storage-region-in-use} with the mappings' names and the
 * number of users.
 */
@Stateless
public class CatalogChanges {
    private static final int NAMED = 20;

    @Inject
    private Profiles profiles;

    @Inject
    private StorageRegions regions;

    @Inject
    private Assignments assignments;

    @Inject
    private MappingStore mappings;

    @Inject
    private Tenants tenants;

    /** Changes a profile to what {@code edit} makes of it; a data lock can be put on, never taken off. */
    public Profile changeProfile(Caller caller, ProfileId id, LongPredicate admits, UnaryOperator<ProfileDraft> edit) {
        tenants.lock(caller.tenant());
        Profile before = profiles.lock(caller.tenant(), id);
        admit(admits, before.version(), "profile");
        ProfileDraft draft = edit.apply(before.draft());
        DataLock.permitChange(before, draft.dataLocked());
        return profiles.replace(caller, before, draft);
    }

    /** Deletes a profile that nobody uses. */
    public void deleteProfile(Caller caller, ProfileId id, LongPredicate admits) {
        TenantId tenant = caller.tenant();
        tenants.lock(tenant);
        Profile profile = profiles.lock(tenant, id);
        admit(admits, profile.version(), "profile");
        DataLock.permitDeletion(profile);
        refuseUsed("profile", mappings.namesOf(tenant, id), assignments.usersOf(tenant, id));
        profiles.remove(caller, profile);
    }

    /** Renames a storage region. */
    public StorageRegion renameRegion(Caller caller, RegionId id, LongPredicate admits, Label name) {
        tenants.lock(caller.tenant());
        StorageRegion before = regions.lock(caller.tenant(), id);
        admit(admits, before.version(), "storage region");
        return regions.rename(caller, before, name);
    }

    /** Deletes a storage region that nobody uses. */
    public void deleteRegion(Caller caller, RegionId id, LongPredicate admits) {
        TenantId tenant = caller.tenant();
        tenants.lock(tenant);
        StorageRegion region = regions.lock(tenant, id);
        admit(admits, region.version(), "storage region");
        refuseUsed("storage region", mappings.namesOf(tenant, id), assignments.usersOf(tenant, id));
        regions.remove(caller, region);
    }

    private static void admit(LongPredicate admits, long version, String what) {
        if (!admits.test(version)) {
            throw Problem.changed("The " + what + " was changed meanwhile; read it again.");
        }
    }

    private static void refuseUsed(String what, List<String> mappings, long users) {
        if (mappings.isEmpty() && users == 0) {
            return;
        }
        throw new Problem(
                409,
                what.replace(' ', '-') + "-in-use",
                "In use",
                "The " + what + " is used by " + counted(mappings.size(), "mapping") + " and " + counted(users, "user")
                        + ".",
                Map.of("mappings", mappings.stream().limit(NAMED).toList(), "users", users));
    }

    private static String counted(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
