package dev.usher.extension.store;

import dev.usher.tenant.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** A row of table scim_schema, whose key is the URN: a tenant has each once. */
@Entity
@Table(name = "scim_schema")
@IdClass(SchemaRowKey.class)
class SchemaRow {
    @Id
    @Column(name = "tenant_no")
    private int tenantNo;

    @Id
    @Column(name = "urn_key")
    private byte[] urnKey;

    /** In the order of registration. */
    @Column(updatable = false)
    private UUID id;

    @Column(name = "definition")
    private String definition;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Version
    private long version;

    /** Called by EclipseLink. */
    @SuppressWarnings("NullAway.Init")
    protected SchemaRow() {}

    SchemaRow(TenantId tenant, byte[] urnKey, UUID id, String definition, Instant createdAt) {
        this.tenantNo = tenant.number();
        this.urnKey = urnKey.clone();
        this.id = id;
        this.definition = definition;
        this.createdAt = createdAt;
    }
}
