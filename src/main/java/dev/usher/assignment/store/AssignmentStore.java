package dev.usher.assignment.store;

import dev.usher.assignment.Assignment;
import dev.usher.assignment.MappingId;
import dev.usher.catalog.Profile;
import dev.usher.catalog.ProfileId;
import dev.usher.catalog.RegionId;
import dev.usher.platform.Database;
import dev.usher.platform.Row;
import dev.usher.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;

/** SQL of table assignment. */
@ApplicationScoped
public class AssignmentStore {
    @Inject
    private Database database;

    public Optional<Assignment> find(TenantId tenant, UUID user) {
        return database.one(
                "SELECT profile_id, region_id, quota_bytes, mapping_id, order_version FROM assignment"
                        + " WHERE tenant_no = ? AND user_id = ?",
                AssignmentStore::assignment,
                tenant.number(),
                user);
    }

    public boolean lock(TenantId tenant, UUID user) {
        return database.one(
                        "SELECT order_version FROM assignment WHERE tenant_no = ? AND user_id = ? FOR UPDATE",
                        row -> row.number(1),
                        tenant.number(),
                        user)
                .isPresent();
    }

    public Optional<Profile> profile(TenantId tenant, UUID user) {
        return database.one(
                "SELECT p.id, p.name, p.data_locked, p.quota_bytes,"
                        + " p.purge_after_days, p.version FROM assignment a"
                        + " JOIN profile p ON p.tenant_no = a.tenant_no AND p.id = a.profile_id"
                        + " WHERE a.tenant_no = ? AND a.user_id = ?",
                row -> new Profile(
                        new ProfileId(row.uuid(1)),
                        row.text(2),
                        row.flag(3),
                        row.optionalNumber(4),
                        row.optionalNumber(5),
                        row.number(6)),
                tenant.number(),
                user);
    }

    public void insert(TenantId tenant, UUID user, Assignment given) {
        database.update(
                "INSERT INTO assignment (tenant_no, user_id, mapping_id, order_version, profile_id, region_id,"
                        + " quota_bytes) VALUES (?, ?, ?, ?, ?, ?, ?)",
                tenant.number(),
                user,
                given.mapping().map(MappingId::value),
                given.orderVersion(),
                given.profile().value(),
                given.region().value(),
                boxed(given.quotaBytes()));
    }

    public void update(TenantId tenant, UUID user, Assignment given) {
        database.update(
                "UPDATE assignment SET mapping_id = ?, order_version = ?, profile_id = ?, region_id = ?, quota_bytes ="
                        + " ? WHERE tenant_no = ? AND user_id = ?",
                given.mapping().map(MappingId::value),
                given.orderVersion(),
                given.profile().value(),
                given.region().value(),
                boxed(given.quotaBytes()),
                tenant.number(),
                user);
    }

    public void delete(TenantId tenant, UUID user) {
        database.update("DELETE FROM assignment WHERE tenant_no = ? AND user_id = ?", tenant.number(), user);
    }

    public Map<MappingId, Long> countByMapping(TenantId tenant) {
        return counts(tenant, "mapping_id", MappingId::new);
    }

    public Map<ProfileId, Long> countByProfile(TenantId tenant) {
        return counts(tenant, "profile_id", ProfileId::new);
    }

    public Map<RegionId, Long> countByRegion(TenantId tenant) {
        return counts(tenant, "region_id", RegionId::new);
    }

    public long count(TenantId tenant, ProfileId profile) {
        return database.count(
                "SELECT COUNT(*) FROM assignment WHERE tenant_no = ? AND profile_id = ?",
                tenant.number(),
                profile.value());
    }

    public long count(TenantId tenant, RegionId region) {
        return database.count(
                "SELECT COUNT(*) FROM assignment WHERE tenant_no = ? AND region_id = ?",
                tenant.number(),
                region.value());
    }

    private <K> Map<K, Long> counts(TenantId tenant, String column, Function<UUID, K> key) {
        String sql = "SELECT %1$s, COUNT(*) FROM assignment WHERE tenant_no = ? AND %1$s IS NOT NULL GROUP BY %1$s"
                .formatted(column);
        var counts = new HashMap<K, Long>();
        database.query(sql, row -> Map.entry(key.apply(row.uuid(1)), row.number(2)), tenant.number())
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    private static Assignment assignment(Row row) {
        return new Assignment(
                new ProfileId(row.uuid(1)),
                new RegionId(row.uuid(2)),
                row.optionalNumber(3),
                row.optionalUuid(4).map(MappingId::new),
                row.number(5));
    }

    private static Optional<Long> boxed(OptionalLong number) {
        return number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
    }
}
