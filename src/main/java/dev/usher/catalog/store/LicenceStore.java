package dev.usher.catalog.store;

import dev.usher.catalog.Licence;
import dev.usher.platform.Database;
import dev.usher.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** SQL of table licence. */
@ApplicationScoped
public class LicenceStore {
    @Inject
    private Database database;

    public Optional<Licence> find(TenantId tenant) {
        return read(tenant, "");
    }

    public Optional<Licence> lock(TenantId tenant) {
        return read(tenant, " FOR UPDATE");
    }

    private Optional<Licence> read(TenantId tenant, String clause) {
        return database.one(
                "SELECT seats, used, preserved, visible_users, preserved_limit FROM licence WHERE tenant_no = ?"
                        + clause,
                row -> new Licence(
                        row.optionalNumber(1), row.number(2), row.number(3), row.number(4), row.optionalNumber(5)),
                tenant.number());
    }

    /** False when the seats do not suffice, or when {@code limited} and more users are preserved than may be. */
    public boolean change(TenantId tenant, int seats, int preserved, int visible, boolean limited) {
        return database.update(
                        "UPDATE licence SET used = used + ?, preserved = preserved + ?, visible_users = visible_users"
                                + " + ? WHERE tenant_no = ? AND (seats IS NULL OR ? <= 0 OR used + ? <= seats) AND (? = 0"
                                + " OR preserved_limit IS NULL OR preserved <= preserved_limit)",
                        seats,
                        preserved,
                        visible,
                        tenant.number(),
                        seats,
                        seats,
                        limited)
                == 1;
    }
}
