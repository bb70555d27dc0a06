package dev.usher.administrator.store;

import dev.usher.administrator.ApiKey;
import dev.usher.administrator.ApiKeyId;
import dev.usher.administrator.Role;
import dev.usher.tenant.TenantId;
import dev.usher.tenant.TenantRowKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of table api_key, known here by its tenant and id as administrators know it; the primary key, the secret's
 * hash, is only looked up by SQL. It has no version: nothing of it changes but that it ends.
 */
@Entity
@Table(name = "api_key")
@IdClass(TenantRowKey.class)
class ApiKeyRow {
    @Id
    @Column(name = "tenant_no")
    private int tenantNo;

    @Id
    private UUID id;

    @Column(updatable = false)
    private byte[] hash;

    @Column(updatable = false)
    private String name;

    @Column(updatable = false)
    private String prefix;

    @Enumerated(EnumType.ORDINAL)
    @Column(updatable = false)
    private Role role;

    @Column(name = "created_by", updatable = false)
    private String createdBy;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "expires_at", updatable = false)
    private @Nullable Instant expiresAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Column(name = "last_used_at", updatable = false)
    private @Nullable Instant lastUsedAt;

    /** Called by EclipseLink. */
    @SuppressWarnings("NullAway.Init")
    protected ApiKeyRow() {}

    ApiKeyRow(ApiKey key, byte[] hash) {
        this.tenantNo = key.tenant().number();
        this.id = key.id().value();
        this.hash = hash.clone();
        this.name = key.name();
        this.prefix = key.hint();
        this.role = key.role();
        this.createdBy = key.createdBy();
        this.createdAt = key.createdAt();
        this.expiresAt = key.expiresAt().orElse(null);
    }

    void end(Instant now) {
        endedAt = now;
    }

    ApiKey key() {
        return new ApiKey(
                new ApiKeyId(id),
                new TenantId(tenantNo),
                name,
                prefix,
                role,
                createdBy,
                createdAt,
                Optional.ofNullable(expiresAt),
                Optional.ofNullable(endedAt),
                Optional.ofNullable(lastUsedAt));
    }
}
