package dev.usher.inventory.store;

import dev.usher.inventory.Usage;
import dev.usher.inventory.UsageOf;
import dev.usher.platform.Database;
import dev.usher.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** SQL of table inventory_use. */
@ApplicationScoped
public class UseStore {
    /** As many as a tenant has profiles or regions. */
    private static final int MOST = 1_000;

    @Inject
    private Database database;

    public Usage of(TenantId tenant, UUID user) {
        return database.one(
                        "SELECT devices, snapshots, size_bytes FROM inventory_use WHERE tenant_no = ? AND user_id = ?",
                        row -> new Usage(row.number(1) > 0 ? 1 : 0, row.number(1), row.number(2), row.number(3)),
                        tenant.number(),
                        user)
                .orElse(Usage.NONE);
    }

    /** Adds to what the user has; the caller holds the user's assignment. */
    public void add(TenantId tenant, UUID user, Usage more) {
        int changed = database.update(
                "UPDATE inventory_use SET devices = devices + ?, snapshots = snapshots + ?, size_bytes = size_bytes + ?"
                        + " WHERE tenant_no = ? AND user_id = ?",
                more.devices(),
                more.snapshots(),
                more.sizeBytes(),
                tenant.number(),
                user);
        if (changed == 0) {
            database.update(
                    "INSERT INTO inventory_use (tenant_no, user_id, devices, snapshots, size_bytes) VALUES (?, ?, ?,"
                            + " ?, ?)",
                    tenant.number(),
                    user,
                    more.devices(),
                    more.snapshots(),
                    more.sizeBytes());
        }
    }

    public void delete(TenantId tenant, UUID user) {
        database.update("DELETE FROM inventory_use WHERE tenant_no = ? AND user_id = ?", tenant.number(), user);
    }

    public List<UsageOf> byProfile(TenantId tenant) {
        return by(tenant, "profile", "profile_id");
    }

    public List<UsageOf> byRegion(TenantId tenant) {
        return by(tenant, "storage_region", "region_id");
    }

    /** Table and column are ours, never input. */
    private List<UsageOf> by(TenantId tenant, String table, String column) {
        return database.query(
                """
                SELECT c.id, c.name, COUNT(CASE WHEN u.devices > 0 THEN 1 END), SUM(u.devices), SUM(u.snapshots),
                  LEAST(SUM(u.size_bytes), 9223372036854775807)
                FROM %s c
                LEFT JOIN assignment s ON s.tenant_no = c.tenant_no AND s.%s = c.id
                LEFT JOIN inventory_use u ON u.tenant_no = s.tenant_no AND u.user_id = s.user_id
                WHERE c.tenant_no = ? GROUP BY c.id, c.name, c.name_key ORDER BY c.name_key LIMIT %d
                """.formatted(table, column, MOST),
                row -> new UsageOf(
                        row.uuid(1),
                        row.text(2),
                        new Usage(row.number(3), row.number(4), row.number(5), row.number(6))),
                tenant.number());
    }
}
