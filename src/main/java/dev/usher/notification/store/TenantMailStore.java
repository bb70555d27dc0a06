package dev.usher.notification.store;

import dev.usher.platform.Database;
import dev.usher.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** A tenant's mail settings in table setting. */
@ApplicationScoped
public class TenantMailStore {
    private static final String NAME = "mail";

    @Inject
    private Database database;

    /** Stored text and its version. */
    public record Stored(String content, long version) {}

    public Optional<Stored> find(TenantId tenant) {
        return database.one(
                "SELECT content, version FROM setting WHERE tenant_no = ? AND name = ?",
                row -> new Stored(row.text(1), row.number(2)),
                tenant.number(),
                NAME);
    }

    /** Writes the next version; the caller holds the tenant's lock. */
    public void write(TenantId tenant, String content, long version) {
        int changed = database.update(
                "UPDATE setting SET content = ?, version = ? WHERE tenant_no = ? AND name = ?",
                content,
                version,
                tenant.number(),
                NAME);
        if (changed == 0) {
            database.update(
                    "INSERT INTO setting (tenant_no, name, content, version) VALUES (?, ?, ?, ?)",
                    tenant.number(),
                    NAME,
                    content,
                    version);
        }
    }
}
