package dev.usher.catalog.store;

import dev.usher.catalog.Profile;
import dev.usher.catalog.ProfileId;
import dev.usher.platform.Database;
import dev.usher.platform.Row;
import dev.usher.tenant.TenantId;
import dev.usher.tenant.TenantRowKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Table profile: single rows are entities, lists and counts are SQL. */
@ApplicationScoped
public class ProfileStore {
    @PersistenceContext(unitName = "usher")
    private EntityManager rows;

    @Inject
    private Database database;

    public void insert(TenantId tenant, Profile profile, Instant now) {
        rows.persist(new ProfileRow(tenant, profile, now));
        rows.flush(); // the constraint decides about the name, here
    }

    public Optional<Profile> find(TenantId tenant, ProfileId id) {
        return row(tenant, id, LockModeType.NONE).map(ProfileRow::profile);
    }

    /** As {@link #find}, and nobody else changes it until the transaction ends. */
    public Optional<Profile> lock(TenantId tenant, ProfileId id) {
        return row(tenant, id, LockModeType.PESSIMISTIC_WRITE).map(ProfileRow::profile);
    }

    public List<Profile> list(TenantId tenant, String after, int limit) {
        return database.query(
                "SELECT id, name, data_locked, quota_bytes, purge_after_days, version FROM profile"
                        + " WHERE tenant_no = ? AND name_key > ? ORDER BY tenant_no, name_key LIMIT ?",
                ProfileStore::profile,
                tenant.number(),
                after.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8),
                limit);
    }

    public long count(TenantId tenant) {
        return database.count("SELECT COUNT(*) FROM profile WHERE tenant_no = ?", tenant.number());
    }

    /** Its version goes on by one. */
    public void update(TenantId tenant, Profile profile) {
        present(tenant, profile.id()).become(profile);
        rows.flush();
    }

    public void delete(TenantId tenant, ProfileId id) {
        ProfileRow row = present(tenant, id);
        if (row.dataLocked()) {
            throw new IllegalStateException("a data-locked profile was about to be deleted");
        }
        rows.remove(row);
        rows.flush();
    }

    private ProfileRow present(TenantId tenant, ProfileId id) {
        return row(tenant, id, LockModeType.NONE).orElseThrow(() -> new IllegalStateException("no such profile"));
    }

    private Optional<ProfileRow> row(TenantId tenant, ProfileId id, LockModeType lock) {
        return Optional.ofNullable(rows.find(ProfileRow.class, new TenantRowKey(tenant, id.value()), lock));
    }

    private static Profile profile(Row row) {
        return new Profile(
                new ProfileId(row.uuid(1)),
                row.text(2),
                row.flag(3),
                row.optionalNumber(4),
                row.optionalNumber(5),
                row.number(6));
    }
}
