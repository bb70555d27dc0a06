package dev.usher.administrator.store;

import dev.usher.administrator.AdminIdentity;
import dev.usher.administrator.Administrator;
import dev.usher.administrator.AdministratorId;
import dev.usher.administrator.Credential;
import dev.usher.administrator.Role;
import dev.usher.platform.Database;
import dev.usher.platform.Row;
import dev.usher.platform.Uuid7;
import dev.usher.tenant.TenantId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** The SQL of administrators. A tenant's are found by its number, the platform's by none. */
@Dependent
public class AdministratorStore {
    private static final String SELECT = "SELECT id, tenant_no, name, email, role, disabled, locked_until,"
            + " last_sign_in_at, created_at, version FROM administrator";

    private final Database database;

    @Inject
    AdministratorStore(Database database) {
        this.database = database;
    }

    /** What signing in needs, by the compared form of the name. */
    public Optional<Credential> credential(byte[] nameKey) {
        return database.one(
                "SELECT id, tenant_no, name, role, password, disabled, credential_version, locked_until"
                        + " FROM administrator WHERE name_key = ?",
                AdministratorStore::credential,
                nameKey);
    }

    /** Counts one more failure; {@code lock} gives the end of the lock for that many in a row. */
    public void failed(AdministratorId id, IntFunction<Instant> lock) {
        database.update("UPDATE administrator SET failed_sign_ins = failed_sign_ins + 1 WHERE id = ?", id.value());
        int failures = (int) database.count("SELECT failed_sign_ins FROM administrator WHERE id = ?", id.value());
        database.update("UPDATE administrator SET locked_until = ? WHERE id = ?", lock.apply(failures), id.value());
    }

    public void succeeded(AdministratorId id, Instant now) {
        database.update(
                "UPDATE administrator SET failed_sign_ins = 0, locked_until = NULL, last_sign_in_at = ? WHERE id = ?",
                now,
                id.value());
    }

    public void insert(Administrator administrator, byte[] nameKey, String password) {
        database.update(
                "INSERT INTO administrator (id, tenant_no, name_key, name, email, password, role, disabled,"
                        + " credential_version, failed_sign_ins, created_at, version)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0, 0, ?, 0)",
                administrator.id().value(),
                administrator.tenant().map(TenantId::number),
                nameKey,
                administrator.name(),
                administrator.email(),
                password,
                administrator.role(),
                administrator.createdAt());
    }

    /** The tenant's administrators by id, or the platform's. */
    public List<Administrator> page(Optional<TenantId> tenant, Optional<AdministratorId> after, int limit) {
        byte[] from = after.map(id -> Uuid7.bytes(id.value())).orElse(new byte[16]);
        if (tenant.isPresent()) {
            return database.query(
                    SELECT + " WHERE tenant_no = ? AND id > ? ORDER BY tenant_no, id LIMIT ?",
                    AdministratorStore::administrator,
                    tenant.get().number(),
                    from,
                    limit);
        }
        return database.query(
                SELECT + " WHERE tenant_no IS NULL AND id > ? ORDER BY tenant_no, id LIMIT ?",
                AdministratorStore::administrator,
                from,
                limit);
    }

    /** {@code lock} is nothing or a lock clause. */
    public Optional<Administrator> find(Optional<TenantId> tenant, AdministratorId id, String lock) {
        return database.one(SELECT + " WHERE id = ?" + lock, AdministratorStore::administrator, id.value())
                .filter(found -> found.tenant().equals(tenant));
    }

    public void change(Administrator after, Optional<String> password, boolean endsSessions) {
        database.update(
                "UPDATE administrator SET email = ?, role = ?, disabled = ?, password = COALESCE(?, password),"
                        + " failed_sign_ins = 0, locked_until = NULL,"
                        + " credential_version = credential_version + ?, version = version + 1 WHERE id = ?",
                after.email(),
                after.role(),
                after.disabled(),
                password,
                endsSessions ? 1 : 0,
                after.id().value());
    }

    public void delete(AdministratorId id) {
        database.update("DELETE FROM admin_session WHERE administrator_id = ?", id.value());
        database.update("DELETE FROM administrator WHERE id = ?", id.value());
    }

    /** How many platform administrators can sign in, all of them locked until the transaction ends. */
    public int lockPlatform() {
        return database.query(
                        "SELECT id FROM administrator WHERE tenant_no IS NULL AND disabled = 0"
                                + " ORDER BY tenant_no, id LIMIT 1000 FOR UPDATE",
                        row -> row.uuid(1))
                .size();
    }

    private static Credential credential(Row row) {
        Role role = row.constant(4, Role.class);
        return new Credential(
                new AdministratorId(row.uuid(1)),
                new AdminIdentity(row.text(3), role, tenant(row), false),
                row.optionalText(5),
                row.flag(6),
                row.number(7),
                row.optionalInstant(8));
    }

    private static Administrator administrator(Row row) {
        return new Administrator(
                new AdministratorId(row.uuid(1)),
                tenant(row),
                row.text(3),
                row.optionalText(4),
                row.constant(5, Role.class),
                row.flag(6),
                row.optionalInstant(7),
                row.optionalInstant(8),
                row.instant(9),
                row.number(10));
    }

    private static Optional<TenantId> tenant(Row row) {
        var number = row.optionalNumber(2);
        return number.isPresent() ? Optional.of(new TenantId((int) number.getAsLong())) : Optional.empty();
    }
}
