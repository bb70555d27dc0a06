package dev.usher.tenant.store;

import dev.usher.platform.Database;
import dev.usher.platform.Row;
import dev.usher.tenant.CacheVersions;
import dev.usher.tenant.Caller;
import dev.usher.tenant.Reclassify;
import dev.usher.tenant.Tenant;
import dev.usher.tenant.TenantChange;
import dev.usher.tenant.TenantCounts;
import dev.usher.tenant.TenantId;
import dev.usher.tenant.UserManagement;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Tenants and the rows that are born with them: a tenant's own row is an entity, what lists, counts and touches is SQL.
 */
@Dependent
public class TenantStore {
    private static final int CHAIN_SEED_BYTES = 32;

    private static final String SELECT =
            "SELECT tenant_no, name, display_name, management, management_at, provisioning_api, reclassify,"
                    + " order_version, schema_version, nesting_version, created_at, version FROM tenant";

    private static final Map<String, Object> FRESH = Map.of("eclipselink.refresh", "true");

    private final Database database;

    @PersistenceContext(unitName = "usher")
    private EntityManager rows;

    @Inject
    TenantStore(Database database) {
        this.database = database;
    }

    /**
     * Inserts the tenant with its connection, licence and audit chain. The platform's own chain row is locked first, so
     * that two inserts do not take the same number.
     */
    public Tenant insert(String name, String displayName, Instant now) {
        database.one(
                "SELECT seq FROM audit_head WHERE tenant_no = ? FOR UPDATE",
                row -> row.number(1),
                TenantId.PLATFORM.number());
        int number = (int) database.count("SELECT MAX(tenant_no) FROM tenant") + 1;
        var row = new TenantRow(number, name, displayName, now);
        rows.persist(row);
        rows.flush(); // the constraint decides about the name, here
        database.update(
                "INSERT INTO connection (tenant_no, connection_no, name, external_id_permanent) VALUES (?, ?, ?, 0)",
                number,
                Caller.FIRST_CONNECTION,
                "Identity provider");
        database.update(
                "INSERT INTO licence (tenant_no, seats, used, preserved, visible_users) VALUES (?, NULL, 0, 0, 0)",
                number);
        Tenant tenant = row.tenant();
        beginChain(tenant.id());
        return tenant;
    }

    /** Where the tenant's audit chain begins: nothing happened yet. */
    private void beginChain(TenantId tenant) {
        database.update(
                "INSERT INTO audit_head (tenant_no, seq, hash) VALUES (?, 0, ?)",
                tenant.number(),
                new byte[CHAIN_SEED_BYTES]);
    }

    public Optional<Tenant> find(String name) {
        return database.one(SELECT + " WHERE name = ?", TenantStore::tenant, name);
    }

    /** Always from the database: the versions of caches are counted there, past the entity. */
    public Tenant read(TenantId tenant) {
        return Optional.ofNullable(rows.find(TenantRow.class, tenant.number(), FRESH))
                .orElseThrow(() -> missing(tenant))
                .tenant();
    }

    /** As {@link #read}, and nobody else changes it until the transaction ends. */
    public Tenant lock(TenantId tenant) {
        return Optional.ofNullable(rows.find(TenantRow.class, tenant.number(), LockModeType.PESSIMISTIC_WRITE, FRESH))
                .orElseThrow(() -> missing(tenant))
                .tenant();
    }

    private static IllegalStateException missing(TenantId tenant) {
        return new IllegalStateException("there is no tenant " + tenant.number());
    }

    public List<Tenant> page(Optional<String> after, int limit) {
        return database.query(
                SELECT + " WHERE name > ? ORDER BY name LIMIT ?", TenantStore::tenant, after.orElse(""), limit);
    }

    public TenantCounts counts(TenantId tenant) {
        return database.one(
                        "SELECT seats, used, preserved, visible_users, preserved_limit FROM licence WHERE tenant_no ="
                                + " ?",
                        row -> new TenantCounts(
                                row.optionalNumber(1),
                                row.number(2),
                                row.number(3),
                                row.number(4),
                                row.optionalNumber(5)),
                        tenant.number())
                .orElseThrow(() -> new IllegalStateException("tenant " + tenant.number() + " has no licence row"));
    }

    /** Its version goes on by one, also where only the licence changes with it. */
    public Tenant change(TenantId tenant, TenantChange change) {
        return changed(tenant, row -> row.change(change));
    }

    public Tenant manageBy(TenantId tenant, UserManagement management, Instant now) {
        return changed(tenant, row -> row.manageBy(management, now));
    }

    private Tenant changed(TenantId tenant, Consumer<TenantRow> change) {
        TenantRow row = Optional.ofNullable(rows.find(TenantRow.class, tenant.number(), FRESH))
                .orElseThrow(() -> missing(tenant));
        change.accept(row);
        rows.lock(row, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        rows.flush();
        return row.tenant();
    }

    public void limitSeats(TenantId tenant, OptionalLong seats) {
        Optional<Long> most = seats.isPresent() ? Optional.of(seats.getAsLong()) : Optional.empty();
        database.update("UPDATE licence SET seats = ? WHERE tenant_no = ?", most, tenant.number());
    }

    public void limitPreserved(TenantId tenant, OptionalLong users) {
        Optional<Long> most = users.isPresent() ? Optional.of(users.getAsLong()) : Optional.empty();
        database.update("UPDATE licence SET preserved_limit = ? WHERE tenant_no = ?", most, tenant.number());
    }

    /**
     * {@code column} is one of the three version columns, never input. By the time, so that no number comes twice: after a
     * failover that lost the last commits, a mere count would give a lost number to something else.
     */
    public void touch(TenantId tenant, String column, Instant now) {
        database.update(
                "UPDATE tenant SET " + column + " = GREATEST(" + column + " + 1, ?) WHERE tenant_no = ?",
                ChronoUnit.MICROS.between(Instant.EPOCH, now),
                tenant.number());
    }

    private static Tenant tenant(Row row) {
        return new Tenant(
                new TenantId(row.integer(1)),
                row.text(2),
                row.text(3),
                row.constant(4, UserManagement.class),
                row.instant(5),
                row.flag(6),
                row.constant(7, Reclassify.class),
                new CacheVersions(row.number(8), row.number(9), row.number(10)),
                row.instant(11),
                row.number(12));
    }
}
