package dev.usher.mapping;

import dev.usher.audit.AuditEvent;
import dev.usher.audit.AuditQuery;
import dev.usher.audit.AuditTrail;
import dev.usher.catalog.Label;
import dev.usher.catalog.Profile;
import dev.usher.catalog.ProfileDraft;
import dev.usher.catalog.Profiles;
import dev.usher.catalog.StorageRegion;
import dev.usher.catalog.StorageRegions;
import dev.usher.platform.store.EntityUnit;
import dev.usher.tenant.CacheVersions;
import dev.usher.tenant.Caller;
import dev.usher.tenant.Tenant;
import dev.usher.tenant.TenantId;
import dev.usher.tenant.Tenants;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** An administrator's desk in a tenant of its own: mappings and catalog on the persistence unit that we ship. */
final class Desk {
    private final EntityUnit unit;
    private final Mappings mappings;
    private final TenantId tenant;
    private final Profile profile;
    private final StorageRegion region;

    Desk(EntityUnit unit) {
        this.unit = unit;
        this.mappings = unit.bean(Mappings.class);
        Tenant made = unit.transaction(() -> unit.bean(Tenants.class).create("t-" + UUID.randomUUID(), "Acme"));
        this.tenant = made.id();
        this.profile = profile("General", false);
        this.region = unit.transaction(() -> unit.bean(StorageRegions.class).create(caller(), new Label("EU")));
    }

    TenantId tenant() {
        return tenant;
    }

    Profile profile() {
        return profile;
    }

    StorageRegion region() {
        return region;
    }

    /** The administrator, who brings the cache versions of this moment as each request does. */
    Caller caller() {
        CacheVersions now = unit.bean(Tenants.class).versions(tenant);
        return new Caller(tenant, Caller.FIRST_CONNECTION, Caller.Kind.ADMINISTRATOR, "ann", now);
    }

    Profile profile(String name, boolean dataLocked) {
        var draft = new ProfileDraft(new Label(name), dataLocked, OptionalLong.of(1_000), OptionalLong.empty());
        return unit.transaction(() -> unit.bean(Profiles.class).create(caller(), draft));
    }

    MappingTerms terms(String name) {
        return new MappingTerms(new Label(name), profile.id(), region.id(), OptionalLong.of(5), true);
    }

    Mapping create(String name, Criteria criteria) {
        return unit.transaction(() -> mappings.create(caller(), criteria, terms(name)));
    }

    MappingOrder stored() {
        return mappings.current(tenant);
    }

    /** The newest act of the audit trail. */
    AuditEvent lastAct() {
        return acts().get(0);
    }

    List<AuditEvent> acts() {
        return unit.bean(AuditTrail.class)
                .page(
                        tenant,
                        new AuditQuery(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        OptionalLong.empty(),
                        100);
    }
}
