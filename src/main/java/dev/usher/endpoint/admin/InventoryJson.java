package dev.usher.endpoint.admin;

import dev.usher.inventory.Device;
import dev.usher.inventory.Snapshot;
import dev.usher.inventory.Usage;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.OptionalLong;

/** The inventory as the admin API writes it. */
final class InventoryJson {
    private InventoryJson() {}

    static JsonObject of(Device device) {
        return Json.createObjectBuilder()
                .add("id", device.id().text())
                .add("userId", device.user().toString())
                .add("name", device.name())
                .add("registeredAt", device.registeredAt().toString())
                .add("version", device.version())
                .build();
    }

    static JsonObject of(Snapshot snapshot) {
        return Json.createObjectBuilder()
                .add("id", snapshot.id().text())
                .add("name", snapshot.name())
                .add("sizeBytes", snapshot.sizeBytes())
                .add("takenAt", snapshot.takenAt().toString())
                .build();
    }

    static JsonObjectBuilder of(Usage usage) {
        return Json.createObjectBuilder()
                .add("devices", usage.devices())
                .add("snapshots", usage.snapshots())
                .add("sizeBytes", usage.sizeBytes());
    }

    /** With the quota that holds, null for none. */
    static JsonObject of(Usage usage, OptionalLong quotaBytes) {
        JsonObjectBuilder json = of(usage);
        if (quotaBytes.isPresent()) {
            json.add("quotaBytes", quotaBytes.getAsLong());
        } else {
            json.addNull("quotaBytes");
        }
        return json.add("overQuota", quotaBytes.isPresent() && usage.sizeBytes() > quotaBytes.getAsLong())
                .build();
    }
}
