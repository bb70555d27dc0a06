package dev.usher.notification.store;

import dev.usher.notification.Activation;
import dev.usher.platform.Database;
import dev.usher.platform.Row;
import dev.usher.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** SQL of tables activation and activation_code. */
@ApplicationScoped
public class ActivationStore {
    @Inject
    private Database database;

    /** What a code was made for. */
    public record Issued(UUID user, UUID letter, Instant expires) {}

    /** {@code clause} is empty or a locking clause. */
    public Optional<Activation> find(TenantId tenant, UUID user, String clause) {
        return database.one(
                "SELECT user_id, letter_id, asked_at, redeemed_at, redeemed_by FROM activation"
                        + " WHERE tenant_no = ? AND user_id = ?" + clause,
                ActivationStore::read,
                tenant.number(),
                user);
    }

    public void insert(TenantId tenant, UUID user, UUID letter, Instant now) {
        database.update(
                "INSERT INTO activation (tenant_no, user_id, letter_id, asked_at) VALUES (?, ?, ?, ?)",
                tenant.number(),
                user,
                letter,
                now);
    }

    /** A newer letter: the codes of the one before open nothing any more. */
    public void replace(TenantId tenant, UUID user, UUID letter, Instant now) {
        database.update(
                "UPDATE activation SET letter_id = ?, asked_at = ? WHERE tenant_no = ? AND user_id = ?",
                letter,
                now,
                tenant.number(),
                user);
    }

    public void redeemed(TenantId tenant, UUID user, String by, Instant now) {
        database.update(
                "UPDATE activation SET redeemed_at = ?, redeemed_by = ? WHERE tenant_no = ? AND user_id = ?",
                now,
                by,
                tenant.number(),
                user);
    }

    public void insertCode(TenantId tenant, byte[] hash, Issued issued) {
        database.update(
                "INSERT INTO activation_code (hash, tenant_no, user_id, letter_id, expires_at) VALUES (?, ?, ?, ?, ?)",
                hash,
                tenant.number(),
                issued.user(),
                issued.letter(),
                issued.expires());
    }

    /** By its hash; empty for another tenant's. */
    public Optional<Issued> code(TenantId tenant, byte[] hash) {
        return database.one(
                "SELECT user_id, letter_id, expires_at FROM activation_code WHERE hash = ? AND tenant_no = ?",
                row -> new Issued(row.uuid(1), row.uuid(2), row.instant(3)),
                hash,
                tenant.number());
    }

    /** Whose code it is, for a page that knows no tenant. */
    public Optional<TenantId> tenantOf(byte[] hash) {
        return database.one(
                "SELECT tenant_no FROM activation_code WHERE hash = ?", row -> new TenantId(row.integer(1)), hash);
    }

    public void delete(TenantId tenant, UUID user) {
        int there =
                database.update("DELETE FROM activation WHERE tenant_no = ? AND user_id = ?", tenant.number(), user);
        if (there > 0) {
            database.update("DELETE FROM activation_code WHERE tenant_no = ? AND user_id = ?", tenant.number(), user);
        }
    }

    private static Activation read(Row row) {
        return new Activation(row.uuid(1), row.uuid(2), row.instant(3), row.optionalInstant(4), row.optionalText(5));
    }
}
