package dev.usher.catalog.store;

import dev.usher.catalog.RegionId;
import dev.usher.catalog.StorageRegion;
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

/** Table storage_region: single rows are entities, lists and counts are SQL. */
@ApplicationScoped
public class RegionStore {
    @PersistenceContext(unitName = "usher")
    private EntityManager rows;

    @Inject
    private Database database;

    public void insert(TenantId tenant, StorageRegion region, Instant now) {
        rows.persist(new RegionRow(tenant, region, now));
        rows.flush(); // the constraint decides about the name, here
    }

    public Optional<StorageRegion> find(TenantId tenant, RegionId id) {
        return row(tenant, id, LockModeType.NONE).map(RegionRow::region);
    }

    /** As {@link #find}, and nobody else changes it until the transaction ends. */
    public Optional<StorageRegion> lock(TenantId tenant, RegionId id) {
        return row(tenant, id, LockModeType.PESSIMISTIC_WRITE).map(RegionRow::region);
    }

    public List<StorageRegion> list(TenantId tenant, String after, int limit) {
        return database.query(
                "SELECT id, name, version FROM storage_region"
                        + " WHERE tenant_no = ? AND name_key > ? ORDER BY tenant_no, name_key LIMIT ?",
                RegionStore::region,
                tenant.number(),
                after.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8),
                limit);
    }

    public long count(TenantId tenant) {
        return database.count("SELECT COUNT(*) FROM storage_region WHERE tenant_no = ?", tenant.number());
    }

    /** Its version goes on by one. */
    public void update(TenantId tenant, StorageRegion region) {
        present(tenant, region.id()).become(region);
        rows.flush();
    }

    public void delete(TenantId tenant, RegionId id) {
        rows.remove(present(tenant, id));
        rows.flush();
    }

    private RegionRow present(TenantId tenant, RegionId id) {
        return row(tenant, id, LockModeType.NONE)
                .orElseThrow(() -> new IllegalStateException("no such storage region"));
    }

    private Optional<RegionRow> row(TenantId tenant, RegionId id, LockModeType lock) {
        return Optional.ofNullable(rows.find(RegionRow.class, new TenantRowKey(tenant, id.value()), lock));
    }

    private static StorageRegion region(Row row) {
        return new StorageRegion(new RegionId(row.uuid(1)), row.text(2), row.number(3));
    }
}
