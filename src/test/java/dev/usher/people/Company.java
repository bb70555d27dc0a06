package dev.usher.people;

import dev.usher.catalog.Label;
import dev.usher.catalog.Profile;
import dev.usher.catalog.ProfileDraft;
import dev.usher.catalog.Profiles;
import dev.usher.catalog.StorageRegion;
import dev.usher.catalog.StorageRegions;
import dev.usher.mapping.AllUsers;
import dev.usher.mapping.Criteria;
import dev.usher.mapping.MappingTerms;
import dev.usher.mapping.Mappings;
import dev.usher.platform.store.EntityUnit;
import dev.usher.tenant.Caller;
import dev.usher.tenant.TenantId;
import dev.usher.tenant.Tenants;
import java.util.OptionalLong;
import java.util.UUID;

/** A tenant of its own on the persistence unit that we ship. */
final class Company {
    private final EntityUnit unit;
    private final TenantId tenant;
    private final StorageRegion region;

    Company(EntityUnit unit) {
        this.unit = unit;
        this.tenant = unit.transaction(() -> unit.bean(Tenants.class).create("t-" + UUID.randomUUID(), "Acme"))
                .id();
        Caller admin = caller(Caller.Kind.ADMINISTRATOR);
        this.region = unit.transaction(() -> unit.bean(StorageRegions.class).create(admin, new Label("EU")));
    }

    TenantId tenant() {
        return tenant;
    }

    /** Somebody with the cache versions of this moment, as each request brings them. */
    Caller caller(Caller.Kind kind) {
        return new Caller(
                tenant,
                Caller.FIRST_CONNECTION,
                kind,
                "ann",
                unit.bean(Tenants.class).versions(tenant));
    }

    /** A mapping that takes everybody. */
    void takeEverybody() {
        take("All", new AllUsers(), false);
    }

    /** The next mapping in the order, into a profile of its own. */
    void take(String name, Criteria criteria, boolean dataLocked) {
        var draft = new ProfileDraft(new Label(name), dataLocked, OptionalLong.of(1_000), OptionalLong.empty());
        Caller admin = caller(Caller.Kind.ADMINISTRATOR);
        Profile profile = unit.transaction(() -> unit.bean(Profiles.class).create(admin, draft));
        var terms = new MappingTerms(new Label(name), profile.id(), region.id(), OptionalLong.empty(), false);
        unit.transaction(() -> unit.bean(Mappings.class).create(admin, criteria, terms));
    }
}
