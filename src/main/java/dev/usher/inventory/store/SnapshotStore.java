package dev.usher.inventory.store;

import dev.usher.inventory.Device;
import dev.usher.inventory.ProductId;
import dev.usher.inventory.Snapshot;
import dev.usher.inventory.Usage;
import dev.usher.platform.Database;
import dev.usher.platform.Row;
import dev.usher.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** SQL of table snapshot. */
@ApplicationScoped
public class SnapshotStore {
    private static final String SELECT = "SELECT id, external_id, name, size_bytes, taken_at FROM snapshot";

    @Inject
    private Database database;

    public Optional<Snapshot> find(TenantId tenant, UUID device, ProductId id) {
        return database.one(
                SELECT + " WHERE tenant_no = ? AND device_id = ? AND external_id = ?",
                SnapshotStore::snapshot,
                tenant.number(),
                device,
                id.key());
    }

    public List<Snapshot> list(TenantId tenant, UUID device, Optional<UUID> after, int limit) {
        var parameters = new ArrayList<Object>(List.of(tenant.number(), device));
        after.ifPresent(parameters::add);
        parameters.add(limit);
        return database.query(
                SELECT + " WHERE tenant_no = ? AND device_id = ?" + (after.isPresent() ? " AND id > ?" : "")
                        + " ORDER BY id LIMIT ?",
                SnapshotStore::snapshot,
                parameters.toArray());
    }

    public void insert(TenantId tenant, Device device, Snapshot snapshot) {
        database.update(
                "INSERT INTO snapshot (tenant_no, id, device_id, user_id, external_id, name, size_bytes, taken_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                tenant.number(),
                snapshot.key(),
                device.key(),
                device.user(),
                snapshot.id().key(),
                snapshot.name(),
                snapshot.sizeBytes(),
                snapshot.takenAt());
    }

    public void update(TenantId tenant, Snapshot snapshot) {
        database.update(
                "UPDATE snapshot SET name = ?, size_bytes = ?, taken_at = ? WHERE tenant_no = ? AND id = ?",
                snapshot.name(),
                snapshot.sizeBytes(),
                snapshot.takenAt(),
                tenant.number(),
                snapshot.key());
    }

    /** How many the device has, and their size. */
    public Usage usageOf(TenantId tenant, UUID device) {
        return database.one(
                        "SELECT COUNT(*), SUM(size_bytes) FROM snapshot WHERE tenant_no = ? AND device_id = ?",
                        row -> new Usage(0, 0, row.number(1), row.number(2)),
                        tenant.number(),
                        device)
                .orElse(Usage.NONE);
    }

    public void delete(TenantId tenant, UUID key) {
        database.update("DELETE FROM snapshot WHERE tenant_no = ? AND id = ?", tenant.number(), key);
    }

    public void deleteOf(TenantId tenant, UUID device) {
        database.update("DELETE FROM snapshot WHERE tenant_no = ? AND device_id = ?", tenant.number(), device);
    }

    public void deleteOfUser(TenantId tenant, UUID user) {
        database.update("DELETE FROM snapshot WHERE tenant_no = ? AND user_id = ?", tenant.number(), user);
    }

    private static Snapshot snapshot(Row row) {
        return new Snapshot(
                row.uuid(1),
                new ProductId(new String(row.bytes(2), StandardCharsets.UTF_8)),
                row.text(3),
                row.number(4),
                row.instant(5));
    }
}
