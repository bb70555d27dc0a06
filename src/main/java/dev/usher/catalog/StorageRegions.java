package dev.usher.catalog;

import dev.usher.audit.AuditTrail;
import dev.usher.catalog.store.RegionStore;
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

/** A tenant's storage regions; changing and deleting go the way of {@link Profiles}. */
@Stateless
public class StorageRegions {
    /** The most that a tenant has. */
    public static final int MOST = 1_000;

    @Inject
    private RegionStore store;

    @Inject
    private Tenants tenants;

    @Inject
    private AuditTrail audit;

    @Inject
    private Uuid7 ids;

    @Inject
    private Clock clock;

    /** Makes a region. <b>Errors:</b> 409 {@code name-taken}, {@code too-many}. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public StorageRegion create(Caller caller, Label name) {
        TenantId tenant = caller.tenant();
        tenants.lock(tenant);
        if (store.count(tenant) >= MOST) {
            throw Problem.conflict("too-many", "A tenant has at most " + MOST + " storage regions.");
        }
        var made = new StorageRegion(new RegionId(ids.next()), name.text(), 1);
        try {
            store.insert(tenant, made, clock.instant());
        } catch (DuplicateRow e) {
            throw name.taken("storage region", e);
        }
        record(caller, "storage-region.created", Optional.empty(), Optional.of(made));
        return made;
    }

    /** The region; empty for an unknown or another tenant's. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<StorageRegion> find(TenantId tenant, RegionId id) {
        return store.find(tenant, id);
    }

    /** By name, after the name {@code after} (empty text: from the beginning). */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<StorageRegion> list(TenantId tenant, String after, int limit) {
        return store.list(tenant, after, limit);
    }

    /** The region, not changeable by others until the transaction ends; 404 for an unknown one. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public StorageRegion lock(TenantId tenant, RegionId id) {
        return store.lock(tenant, id).orElseThrow(() -> Problem.notFound("This storage region"));
    }

    /** Renames the locked row; the same name changes nothing. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public StorageRegion rename(Caller caller, StorageRegion before, Label name) {
        if (before.name().equals(name.text())) {
            return before;
        }
        var after = new StorageRegion(before.id(), name.text(), before.version() + 1);
        try {
            store.update(caller.tenant(), after);
        } catch (DuplicateRow e) {
            throw name.taken("storage region", e);
        }
        tenants.touchOrder(caller.tenant());
        record(caller, "storage-region.changed", Optional.of(before), Optional.of(after));
        return after;
    }

    /** Deletes the locked row, which nobody may use any more. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void remove(Caller caller, StorageRegion region) {
        store.delete(caller.tenant(), region.id());
        record(caller, "storage-region.deleted", Optional.of(region), Optional.empty());
    }

    private void record(Caller caller, String action, Optional<StorageRegion> before, Optional<StorageRegion> after) {
        var target = before.or(() -> after).map(region -> region.id().value());
        audit.record(
                caller.tenant(),
                caller.name(),
                action,
                target,
                before.map(CatalogJson::of).orElse(JsonValue.EMPTY_JSON_OBJECT),
                after.map(CatalogJson::of).orElse(JsonValue.EMPTY_JSON_OBJECT));
    }
}
