package dev.usher.endpoint.admin;

import dev.usher.catalog.Profile;
import dev.usher.catalog.StorageRegion;
import jakarta.json.Json;
import jakarta.json.JsonObject;

/** The catalog's things as the admin API writes them, with how many users have each. */
final class CatalogView {
    private CatalogView() {}

    static JsonObject of(Profile profile, long users) {
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
        return json.add("users", users).add("version", profile.version()).build();
    }

    static JsonObject of(StorageRegion region, long users) {
        return Json.createObjectBuilder()
                .add("id", region.id().value().toString())
                .add("name", region.name())
                .add("users", users)
                .add("version", region.version())
                .build();
    }
}
