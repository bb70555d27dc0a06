package dev.usher.catalog.store;

import dev.usher.catalog.Profile;
import dev.usher.catalog.ProfileId;
import dev.usher.platform.Database;
import dev.usher.platform.Row;
import dev.usher.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** SQL of table profile. */
@ApplicationScoped
public class ProfileStore {
    private static final String SELECT = "SELECT id, name, data_locked, quota_bytes, version FROM profile";

    @Inject
    private Database database;

    public void insert(TenantId tenant, Profile profile, Instant now) {
        database.update(
                "INSERT INTO profile (tenant_no, id, name_key, name, data_locked, quota_bytes, created_at, version)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                tenant.number(),
                profile.id().value(),
                profile.draft().name().key(),
                profile.name(),
                profile.dataLocked(),
                boxed(profile.quotaBytes()),
                now,
                profile.version());
    }

    /** {@code clause} is empty or a locking clause. */
    public Optional<Profile> find(TenantId tenant, ProfileId id, String clause) {
        return database.one(
                SELECT + " WHERE tenant_no = ? AND id = ?" + clause,
                ProfileStore::profile,
                tenant.number(),
                id.value());
    }

    public List<Profile> list(TenantId tenant, String after, int limit) {
        return database.query(
                SELECT + " WHERE tenant_no = ? AND name_key > ? ORDER BY tenant_no, name_key LIMIT ?",
                ProfileStore::profile,
                tenant.number(),
                after.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8),
                limit);
    }

    public long count(TenantId tenant) {
        return database.count("SELECT COUNT(*) FROM profile WHERE tenant_no = ?", tenant.number());
    }

    /** The lock only ever goes on: the last barrier under every caller. */
    public void update(TenantId tenant, Profile profile) {
        int changed = database.update(
                "UPDATE profile SET name_key = ?, name = ?, data_locked = ?, quota_bytes = ?, version = ?"
                        + " WHERE tenant_no = ? AND id = ? AND data_locked <= ?",
                profile.draft().name().key(),
                profile.name(),
                profile.dataLocked(),
                boxed(profile.quotaBytes()),
                profile.version(),
                tenant.number(),
                profile.id().value(),
                profile.dataLocked());
        if (changed != 1) {
            throw new IllegalStateException("a data lock was about to be taken off");
        }
    }

    public void delete(TenantId tenant, ProfileId id) {
        int changed = database.update(
                "DELETE FROM profile WHERE tenant_no = ? AND id = ? AND data_locked = 0", tenant.number(), id.value());
        if (changed != 1) {
            throw new IllegalStateException("a data-locked profile was about to be deleted");
        }
    }

    private static Profile profile(Row row) {
        return new Profile(new ProfileId(row.uuid(1)), row.text(2), row.flag(3), row.optionalNumber(4), row.number(5));
    }

    private static Optional<Long> boxed(OptionalLong number) {
        return number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
    }
}
