package dev.usher.catalog.store;

import dev.usher.catalog.Label;
import dev.usher.catalog.RegionId;
import dev.usher.catalog.StorageRegion;
import dev.usher.tenant.TenantId;
import dev.usher.tenant.TenantRowKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** A row of table storage_region. */
@Entity
@Table(name = "storage_region")
@IdClass(TenantRowKey.class)
class RegionRow {
    @Id
    @Column(name = "tenant_no")
    private int tenantNo;

    @Id
    private UUID id;

    @Column(name = "name_key")
    private byte[] nameKey;

    private String name;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Version
    private long version;

    /** Called by EclipseLink. */
    @SuppressWarnings("NullAway.Init")
    protected RegionRow() {}

    RegionRow(TenantId tenant, StorageRegion region, Instant now) {
        tenantNo = tenant.number();
        id = region.id().value();
        nameKey = new Label(region.name()).key();
        name = region.name();
        createdAt = now;
    }

    void become(StorageRegion region) {
        nameKey = new Label(region.name()).key();
        name = region.name();
    }

    StorageRegion region() {
        return new StorageRegion(new RegionId(id), name, version);
    }
}
