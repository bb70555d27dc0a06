package dev.usher.people.store;

import dev.usher.people.LegalHold;
import dev.usher.people.UserId;
import dev.usher.platform.Database;
import dev.usher.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** SQL of table legal_hold. */
@ApplicationScoped
public class HoldRows {
    @Inject
    private Database database;

    public Optional<LegalHold> find(TenantId tenant, UUID user) {
        return database.one(
                "SELECT reason, placed_by, placed_at FROM legal_hold WHERE tenant_no=? AND user_id=?",
                row -> new LegalHold(new UserId(user), row.text(1), row.text(2), row.instant(3)),
                tenant.number(),
                user);
    }

    public void insert(TenantId tenant, LegalHold hold) {
        database.update(
                "INSERT INTO legal_hold(tenant_no, user_id, reason, placed_by, placed_at) VALUES (?,?,?,?,?)",
                tenant.number(),
                hold.user().value(),
                hold.reason(),
                hold.placedBy(),
                hold.placedAt());
    }

    public void delete(TenantId tenant, UUID user) {
        database.update("DELETE FROM legal_hold WHERE tenant_no=? AND user_id=?", tenant.number(), user);
    }
}
