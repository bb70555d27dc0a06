package dev.usher.people.store;

import dev.usher.assignment.Assignment;
import dev.usher.assignment.MappingId;
import dev.usher.platform.Database;
import dev.usher.scim.JsonParts;
import dev.usher.tenant.Caller;
import dev.usher.tenant.TenantId;
import dev.usher.tenant.VersionedCache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The names behind assignments, kept on this node while the tenant's order version stands: each change of a mapping, a
 * profile or a region touches it. Deleted mappings keep their names.
 */
@ApplicationScoped
public class AssignedNames {
    private static final int CACHED_TENANTS = 1_000;
    private static final int CHUNK = 500;

    @Inject
    private Database database;

    private final VersionedCache<Known> cache = new VersionedCache<>(CACHED_TENANTS, Known::version);

    private record Name(String text, OptionalLong quotaBytes) {}

    private record Known(long version, Map<UUID, Name> names) {
        Name of(UUID id) {
            return names.getOrDefault(id, new Name("", OptionalLong.empty()));
        }
    }

    /** The names for some assignments; at most one statement, and none when they are known. */
    public Names of(Caller caller, Collection<Assignment> assignments) {
        long version = caller.versions().order();
        Known known = cache.get(caller.tenant(), version, () -> new Known(version, new ConcurrentHashMap<>()));
        var missing = new TreeSet<UUID>();
        for (Assignment each : assignments) {
            missing.add(each.profile().value());
            missing.add(each.region().value());
            each.mapping().map(MappingId::value).ifPresent(missing::add);
        }
        missing.removeAll(known.names().keySet());
        List<UUID> all = List.copyOf(missing);
        for (int from = 0; from < all.size(); from += CHUNK) {
            load(caller.tenant(), all.subList(from, Math.min(all.size(), from + CHUNK)), known.names());
        }
        return new Names(known);
    }

    private void load(TenantId tenant, List<UUID> ids, Map<UUID, Name> into) {
        String where = " WHERE tenant_no=? AND id IN (" + Database.marks(ids.size()) + ")";
        var parameters = new ArrayList<Object>();
        for (int table = 0; table < 3; table++) {
            parameters.add(tenant.number());
            parameters.addAll(ids);
        }
        database.query(
                "SELECT id, name, quota_bytes FROM profile" + where
                        + " UNION ALL SELECT id, name, NULL FROM storage_region" + where
                        + " UNION ALL SELECT id, name, NULL FROM mapping" + where,
                row -> into.put(row.uuid(1), new Name(row.text(2), row.optionalNumber(3))),
                parameters.toArray());
    }

    /** Names at hand. */
    public static final class Names {
        private final Known known;

        private Names(Known known) {
            this.known = known;
        }

        /** The profile's name. */
        public String profile(Assignment assignment) {
            return known.of(assignment.profile().value()).text();
        }

        /** The storage region's name. */
        public String region(Assignment assignment) {
            return known.of(assignment.region().value()).text();
        }

        /** The name of the mapping that gave it; empty where an administrator did. */
        public String mapping(Assignment assignment) {
            return assignment.mapping().map(id -> known.of(id.value()).text()).orElse("");
        }

        /** The quota that holds: the assignment's, else the profile's, else none. */
        public OptionalLong quotaBytes(Assignment assignment) {
            return assignment.quotaBytes().isPresent()
                    ? assignment.quotaBytes()
                    : known.of(assignment.profile().value()).quotaBytes();
        }

        /** The members of the assignment extension but {@code state}. */
        JsonObjectBuilder extension(Assignment assignment) {
            JsonObjectBuilder extension = JsonParts.object();
            extension.add("profile", profile(assignment)).add("storageRegion", region(assignment));
            quotaBytes(assignment).ifPresent(bytes -> extension.add("quotaBytes", bytes));
            if (!mapping(assignment).isEmpty()) {
                extension.add("mapping", mapping(assignment));
            }
            return extension;
        }
    }
}
