package dev.usher.inventory.store;

import dev.usher.inventory.Device;
import dev.usher.inventory.ProductId;
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

/** SQL of table device. */
@ApplicationScoped
public class DeviceStore {
    private static final String SELECT = "SELECT id, user_id, external_id, name, created_at, version FROM device";

    @Inject
    private Database database;

    public Optional<Device> find(TenantId tenant, ProductId id) {
        return database.one(
                SELECT + " WHERE tenant_no = ? AND external_id = ?", DeviceStore::device, tenant.number(), id.key());
    }

    public List<Device> list(TenantId tenant, UUID user, Optional<UUID> after, int limit) {
        var parameters = new ArrayList<Object>(List.of(tenant.number(), user));
        after.ifPresent(parameters::add);
        parameters.add(limit);
        return database.query(
                SELECT + " WHERE tenant_no = ? AND user_id = ?" + (after.isPresent() ? " AND id > ?" : "")
                        + " ORDER BY tenant_no, user_id, id LIMIT ?",
                DeviceStore::device,
                parameters.toArray());
    }

    public void insert(TenantId tenant, Device device) {
        database.update(
                "INSERT INTO device (tenant_no, id, user_id, external_id, name, created_at, version)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                tenant.number(),
                device.key(),
                device.user(),
                device.id().key(),
                device.name(),
                device.registeredAt(),
                device.version());
    }

    public void update(TenantId tenant, Device device) {
        database.update(
                "UPDATE device SET name = ?, version = ? WHERE tenant_no = ? AND id = ?",
                device.name(),
                device.version(),
                tenant.number(),
                device.key());
    }

    public void delete(TenantId tenant, UUID key) {
        database.update("DELETE FROM device WHERE tenant_no = ? AND id = ?", tenant.number(), key);
    }

    public void deleteOfUser(TenantId tenant, UUID user) {
        database.update("DELETE FROM device WHERE tenant_no = ? AND user_id = ?", tenant.number(), user);
    }

    private static Device device(Row row) {
        return new Device(
                row.uuid(1),
                row.uuid(2),
                new ProductId(new String(row.bytes(3), StandardCharsets.UTF_8)),
                row.text(4),
                row.instant(5),
                row.number(6));
    }
}
