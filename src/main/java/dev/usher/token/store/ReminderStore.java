package dev.usher.token.store;

import dev.usher.platform.Database;
import dev.usher.tenant.TenantId;
import dev.usher.tenant.UserManagement;
import dev.usher.token.Token;
import dev.usher.token.TokenId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** Which tokens end soon, and the table of reminders. */
@ApplicationScoped
public class ReminderStore {
    @Inject
    private Database database;

    /** A token that ends, and whose it is. */
    public record Ending(TenantId tenant, Token token) {}

    /** Tokens in use that end after {@code after} and not after {@code horizon}, soonest first, of all tenants. */
    public List<Ending> ending(Instant after, Instant horizon, int most) {
        return database.query(
                "SELECT t.id, t.connection_no, t.name, t.prefix, t.created_by, t.created_at, t.expires_at, t.ended_at,"
                        + " t.first_write_at, t.last_used_at, t.last_used_by, t.tenant_no FROM token t"
                        + " JOIN tenant n ON n.tenant_no = t.tenant_no"
                        + " WHERE t.expires_at > ? AND t.expires_at <= ? AND t.ended_at IS NULL AND n.management = ?"
                        + " ORDER BY t.expires_at LIMIT ?",
                row -> new Ending(new TenantId(row.integer(12)), TokenStore.token(row)),
                after,
                horizon,
                UserManagement.SCIM,
                most);
    }

    /** Whether this reminder, or a later one, went out. */
    public boolean reminded(TenantId tenant, TokenId token, int days) {
        return database.count(
                        "SELECT COUNT(*) FROM token_reminder WHERE tenant_no = ? AND token_id = ? AND days <= ?",
                        tenant.number(),
                        token.value(),
                        days)
                > 0;
    }

    /** The key lets only one node through. */
    public void insert(TenantId tenant, TokenId token, int days, Instant now) {
        database.update(
                "INSERT INTO token_reminder (tenant_no, token_id, days, reminded_at) VALUES (?, ?, ?, ?)",
                tenant.number(),
                token.value(),
                days,
                now);
    }
}
