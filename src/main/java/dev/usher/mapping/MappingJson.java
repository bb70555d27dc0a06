package dev.usher.mapping;

import dev.usher.scim.JsonParts;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.OptionalLong;

/** Mappings as the admin API shows them and as the audit trail keeps them. */
public final class MappingJson {
    private MappingJson() {}

    /** One mapping, with the names of what it assigns. */
    public static JsonObject of(Mapping mapping) {
        return JsonParts.object()
                .add("id", mapping.id().value().toString())
                .add("name", mapping.name())
                .add("criteria", CriteriaJson.of(mapping.criteria()))
                .add("assignment", assignment(mapping))
                .build();
    }

    static JsonObject order(List<Mapping> mappings) {
        var names = JsonParts.array();
        for (Mapping mapping : mappings) {
            names.add(JsonParts.object()
                    .add("id", mapping.id().value().toString())
                    .add("name", mapping.name()));
        }
        return JsonParts.object().add("order", names).build();
    }

    private static JsonObjectBuilder assignment(Mapping mapping) {
        var json = JsonParts.object()
                .add("profileId", mapping.profile().id().value().toString())
                .add("profileName", mapping.profile().name())
                .add("dataLocked", mapping.profile().dataLocked())
                .add("storageRegionId", mapping.region().id().value().toString())
                .add("storageRegionName", mapping.region().name());
        add(json, "quotaBytes", mapping.quotaBytes());
        add(json, "effectiveQuotaBytes", mapping.effectiveQuotaBytes());
        return json.add("sendActivationEmail", mapping.sendActivationEmail());
    }

    private static void add(JsonObjectBuilder json, String name, OptionalLong number) {
        if (number.isPresent()) {
            json.add(name, number.getAsLong());
        } else {
            json.addNull(name);
        }
    }
}
