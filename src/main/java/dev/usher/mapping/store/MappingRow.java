package dev.usher.mapping.store;

import dev.usher.assignment.MappingId;
import dev.usher.catalog.Label;
import dev.usher.mapping.CriteriaJson;
import dev.usher.mapping.Mapping;
import dev.usher.platform.Uuid7;
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
import org.jspecify.annotations.Nullable;

/** A row of table mapping. Profile and region are ids only: an order is loaded with their names by one statement. */
@Entity
@Table(name = "mapping")
@IdClass(TenantRowKey.class)
class MappingRow {
    @Id
    @Column(name = "tenant_no")
    private int tenantNo;

    @Id
    private UUID id;

    @Column(name = "name_key")
    private byte[] nameKey;

    @Column(name = "name")
    private String name;

    /** Written for the whole order by SQL, once it is there. */
    @Column(updatable = false)
    private int place;

    /** A mapping's criteria never change. */
    @Column(updatable = false)
    private String criteria;

    @Column(name = "profile_id")
    private UUID profileId;

    @Column(name = "region_id")
    private UUID regionId;

    @Column(name = "quota_bytes")
    private @Nullable Long quotaBytes;

    @Column(name = "send_mail")
    private boolean sendMail;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "deleted_at")
    private @Nullable Instant deletedAt;

    @Version
    private long version;

    /** Called by EclipseLink. */
    @SuppressWarnings("NullAway.Init")
    protected MappingRow() {}

    @SuppressWarnings("NullAway.Init") // become fills the others
    MappingRow(TenantId tenant, Mapping mapping) {
        tenantNo = tenant.number();
        id = mapping.id().value();
        place = mapping.place();
        criteria = CriteriaJson.of(mapping.criteria()).toString();
        createdAt = mapping.createdAt();
        become(mapping);
    }

    /** Takes what can change of a mapping. */
    final void become(Mapping mapping) {
        nameKey = new Label(mapping.name()).key();
        name = mapping.name();
        profileId = mapping.profile().id().value();
        regionId = mapping.region().id().value();
        quotaBytes = mapping.quotaBytes().isPresent() ? mapping.quotaBytes().getAsLong() : null;
        sendMail = mapping.sendActivationEmail();
    }

    /** The row stays for the users that it classified; its name is free at once, since no name has the id as key. */
    void delete(Instant now) {
        deletedAt = now;
        nameKey = freedKey(new MappingId(id));
    }

    /** A control character leads it, which no name holds. */
    private static byte[] freedKey(MappingId id) {
        var key = new byte[17];
        System.arraycopy(Uuid7.bytes(id.value()), 0, key, 1, 16);
        return key;
    }
}
