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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The SQL of tenants and of the rows that are born with them. */
@Dependent
public class TenantStore {
    private static final int CHAIN_SEED_BYTES = 32;

    private static final String SELECT =
            "SELECT tenant_no, name, display_name, management, management_at, provisioning_api, reclassify,"
                    + " order_version, schema_version, nesting_version, created_at, version FROM tenant";

    private final Database database;

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
        var tenant = new Tenant(
                new TenantId(number),
                name,
                displayName,
                UserManagement.MANUAL,
                now,
                true,
                Reclassify.NEVER,
                new CacheVersions(0, 0, 0),
                now,
                0);
        database.update(
                "INSERT INTO tenant (tenant_no, name, display_name, management, management_at, provisioning_api,"
                        + " reclassify, order_version, schema_version, nesting_version, created_at, version)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0, 0, ?, 0)",
                number,
                name,
                displayName,
                tenant.management(),
                now,
                tenant.provisioningApi(),
                tenant.reclassify(),
                now);
        database.update(
                "INSERT INTO connection (tenant_no, connection_no, name, external_id_permanent) VALUES (?, ?, ?, 0)",
                number,
                Caller.FIRST_CONNECTION,
                "Identity provider");
        database.update(
                "INSERT INTO licence (tenant_no, seats, used, preserved, visible_users) VALUES (?, NULL, 0, 0, 0)",
                number);
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

    /** {@code lock} is nothing or a lock clause. */
    public Tenant read(TenantId tenant, String lock) {
        return database.one(SELECT + " WHERE tenant_no = ?" + lock, TenantStore::tenant, tenant.number())
                .orElseThrow(() -> new IllegalStateException("there is no tenant " + tenant.number()));
    }

    public List<Tenant> page(Optional<String> after, int limit) {
        return database.query(
                SELECT + " WHERE name > ? ORDER BY name LIMIT ?", TenantStore::tenant, after.orElse(""), limit);
    }

    public TenantCounts counts(TenantId tenant) {
        return database.one(
                        "SELECT seats, used, preserved, visible_users FROM licence WHERE tenant_no = ?",
                        row -> new TenantCounts(row.optionalNumber(1), row.number(2), row.number(3), row.number(4)),
                        tenant.number())
                .orElseThrow(() -> new IllegalStateException("tenant " + tenant.number() + " has no licence row"));
    }

    public void change(TenantId tenant, TenantChange change) {
        database.update(
                "UPDATE tenant SET display_name = COALESCE(?, display_name), provisioning_api = COALESCE(?,"
                        + " provisioning_api), reclassify = COALESCE(?, reclassify), version = version + 1"
                        + " WHERE tenant_no = ?",
                change.displayName(),
                change.provisioningApi(),
                change.reclassify(),
                tenant.number());
    }

    public void limitSeats(TenantId tenant, OptionalLong seats) {
        Optional<Long> most = seats.isPresent() ? Optional.of(seats.getAsLong()) : Optional.empty();
        database.update("UPDATE licence SET seats = ? WHERE tenant_no = ?", most, tenant.number());
    }

    public void manageBy(TenantId tenant, UserManagement management, Instant now) {
        database.update(
                "UPDATE tenant SET management = ?, management_at = ?, version = version + 1 WHERE tenant_no = ?",
                management,
                now,
                tenant.number());
    }

    /** {@code column} is one of the three version columns, never input. */
    public void touch(TenantId tenant, String column) {
        database.update("UPDATE tenant SET " + column + " = " + column + " + 1 WHERE tenant_no = ?", tenant.number());
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
