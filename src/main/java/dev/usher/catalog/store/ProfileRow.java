package dev.usher.catalog.store;

import dev.usher.catalog.Profile;
import dev.usher.catalog.ProfileId;
import dev.usher.tenant.TenantId;
import dev.usher.tenant.TenantRowKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of table profile. */
@Entity
@Table(name = "profile")
@IdClass(TenantRowKey.class)
class ProfileRow {
    @Id
    @Column(name = "tenant_no")
    private int tenantNo;

    @Id
    private UUID id;

    @Column(name = "name_key")
    private byte[] nameKey;

    private String name;

    @Column(name = "data_locked")
    private boolean dataLocked;

    @Column(name = "quota_bytes")
    private @Nullable Long quotaBytes;

    @Column(name = "purge_after_days")
    private @Nullable Long purgeAfterDays;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Version
    private long version;

    /** Called by EclipseLink. */
    @SuppressWarnings("NullAway.Init")
    protected ProfileRow() {}

    ProfileRow(TenantId tenant, Profile profile, Instant now) {
        tenantNo = tenant.number();
        id = profile.id().value();
        nameKey = profile.draft().name().key();
        name = profile.name();
        dataLocked = profile.dataLocked();
        quotaBytes = boxed(profile.quotaBytes());
        purgeAfterDays = boxed(profile.purgeAfterDays());
        createdAt = now;
    }

    /** The lock only ever goes on: the last barrier under every caller. */
    void become(Profile profile) {
        if (dataLocked && !profile.dataLocked()) {
            throw new IllegalStateException("a data lock was about to be taken off");
        }
        nameKey = profile.draft().name().key();
        name = profile.name();
        dataLocked = profile.dataLocked();
        quotaBytes = boxed(profile.quotaBytes());
        purgeAfterDays = boxed(profile.purgeAfterDays());
    }

    boolean dataLocked() {
        return dataLocked;
    }

    Profile profile() {
        return new Profile(new ProfileId(id), name, dataLocked, number(quotaBytes), number(purgeAfterDays), version);
    }

    private static OptionalLong number(@Nullable Long boxed) {
        return boxed == null ? OptionalLong.empty() : OptionalLong.of(boxed);
    }

    private static @Nullable Long boxed(OptionalLong number) {
        return number.isPresent() ? number.getAsLong() : null;
    }
}
