package dev.usher.mapping;

import dev.usher.assignment.MappingId;
import dev.usher.catalog.Profile;
import dev.usher.catalog.ProfileId;
import dev.usher.catalog.RegionId;
import dev.usher.catalog.StorageRegion;
import dev.usher.scim.resource.JsonText;
import dev.usher.scim.resource.ScimResource;
import dev.usher.scim.schema.ResourceType;
import dev.usher.scim.schema.SchemaRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

/** Mapping orders and users for tests. */
final class Orders {
    static final String DEPARTMENT = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department";

    private static final Profile PROFILE = new Profile(
            new ProfileId(new UUID(1, 1)), "General", false, OptionalLong.of(1_000), OptionalLong.empty(), 1);
    private static final StorageRegion REGION = new StorageRegion(new RegionId(new UUID(1, 2)), "EU", 1);

    private Orders() {}

    static MappingOrder order(Criteria... criteria) {
        var mappings = new ArrayList<Mapping>();
        for (int place = 0; place < criteria.length; place++) {
            mappings.add(mapping(place, criteria[place]));
        }
        return new MappingOrder(7, mappings);
    }

    static Mapping mapping(int place, Criteria criteria) {
        return new Mapping(
                new MappingId(new UUID(2, place)),
                "m" + place,
                place,
                criteria,
                PROFILE,
                REGION,
                OptionalLong.empty(),
                false,
                Instant.EPOCH,
                1);
    }

    static Criteria attribute(String attribute, String... values) {
        return new AttributeCriteria(
                CriteriaJson.resolve(SchemaRegistry.standard(), attribute), attribute, List.of(values));
    }

    static ScimResource user(String json) {
        return new ScimResource(ResourceType.USER, JsonText.trusted(json.replace('\'', '"')));
    }
}
