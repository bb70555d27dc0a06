package dev.usher.administrator.store;

import dev.usher.administrator.ApiKey;
import dev.usher.administrator.ApiKeyId;
import dev.usher.administrator.Role;
import dev.usher.platform.Database;
import dev.usher.platform.Row;
import dev.usher.tenant.TenantId;
import dev.usher.tenant.TenantRowKey;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Table api_key: making and ending are done by an entity; the check of each request, its note and lists are SQL. */
@Dependent
public class ApiKeyStore {
    private static final UUID GREATEST = new UUID(-1, -1);

    private static final String SELECT =
            "SELECT id, tenant_no, name, prefix, role, created_by, created_at, expires_at, ended_at, last_used_at"
                    + " FROM api_key";

    private final Database database;

    @PersistenceContext(unitName = "usher")
    private EntityManager rows;

    @Inject
    ApiKeyStore(Database database) {
        this.database = database;
    }

    public void insert(ApiKey key, byte[] hash) {
        rows.persist(new ApiKeyRow(key, hash));
        rows.flush();
    }

    public Optional<ApiKey> check(byte[] hash) {
        return database.one(SELECT + " WHERE hash = ?", ApiKeyStore::key, hash);
    }

    public Optional<ApiKey> lock(TenantId tenant, ApiKeyId id) {
        return row(tenant, id, LockModeType.PESSIMISTIC_WRITE).map(ApiKeyRow::key);
    }

    public List<ApiKey> page(TenantId tenant, Optional<ApiKeyId> before, int limit) {
        return database.query(
                SELECT + " WHERE tenant_no = ? AND id < ? ORDER BY tenant_no DESC, id DESC LIMIT ?",
                ApiKeyStore::key,
                tenant.number(),
                before.map(ApiKeyId::value).orElse(GREATEST),
                limit);
    }

    public void end(TenantId tenant, ApiKeyId id, Instant now) {
        row(tenant, id, LockModeType.NONE)
                .orElseThrow(() -> new IllegalStateException("no such API key"))
                .end(now);
        rows.flush();
    }

    private Optional<ApiKeyRow> row(TenantId tenant, ApiKeyId id, LockModeType lock) {
        return Optional.ofNullable(rows.find(ApiKeyRow.class, new TenantRowKey(tenant, id.value()), lock));
    }

    public void used(TenantId tenant, ApiKeyId id, Instant now) {
        database.update(
                "UPDATE api_key SET last_used_at = ? WHERE tenant_no = ? AND id = ?", now, tenant.number(), id.value());
    }

    private static ApiKey key(Row row) {
        return new ApiKey(
                new ApiKeyId(row.uuid(1)),
                new TenantId(row.integer(2)),
                row.text(3),
                row.text(4),
                row.constant(5, Role.class),
                row.text(6),
                row.instant(7),
                row.optionalInstant(8),
                row.optionalInstant(9),
                row.optionalInstant(10));
    }
}
