package dev.usher.people.store;

import dev.usher.platform.Database;
import dev.usher.platform.DuplicateRow;
import dev.usher.scim.schema.AttributePath;
import dev.usher.scim.schema.ResourceType;
import dev.usher.scim.schema.SchemaRegistry;
import dev.usher.tenant.Caller;
import dev.usher.tenant.TenantId;
import dev.usher.tenant.VersionedCache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The numbers by which the value table knows attribute paths: fixed ones for RFC 7643's, which are never given twice, and
 * from {@value #FIRST_CUSTOM} on one for each path of a tenant's own extensions, kept in {@code attribute_name}.
 */
@ApplicationScoped
public class AttributeNumbers {
    /** The first number of a tenant's own paths. */
    public static final int FIRST_CUSTOM = 1_000;

    private static final int CACHED_TENANTS = 1_000;
    private static final int TRIES = 20;

    @Inject
    private Database database;

    private final VersionedCache<Numbers> cache = new VersionedCache<>(CACHED_TENANTS, Numbers::schemaVersion);

    /** A tenant's numbers at one version of its schemas. Immutable. */
    public record Numbers(long schemaVersion, Map<String, Integer> custom) {
        /** Copies. */
        public Numbers {
            custom = Map.copyOf(custom);
        }

        /** The path's number; empty for one that is not in the value table. */
        public OptionalInt of(AttributePath path) {
            Integer fixed = CorePaths.NUMBERS.get(path.text());
            if (fixed != null) {
                return OptionalInt.of(fixed);
            }
            Integer own = custom.get(path.text());
            return own == null ? OptionalInt.empty() : OptionalInt.of(own);
        }
    }

    /**
     * The caller's numbers, those of new paths given now; the registry is the one that writes go by. <b>Transaction:</b> call it outside any: a number must not be
     * rolled back while this node remembers it.
     */
    public Numbers prepared(Caller caller, SchemaRegistry registry) {
        return cache.get(caller.tenant(), caller.versions().schema(), () -> load(caller, registry));
    }

    private Numbers load(Caller caller, SchemaRegistry registry) {
        List<AttributePath> custom = registry.indexed(ResourceType.USER).stream()
                .filter(path -> !CorePaths.NUMBERS.containsKey(path.text()))
                .filter(path -> !CorePaths.COLUMNS.contains(path.text()))
                .toList();
        if (custom.isEmpty()) {
            return new Numbers(caller.versions().schema(), Map.of());
        }
        Map<String, Integer> known = read(caller.tenant());
        for (AttributePath path : custom) {
            if (!known.containsKey(path.text())) {
                known = allocated(caller.tenant(), path.text());
            }
        }
        return new Numbers(caller.versions().schema(), known);
    }

    /** Gives a path its number; another node may be doing the same, so the constraint decides and all are read again. */
    private Map<String, Integer> allocated(TenantId tenant, String path) {
        Map<String, Integer> known = read(tenant);
        for (int tried = 0; tried < TRIES && !known.containsKey(path); tried++) {
            int next = known.values().stream().mapToInt(Integer::intValue).max().orElse(FIRST_CUSTOM - 1) + 1;
            try {
                database.update(
                        "INSERT INTO attribute_name(tenant_no, attr_no, path_key, path) VALUES (?,?,?,?)",
                        tenant.number(),
                        next,
                        sha256(path),
                        path);
            } catch (DuplicateRow e) {
                // Somebody gave this number or this path a moment ago; the next read shows which.
            }
            known = read(tenant);
        }
        return known;
    }

    private Map<String, Integer> read(TenantId tenant) {
        var numbers = new HashMap<String, Integer>();
        database.query(
                "SELECT path, attr_no FROM attribute_name WHERE tenant_no=?",
                row -> numbers.put(row.text(1), row.integer(2)),
                tenant.number());
        return numbers;
    }

    private static byte[] sha256(String path) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(path.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
