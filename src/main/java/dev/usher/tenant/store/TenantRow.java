package dev.usher.tenant.store;

import dev.usher.tenant.CacheVersions;
import dev.usher.tenant.Reclassify;
import dev.usher.tenant.Tenant;
import dev.usher.tenant.TenantChange;
import dev.usher.tenant.TenantId;
import dev.usher.tenant.UserManagement;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** A row of table tenant. The versions of caches are counted by SQL and only read here. */
@Entity
@Table(name = "tenant")
class TenantRow {
    @Id
    @Column(name = "tenant_no")
    private int tenantNo;

    private String name;

    @Column(name = "display_name")
    private String displayName;

    @Enumerated(EnumType.ORDINAL)
    private UserManagement management;

    @Column(name = "management_at")
    private Instant managementAt;

    @Column(name = "provisioning_api")
    private boolean provisioningApi;

    @Enumerated(EnumType.ORDINAL)
    private Reclassify reclassify;

    @Column(name = "order_version", updatable = false)
    private long orderVersion;

    @Column(name = "schema_version", updatable = false)
    private long schemaVersion;

    @Column(name = "nesting_version", updatable = false)
    private long nestingVersion;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Version
    private long version;

    /** Called by EclipseLink. */
    @SuppressWarnings("NullAway.Init")
    protected TenantRow() {}

    /** A new tenant: manual user management, the provisioning API on. */
    TenantRow(int number, String name, String displayName, Instant now) {
        this.tenantNo = number;
        this.name = name;
        this.displayName = displayName;
        this.management = UserManagement.MANUAL;
        this.managementAt = now;
        this.provisioningApi = true;
        this.reclassify = Reclassify.NEVER;
        this.createdAt = now;
    }

    void change(TenantChange change) {
        displayName = change.displayName().orElse(displayName);
        provisioningApi = change.provisioningApi().orElse(provisioningApi);
        reclassify = change.reclassify().orElse(reclassify);
    }

    void manageBy(UserManagement chosen, Instant now) {
        management = chosen;
        managementAt = now;
    }

    Tenant tenant() {
        return new Tenant(
                new TenantId(tenantNo),
                name,
                displayName,
                management,
                managementAt,
                provisioningApi,
                reclassify,
                new CacheVersions(orderVersion, schemaVersion, nestingVersion),
                createdAt,
                version);
    }
}
