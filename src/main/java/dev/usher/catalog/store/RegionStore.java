package dev.usher.catalog.store;

import dev.usher.catalog.Label;
import dev.usher.catalog.RegionId;
import dev.usher.catalog.StorageRegion;
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

/** SQL of table storage_region. */
@ApplicationScoped
public class RegionStore {
    private static final String SELECT = "SELECT id, name, version FROM storage_region";

    @Inject
    private Database database;

    public void insert(TenantId tenant, StorageRegion region, Instant now) {
        database.update(
                "INSERT INTO storage_region (tenant_no, id, name_key, name, created_at, version)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                tenant.number(),
                region.id().value(),
                new Label(region.name()).key(),
                region.name(),
                now,
                region.version());
    }

    /** {@code clause} is empty or a locking clause. */
    public Optional<StorageRegion> find(TenantId tenant, RegionId id, String clause) {
        return database.one(
                SELECT + " WHERE tenant_no = ? AND id = ?" + clause, RegionStore::region, tenant.number(), id.value());
    }

    public List<StorageRegion> list(TenantId tenant, String after, int limit) {
        return database.query(
                SELECT + " WHERE tenant_no = ? AND name_key > ? ORDER BY tenant_no, name_key LIMIT ?",
                RegionStore::region,
                tenant.number(),
                after.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8),
                limit);
    }

    public long count(TenantId tenant) {
        return database.count("SELECT COUNT(*) FROM storage_region WHERE tenant_no = ?", tenant.number());
    }

    public void update(TenantId tenant, StorageRegion region) {
        database.update(
                "UPDATE storage_region SET name_key = ?, name = ?, version = ? WHERE tenant_no = ? AND id = ?",
                new Label(region.name()).key(),
                region.name(),
                region.version(),
                tenant.number(),
                region.id().value());
    }

    public void delete(TenantId tenant, RegionId id) {
        database.update("DELETE FROM storage_region WHERE tenant_no = ? AND id = ?", tenant.number(), id.value());
    }

    private static StorageRegion region(Row row) {
        return new StorageRegion(new RegionId(row.uuid(1)), row.text(2), row.number(3));
    }
}
