package dev.usher.mapping;

import dev.usher.assignment.MappingId;
import dev.usher.audit.AuditTrail;
import dev.usher.catalog.Profile;
import dev.usher.catalog.ProfileId;
import dev.usher.catalog.Profiles;
import dev.usher.catalog.RegionId;
import dev.usher.catalog.StorageRegion;
import dev.usher.catalog.StorageRegions;
import dev.usher.mapping.store.MappingStore;
import dev.usher.platform.DuplicateRow;
import dev.usher.platform.Problem;
import dev.usher.platform.Uuid7;
import dev.usher.tenant.Caller;
import dev.usher.tenant.Tenant;
import dev.usher.tenant.TenantId;
import dev.usher.tenant.Tenants;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.function.UnaryOperator;

/**
 * A tenant's mappings and their order. The tenant's row is locked by every change, so creates and reorders follow each
 * other; each touches the order's version, and is in the audit trail with before and after.
 *
 * <p><b>Errors:</b> {@link Problem}s: 404 for an unknown or another tenant's mapping, 409 {@code name-taken}, 412 where
 * the caller's {@code admits} refuses the present version.
 */
@Stateless
public class Mappings {
    /** The most that a tenant has. */
    public static final int MOST = 1_000;

    @Inject
    private MappingStore store;

    @Inject
    private OrderCache cache;

    @Inject
    private Profiles profiles;

    @Inject
    private StorageRegions regions;

    @Inject
    private Tenants tenants;

    @Inject
    private AuditTrail audit;

    @Inject
    private Uuid7 ids;

    @Inject
    private Clock clock;

    /** The order that classifies the caller's users: cached on this node for the version that the request brought. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public MappingOrder order(Caller caller) {
        return cache.order(caller);
    }

    /** The order as it is stored now. One statement. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public MappingOrder current(TenantId tenant) {
        return store.load(tenant);
    }

    /** How many mappings the tenant has. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public int count(TenantId tenant) {
        return store.count(tenant);
    }

    /** Makes a mapping; it is asked last. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public Mapping create(Caller caller, Criteria criteria, MappingTerms terms) {
        TenantId tenant = caller.tenant();
        tenants.lock(tenant);
        List<Mapping> present = store.load(tenant).mappings();
        if (present.size() >= MOST) {
            throw Problem.conflict("too-many", "A tenant has at most " + MOST + " mappings.");
        }
        int place = present.isEmpty() ? 0 : present.get(present.size() - 1).place() + 1;
        var made = new Mapping(
                new MappingId(ids.next()),
                terms.name().text(),
                place,
                criteria,
                profile(tenant, terms.profile()),
                region(tenant, terms.region()),
                terms.quotaBytes(),
                terms.sendActivationEmail(),
                clock.instant(),
                1);
        try {
            store.insert(tenant, made);
        } catch (DuplicateRow e) {
            throw terms.name().taken("mapping", e);
        }
        record(caller, "mapping.created", Optional.empty(), Optional.of(made));
        return made;
    }

    /** Changes name and assignment to what {@code edit} makes of the present ones; the same changes nothing. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public Mapping change(Caller caller, MappingId id, LongPredicate admits, UnaryOperator<MappingTerms> edit) {
        TenantId tenant = caller.tenant();
        tenants.lock(tenant);
        Mapping before = admitted(tenant, id, admits);
        MappingTerms present = MappingTerms.of(before);
        MappingTerms terms = edit.apply(present);
        if (terms.equals(present)) {
            return before;
        }
        var after = new Mapping(
                id,
                terms.name().text(),
                before.place(),
                before.criteria(),
                profile(tenant, terms.profile()),
                region(tenant, terms.region()),
                terms.quotaBytes(),
                terms.sendActivationEmail(),
                before.createdAt(),
                before.version() + 1);
        try {
            store.update(tenant, after);
        } catch (DuplicateRow e) {
            throw terms.name().taken("mapping", e);
        }
        record(caller, "mapping.changed", Optional.of(before), Optional.of(after));
        return after;
    }

    /** Deletes a mapping; its users stay as they are. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void delete(Caller caller, MappingId id, LongPredicate admits) {
        TenantId tenant = caller.tenant();
        tenants.lock(tenant);
        Mapping gone = admitted(tenant, id, admits);
        store.delete(tenant, id, clock.instant());
        record(caller, "mapping.deleted", Optional.of(gone), Optional.empty());
    }

    /**
     * Saves the whole order; the same changes nothing. {@code admits} is asked about the order's version. <b>Errors:</b> 412 for a stale one; 409
     * {@code not-a-permutation} with the ids that are {@code missing}, {@code unknown} or there {@code twice}.
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public MappingOrder reorder(Caller caller, LongPredicate admits, List<MappingId> wanted) {
        TenantId tenant = caller.tenant();
        Tenant locked = tenants.lock(tenant);
        if (!admits.test(locked.versions().order())) {
            throw Problem.changed("The order was changed meanwhile; read it again.");
        }
        MappingOrder present = store.load(tenant);
        List<Mapping> before = present.mappings();
        Permutation.check(before, wanted);
        if (before.stream().map(Mapping::id).toList().equals(wanted)) {
            return present;
        }
        store.place(tenant, wanted);
        tenants.touchOrder(tenant);
        MappingOrder after = store.load(tenant);
        audit.record(
                tenant,
                caller.name(),
                "mapping.order-changed",
                Optional.empty(),
                MappingJson.order(before),
                MappingJson.order(after.mappings()));
        return after;
    }

    private Mapping admitted(TenantId tenant, MappingId id, LongPredicate admits) {
        Mapping mapping = store.load(tenant).mappings().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("This mapping"));
        if (!admits.test(mapping.version())) {
            throw Problem.changed("The mapping was changed meanwhile; read it again.");
        }
        return mapping;
    }

    private Profile profile(TenantId tenant, ProfileId id) {
        return profiles.find(tenant, id)
                .orElseThrow(() -> Problem.field("assignment.profileId", "There is no such profile."));
    }

    private StorageRegion region(TenantId tenant, RegionId id) {
        return regions.find(tenant, id)
                .orElseThrow(() -> Problem.field("assignment.storageRegionId", "There is no such storage region."));
    }

    private void record(Caller caller, String action, Optional<Mapping> before, Optional<Mapping> after) {
        tenants.touchOrder(caller.tenant());
        audit.record(
                caller.tenant(),
                caller.name(),
                action,
                before.or(() -> after).map(mapping -> mapping.id().value()),
                json(before),
                json(after));
    }

    private static JsonObject json(Optional<Mapping> mapping) {
        return mapping.map(MappingJson::of).orElse(JsonValue.EMPTY_JSON_OBJECT);
    }
}
