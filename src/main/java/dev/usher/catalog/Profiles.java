package dev.usher.catalog;

import dev.usher.audit.AuditTrail;
import dev.usher.catalog.store.ProfileStore;
import dev.usher.platform.DuplicateRow;
import dev.usher.platform.Problem;
import dev.usher.platform.Uuid7;
import dev.usher.tenant.Caller;
import dev.usher.tenant.TenantId;
import dev.usher.tenant.Tenants;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * A tenant's profiles. Changing and deleting need to know who uses a profile and what its lock forbids, so they join
 * the transaction of the component that knows ({@code mapping.CatalogChanges}); endpoints go there.
 */
@Stateless
public class Profiles {
    /** The most that a tenant has. */
    public static final int MOST = 1_000;

    @Inject
    private ProfileStore store;

    @Inject
    private Tenants tenants;

    @Inject
    private AuditTrail audit;

    @Inject
    private Uuid7 ids;

    @Inject
    private Clock clock;

    /** Makes a profile. <b>Errors:</b> 409 {@code name-taken}, {@code too-many}. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public Profile create(Caller caller, ProfileDraft draft) {
        TenantId tenant = caller.tenant();
        tenants.lock(tenant);
        if (store.count(tenant) >= MOST) {
            throw Problem.conflict("too-many", "A tenant has at most " + MOST + " profiles.");
        }
        var made = new Profile(
                new ProfileId(ids.next()),
                draft.name().text(),
                draft.dataLocked(),
                draft.quotaBytes(),
                draft.purgeAfterDays(),
                1);
        try {
            store.insert(tenant, made, clock.instant());
        } catch (DuplicateRow e) {
            throw draft.name().taken("profile", e);
        }
        record(caller, "profile.created", Optional.empty(), Optional.of(made));
        return made;
    }

    /** The profile; empty for an unknown or another tenant's. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<Profile> find(TenantId tenant, ProfileId id) {
        return store.find(tenant, id);
    }

    /** By name, after the name {@code after} (empty text: from the beginning). */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<Profile> list(TenantId tenant, String after, int limit) {
        return store.list(tenant, after, limit);
    }

    /** The profile, not changeable by others until the transaction ends; 404 for an unknown one. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public Profile lock(TenantId tenant, ProfileId id) {
        return store.lock(tenant, id).orElseThrow(() -> Problem.notFound("This profile"));
    }

    /** Makes the locked row what the draft says; an unchanged one stays as it is. A data lock is never taken off. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public Profile replace(Caller caller, Profile before, ProfileDraft draft) {
        if (before.draft().equals(draft)) {
            return before;
        }
        var after = new Profile(
                before.id(),
                draft.name().text(),
                draft.dataLocked(),
                draft.quotaBytes(),
                draft.purgeAfterDays(),
                before.version() + 1);
        try {
            store.update(caller.tenant(), after);
        } catch (DuplicateRow e) {
            throw draft.name().taken("profile", e);
        }
        tenants.touchOrder(caller.tenant());
        record(caller, "profile.changed", Optional.of(before), Optional.of(after));
        return after;
    }

    /** Deletes the locked row, which nobody may use any more. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void remove(Caller caller, Profile profile) {
        store.delete(caller.tenant(), profile.id());
        record(caller, "profile.deleted", Optional.of(profile), Optional.empty());
    }

    private void record(Caller caller, String action, Optional<Profile> before, Optional<Profile> after) {
        var target = before.or(() -> after).map(profile -> profile.id().value());
        audit.record(
                caller.tenant(),
                caller.name(),
                action,
                target,
                before.map(CatalogJson::of).orElse(JsonValue.EMPTY_JSON_OBJECT),
                after.map(CatalogJson::of).orElse(JsonValue.EMPTY_JSON_OBJECT));
    }
}
