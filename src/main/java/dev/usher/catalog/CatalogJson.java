package dev.usher.catalog;

import jakarta.json.Json;
import jakarta.json.JsonObject;

/** The catalog's things as the audit trail keeps them. */
final class CatalogJson {
    private CatalogJson() {}

    static JsonObject of(Profile profile) {
        var json = Json.createObjectBuilder()
                .add("id", profile.id().value().toString())
                .add("name", profile.name())
                .add("dataLocked", profile.dataLocked());
        if (profile.quotaBytes().isPresent()) {
            json.add("quotaBytes", profile.quotaBytes().getAsLong());
        } else {
            json.addNull("quotaBytes");
        }
        if (profile.purgeAfterDays().isPresent()) {
            json.add("purgeAfterDays", profile.purgeAfterDays().getAsLong());
        } else {
            json.addNull("purgeAfterDays");
        }
        return json.build();
    }

    static JsonObject of(StorageRegion region) {
        return Json.createObjectBuilder()
                .add("id", region.id().value().toString())
                .add("name", region.name())
                .build();
    }
}
