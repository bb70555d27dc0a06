package dev.usher.mapping.store;

import dev.usher.assignment.MappingId;
import dev.usher.catalog.Profile;
import dev.usher.catalog.ProfileId;
import dev.usher.catalog.RegionId;
import dev.usher.catalog.StorageRegion;
import dev.usher.mapping.CriteriaJson;
import dev.usher.mapping.Mapping;
import dev.usher.mapping.MappingOrder;
import dev.usher.platform.Database;
import dev.usher.platform.Row;
import dev.usher.scim.resource.JsonText;
import dev.usher.tenant.TenantId;
import dev.usher.tenant.TenantRowKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Table mapping: single rows are entities, the order is SQL. */
@ApplicationScoped
public class MappingStore {
    // The version comes with the rows in one statement, so that it is the version of exactly these; a tenant without
    // mappings has one row of NULLs.
    private static final String ORDER =
            "SELECT t.order_version, m.id, m.name, m.place, m.criteria, m.quota_bytes, m.send_mail, m.created_at,"
                    + " m.version, p.id, p.name, p.data_locked, p.quota_bytes, p.purge_after_days, p.version, r.id,"
                    + " r.name, r.version FROM tenant t LEFT JOIN mapping m ON m.tenant_no = t.tenant_no AND m.deleted_at"
                    + " IS NULL LEFT JOIN profile p ON p.tenant_no = m.tenant_no AND p.id = m.profile_id LEFT JOIN"
                    + " storage_region r ON r.tenant_no = m.tenant_no AND r.id = m.region_id WHERE t.tenant_no = ? ORDER"
                    + " BY m.place, m.id";

    @PersistenceContext(unitName = "usher")
    private EntityManager rows;

    @Inject
    private Database database;

    /** All mappings of the tenant in order; at most {@link dev.usher.mapping.Mappings#MOST}. */
    public MappingOrder load(TenantId tenant) {
        List<Line> lines = database.query(ORDER, MappingStore::line, tenant.number());
        if (lines.isEmpty()) {
            throw new IllegalStateException("no such tenant");
        }
        List<Mapping> mappings =
                lines.stream().flatMap(line -> line.mapping().stream()).toList();
        return new MappingOrder(lines.get(0).version(), mappings);
    }

    public void insert(TenantId tenant, Mapping mapping) {
        rows.persist(new MappingRow(tenant, mapping));
        rows.flush(); // the constraint decides about the name, here
    }

    /** Its version goes on by one. */
    public void update(TenantId tenant, Mapping mapping) {
        row(tenant, mapping.id()).become(mapping);
        rows.flush();
    }

    public void delete(TenantId tenant, MappingId id, Instant now) {
        row(tenant, id).delete(now);
        rows.flush();
    }

    private MappingRow row(TenantId tenant, MappingId id) {
        return Optional.ofNullable(rows.find(MappingRow.class, new TenantRowKey(tenant, id.value())))
                .orElseThrow(() -> new IllegalStateException("no such mapping"));
    }

    /** Gives each mapping its index in the list as its place. */
    public void place(TenantId tenant, List<MappingId> order) {
        var rows = new ArrayList<Object[]>(order.size());
        for (int place = 0; place < order.size(); place++) {
            rows.add(new Object[] {place, tenant.number(), order.get(place).value()});
        }
        database.batch("UPDATE mapping SET place = ? WHERE tenant_no = ? AND id = ?", rows);
    }

    /** Names of the mappings that assign this profile. */
    public List<String> namesOf(TenantId tenant, ProfileId profile) {
        return database.query(
                "SELECT name FROM mapping WHERE tenant_no = ? AND profile_id = ? AND deleted_at IS NULL ORDER BY place",
                row -> row.text(1),
                tenant.number(),
                profile.value());
    }

    /** Names of the mappings that assign this region. */
    public List<String> namesOf(TenantId tenant, RegionId region) {
        return database.query(
                "SELECT name FROM mapping WHERE tenant_no = ? AND region_id = ? AND deleted_at IS NULL ORDER BY place",
                row -> row.text(1),
                tenant.number(),
                region.value());
    }

    private static Line line(Row row) {
        return new Line(row.number(1), row.optionalUuid(2).map(id -> mapping(new MappingId(id), row)));
    }

    private static Mapping mapping(MappingId id, Row row) {
        return new Mapping(
                id,
                row.text(3),
                row.integer(4),
                CriteriaJson.stored(JsonText.trusted(row.text(5))),
                new Profile(
                        new ProfileId(row.uuid(10)),
                        row.text(11),
                        row.flag(12),
                        row.optionalNumber(13),
                        row.optionalNumber(14),
                        row.number(15)),
                new StorageRegion(new RegionId(row.uuid(16)), row.text(17), row.number(18)),
                row.optionalNumber(6),
                row.flag(7),
                row.instant(8),
                row.number(9));
    }

    private record Line(long version, Optional<Mapping> mapping) {}

    public int count(TenantId tenant) {
        return (int) database.count(
                "SELECT COUNT(*) FROM mapping WHERE tenant_no = ? AND deleted_at IS NULL", tenant.number());
    }
}
